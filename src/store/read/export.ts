import { sql } from 'kysely';
import type { GraphSource, SourceEdge, SourceNode } from '../../formats/index.ts';
import { edgeOf, type NodeMention, sumUp } from '../../graph/index.ts';
import type { GraphFilter } from '../queries.ts';
import { byEdge, propositionOf, type SaidRow, selectSaid } from '../said.ts';
import type { EntityTable, Tx } from '../schema.ts';
import { asksOfEdges, fits, isOfType } from './filter.ts';

/** Nodes or edges that are in memory at once. */
const BATCH = 500;

type Placed = EntityTable & { x: number | null; y: number | null };

async function mentionsOf(tx: Tx, keys: readonly string[]): Promise<Map<string, NodeMention[]>> {
  const found = await sql<NodeMention & { entity: string }>`
    select distinct e.entity, m.article, m.start, m.stop as "end", m.text, m.kind
    from article_entity e join mention m on m.article = e.article and m.entity_index = e.index
    where e.entity = any(${[...keys]}) order by m.article, m.start, "end" desc, m.kind`.execute(tx);
  const mentions = new Map<string, NodeMention[]>();
  for (const { entity, article, start, end, text, kind } of found.rows) {
    const mention = { article, start, end, text, kind };
    const list = mentions.get(entity);
    if (list) list.push(mention);
    else mentions.set(entity, [mention]);
  }
  return mentions;
}

/** Edges that fit, between nodes of the types that are asked for. */
const ofPart = (filter: GraphFilter) =>
  sql<boolean>`${fits(filter)} and ${isOfType(filter, sql`edge.source`)} and ${isOfType(filter, sql`edge.target`)}`;

/** Nodes of the types that are asked for; where something is asked of edges, those that have one that fits. */
const inPart = (filter: GraphFilter) =>
  asksOfEdges(filter)
    ? sql<boolean>`(exists (select 1 from edge where edge.source = e.key and ${ofPart(filter)})
        or exists (select 1 from edge where edge.target = e.key and ${ofPart(filter)}))`
    : isOfType(filter, sql`e.key`);

async function* nodes(tx: Tx, filter: GraphFilter): AsyncIterable<SourceNode> {
  let after = '';
  for (;;) {
    const { rows } = await sql<Placed>`
      select e.*, p.x, p.y from entity e left join position p on p.entity = e.key
      where e.key > ${after} and ${inPart(filter)} order by e.key limit ${BATCH}`.execute(tx);
    const mentions = await mentionsOf(
      tx,
      rows.map(({ key }) => key),
    );
    for (const { key, label, type, aliases, degree, x, y } of rows) {
      const attributes = { label, type, aliases, mentions: mentions.get(key) ?? [] };
      yield { key, attributes, degree, ...(x !== null && y !== null && { position: { x, y } }) };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.key;
  }
}

async function* edges(tx: Tx, filter: GraphFilter): AsyncIterable<SourceEdge> {
  let after = '';
  for (;;) {
    const batch = await tx
      .selectFrom('edge')
      .select('key')
      .where('key', '>', after)
      .where(ofPart(filter))
      .orderBy('key')
      .limit(BATCH)
      .execute();
    const keys = batch.map(({ key }) => key);
    const said = await sql<SaidRow>`${selectSaid} where s.edge = any(${keys})`.execute(tx);
    const groups = byEdge(said.rows);
    for (const key of keys) {
      const propositions = (groups.get(key) ?? []).map(propositionOf);
      const ends = propositions[0] && edgeOf(propositions[0]);
      if (ends) yield { ...ends, attributes: sumUp(propositions, ends.source) };
    }
    const last = keys.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** The part of the graph that fits, for `consume` to read; without a filter, all of it. */
export async function readGraph<T>(
  tx: Tx,
  consume: (source: GraphSource) => Promise<T>,
  filter: GraphFilter,
): Promise<T> {
  const articles = await tx.selectFrom('article').select('id').orderBy('id').execute();
  return consume({
    articles: articles.map(({ id }) => id),
    nodes: () => nodes(tx, filter),
    edges: () => edges(tx, filter),
  });
}
