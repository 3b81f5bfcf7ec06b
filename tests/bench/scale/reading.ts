import { sql } from 'kysely';
import { entities } from '../../../src/store/read/entities.ts';
import { graph, neighbours } from '../../../src/store/read/graph.ts';
import { paths } from '../../../src/store/read/paths.ts';
import type { Db } from '../../../src/store/schema.ts';
import { atOnce } from '../../../src/store/transaction.ts';
import { addExtraction, removeArticle } from '../../../src/store/write.ts';
import { bareFiltered, bareGraph, bareNeighbours, bareSearch } from './bare.ts';
import { invented } from './invented.ts';
import { report } from './report.ts';
import type { Kind } from './stores.ts';
import { type Clock, clockOf, noCosts, takeTurns, timed } from './timing.ts';

/** Nodes that a neighbourhood and a graph hold at most. */
const LIMIT = 100;
const FILTER = { type: ['praised'], modality: ['planned'], from: '2024-06-01', to: '2024-12-31' } as const;

interface Sampled {
  key: string;
  label: string;
}

/** Nodes drawn as mentions are: the more an article speaks of one, the likelier somebody looks at it. */
async function sampled(db: Db, rounds: number): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    with drawn as materialized (
      select n, (select id from article where id > 'a' || substr(md5(n::text), 1, 16) order by id limit 1) as id
      from generate_series(1, ${rounds}::int) n)
    select e.key, e.label from drawn join article_entity a on a.article = drawn.id and a.index = drawn.n % 5
    join entity e on e.key = a.entity order by drawn.n`.execute(db);
  return rows;
}

/** The same number of nodes, each as likely as any other. */
async function uniform(db: Db, rounds: number): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    select key, label from (select key, label, row_number() over (order by md5(key)) as n from entity) e
    where n <= ${rounds} order by n`.execute(db);
  return rows;
}

const aroundOne = (db: Db, key: string, depth: number): Promise<unknown> =>
  atOnce(db, (tx) => neighbours(tx, key, { direction: 'both', limit: LIMIT, depth }));

/** Without bare SQL between the questions, which reads whole hubs: so neither memory nor pages are those that it left. */
async function nearAlone(db: Db, clock: Clock, nodes: readonly Sampled[]): Promise<void> {
  for (const round of ['first', 'second']) {
    const costs = noCosts();
    for (const { key } of nodes) await timed(clock, costs, () => aroundOne(db, key, 1));
    report(`neighbours, any, alone, ${round}`, costs);
  }
}

async function near(db: Db, clock: Clock, of: string, nodes: readonly Sampled[], depth: number): Promise<void> {
  const costs = await takeTurns(
    clock,
    nodes,
    ({ key }) => aroundOne(db, key, depth),
    ({ key }) => atOnce(db, (tx) => bareNeighbours(tx, key, depth, LIMIT)),
  );
  report(`neighbours, depth ${depth}, ${of}`, costs.ours, costs.bare);
}

/** Reads a store, each question beside bare SQL for the same rows where there is such. */
export async function measureReading(db: Db, kind: Kind, rounds: number): Promise<void> {
  const clock = await clockOf(kind, db);
  const [any, spoken] = [await uniform(db, rounds), await sampled(db, rounds)];
  await nearAlone(db, clock, any);
  const fifth = Math.ceil(rounds / 5); // bare SQL takes a second for a hub
  await near(db, clock, 'any node', any, 1);
  await near(db, clock, 'as mentioned', spoken.slice(0, fifth), 1);
  await near(db, clock, 'any node', any.slice(0, fifth), 2);
  await near(db, clock, 'as mentioned', spoken.slice(0, fifth), 2);
  const search = await takeTurns(
    clock,
    any.map(({ label }) => label.toLowerCase().slice(0, 9)),
    (q) => entities(db, { q, limit: 10 }),
    (q) => bareSearch(db, q, 10),
  );
  report('search', search.ours, search.bare);

  const ways = noCosts();
  for (const [index, { key: start }] of any.entries()) {
    const end = spoken[index]?.key;
    if (end !== undefined)
      await timed(clock, ways, () => atOnce(db, (tx) => paths(tx, { start, end, max: 4, limit: 5 })));
  }
  report('path', ways);

  const few = any.slice(0, Math.max(3, Math.ceil(rounds / 30)));
  const top = await takeTurns(
    clock,
    few,
    () => atOnce(db, (tx) => graph(tx, { limit: LIMIT })),
    () => atOnce(db, (tx) => bareGraph(tx, LIMIT)),
  );
  report(`graph of ${LIMIT} nodes`, top.ours, top.bare);
  const filtered = await takeTurns(
    clock,
    few,
    () => atOnce(db, (tx) => graph(tx, { limit: LIMIT, ...FILTER })),
    () => atOnce(db, (tx) => bareFiltered(tx, FILTER, LIMIT)),
  );
  report('graph, filtered', filtered.ours, filtered.bare);

  const [added, taken] = [noCosts(), noCosts()];
  for (const extraction of invented(Math.min(100, rounds))) {
    await timed(clock, added, () => addExtraction(db, extraction));
    await timed(clock, taken, () => removeArticle(db, extraction.article.id));
  }
  report('add an article', added);
  report('take an article back', taken);
}
