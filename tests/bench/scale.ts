/**
 * What a corpus costs: adding, reading and taking back, on an embedded store and on PostgreSQL.
 *
 *     npm run bench:scale -- --articles 20000 --names 2000 --rounds 200 --store both
 *
 * The corpus is synthetic (see `scale/corpus.ts`): extraction is not part of it. Reading is shown beside bare SQL for
 * the same rows on the same store, taking turns.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { Connection } from '../../src/store/connection.ts';
import { openEmbedded } from '../../src/store/pglite.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { entities } from '../../src/store/read/entities.ts';
import { graph, neighbours } from '../../src/store/read/graph.ts';
import type { Db } from '../../src/store/schema.ts';
import { removeArticle } from '../../src/store/take-back.ts';
import { atOnce } from '../../src/store/transaction.ts';
import { addExtraction } from '../../src/store/write.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { isMain } from './main-module.ts';
import { bareGraph, bareNeighbours, bareSearch } from './scale/bare.ts';
import { corpus, NEWS } from './scale/corpus.ts';
import { quantile, takeTurns, timed } from './scale/timing.ts';

interface Size {
  articles: number;
  names: number;
  rounds: number;
}

/** Nodes that a neighbourhood and a graph hold at most. */
const LIMIT = 100;

const ms = (time: number): string => time.toFixed(time < 10 ? 2 : 1);

function report(name: string, ours: readonly number[], bare: readonly number[] = []): void {
  const [p50, p99] = [quantile(ours, 0.5), quantile(ours, 0.99)];
  const ratio = (q: number, time: number) =>
    bare.length === 0 ? '' : ` (${(time / quantile(bare, q)).toFixed(2)} × bare)`;
  console.log(`  ${name.padEnd(28)} p50 ${ms(p50)} ms${ratio(0.5, p50)}, p99 ${ms(p99)} ms${ratio(0.99, p99)}`);
}

/** Adds all articles; the first and the last tenth are compared. */
async function add(db: Db, { articles, names }: Size): Promise<void> {
  const article = corpus({ ...NEWS, names });
  const times: number[] = [];
  for (let n = 0; n < articles; n++) {
    const extraction = article(n);
    times.push(await timed(() => addExtraction(db, extraction)));
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  const tenth = Math.max(1, Math.floor(articles / 10));
  const growth = quantile(times.slice(-tenth), 0.5) / quantile(times.slice(0, tenth), 0.5);
  report('add an article', times);
  console.log(
    `  ${(1000 / (total / articles)).toFixed(1)} articles/s; the last tenth costs ${growth.toFixed(2)} × the first`,
  );
}

async function size(db: Db, articles: number): Promise<void> {
  const { rows } = await sql<{ bytes: string; nodes: string; edges: string; statements: string }>`
    select pg_database_size(current_database()) as bytes, (select count(*) from entity) as nodes,
      (select count(*) from edge) as edges, (select count(*) from statement) as statements`.execute(db);
  const [row] = rows;
  if (row === undefined) return;
  const each = Number(row.bytes) / 1024 / articles;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `  ${row.nodes} nodes, ${row.edges} edges, ${row.statements} statements; ${each.toFixed(1)} kB an article`,
  );
  console.log(`  peak memory of this process ${peak.toFixed(0)} MB`);
}

async function read(db: Db, rounds: number): Promise<void> {
  const { rows } = await sql<{ key: string; label: string }>`
    select key, label from (select key, label, row_number() over (order by key) as n, count(*) over () as all_nodes
    from entity) e where n % greatest(1, all_nodes / ${rounds}::int) = 0 limit ${rounds}`.execute(db);
  const everything = { direction: 'both', limit: LIMIT } as const;
  for (const depth of [1, 2]) {
    const times = await takeTurns(
      rows,
      ({ key }) => atOnce(db, (tx) => neighbours(tx, key, { ...everything, depth })),
      ({ key }) => bareNeighbours(db, key, depth, LIMIT),
    );
    report(`neighbours, depth ${depth}`, times.ours, times.bare);
  }
  const search = await takeTurns(
    rows.map(({ label }) => label.toLowerCase().slice(0, 5)),
    (q) => entities(db, { q, limit: 10 }),
    (q) => bareSearch(db, q, 10),
  );
  report('search', search.ours, search.bare);
  const filter = { type: ['met'], modality: ['actual'], from: '2024-06-01', to: '2024-12-31' } as const;
  const filtered: number[] = [];
  for (const { key } of rows)
    filtered.push(await timed(() => atOnce(db, (tx) => neighbours(tx, key, { ...everything, ...filter, depth: 1 }))));
  report('neighbours, filtered', filtered);
  const top = await takeTurns(
    rows.slice(0, Math.ceil(rounds / 10)),
    () => atOnce(db, (tx) => graph(tx, { limit: LIMIT })),
    () => bareGraph(db, LIMIT),
  );
  report(`graph of ${LIMIT} nodes`, top.ours, top.bare);
}

async function takeBack(db: Db, { articles, rounds }: Size): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from article order by id limit ${Math.min(rounds, Math.ceil(articles / 4))}`.execute(db);
  const times: number[] = [];
  for (const { id } of rows) times.push(await timed(() => removeArticle(db, id)));
  report('take an article back', times);
}

async function measure(name: string, connection: Connection, chosen: Size): Promise<void> {
  const { db } = connection;
  console.log(`${name}: ${chosen.articles} articles, ${chosen.names} names (load ${loadavg()[0]?.toFixed(1)})`);
  try {
    await add(db, chosen);
    await size(db, chosen.articles);
    await read(db, chosen.rounds);
    await takeBack(db, chosen);
  } finally {
    await connection.close();
  }
}

async function onEmbedded(chosen: Size): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-scale-'));
  await measure('PGlite', await openEmbedded(folder), chosen).finally(() =>
    rm(folder, { recursive: true, force: true }),
  );
}

async function onPostgres(chosen: Size): Promise<void> {
  const server = await startPostgres();
  try {
    await measure('PostgreSQL', await openPostgres(server.url('postgres')), chosen);
  } finally {
    await server.stop();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '1000' },
      names: { type: 'string', default: String(NEWS.names) },
      rounds: { type: 'string', default: '100' },
      store: { type: 'string', default: 'both' },
    },
  });
  const chosen = { articles: Number(values.articles), names: Number(values.names), rounds: Number(values.rounds) };
  if (values.store !== 'postgres') await onEmbedded(chosen);
  if (values.store !== 'pglite') await onPostgres(chosen);
}

if (isMain(import.meta.url)) await main();
