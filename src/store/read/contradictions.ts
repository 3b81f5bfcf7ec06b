import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ContradictionKind } from '../../graph/index.ts';
import type { ContradictionsQuery, Page } from '../queries.ts';
import type { Db, EdgeTable } from '../schema.ts';
import type { Contradiction, ContradictionSide, NodeRef, Quote } from '../views.ts';
import { decodeCursor, pageOf } from './cursor.ts';
import { nodeKey } from './node-key.ts';
import { edgeRow } from './rows.ts';

/** Sentences that a side quotes. */
const QUOTED = 3;

interface Row {
  kind: ContradictionKind;
  a: string;
  b: string;
}

const Cursor = z.tuple([z.string(), z.string(), z.string()]);

type Quoted = Quote & { side: string; total: number };

const cited = sql`a.id as article, a.title as "articleTitle", a.date as "articleDate", a.source as "articleSource"`;

function bySide(rows: readonly Quoted[]): Map<string, Pick<ContradictionSide, 'evidence' | 'evidenceCount'>> {
  const sides = new Map<string, Pick<ContradictionSide, 'evidence' | 'evidenceCount'>>();
  for (const { side, total, ...quote } of rows) {
    const known = sides.get(side) ?? { evidence: [], evidenceCount: total };
    known.evidence.push(quote);
    sides.set(side, known);
  }
  return sides;
}

async function said(db: Db, edges: readonly string[]) {
  const { rows } = await sql<Quoted>`
    select side.key as side, ${cited}, (s.evidence ->> 'start')::int as start, (s.evidence ->> 'end')::int as "end",
      s.evidence ->> 'text' as text, side.sentences as total
    from edge side cross join lateral (
      select * from statement where edge = side.key order by confidence desc, article, index limit ${QUOTED}) s
    join article a on a.id = s.article where side.key = any(${[...edges]})
    order by side.key, s.confidence desc, s.article, s.index`.execute(db);
  return bySide(rows);
}

async function mentioned(db: Db, nodes: readonly string[]) {
  const { rows } = await sql<Quoted>`
    select side.key as side, ${cited}, m.start, m.stop as "end", m.text, side.mentions as total
    from entity side cross join lateral (
      select m.* from article_entity e join mention m on m.article = e.article and m.entity_index = e.index
      where e.entity = side.key order by m.kind <> 'name', m.article, m.start limit ${QUOTED}) m
    join article a on a.id = m.article where side.key = any(${[...nodes]})
    order by side.key, m.kind <> 'name', m.article, m.start`.execute(db);
  return bySide(rows);
}

/** Both sides of each, with what is said for them. */
async function views(db: Db, rows: readonly Row[]): Promise<Contradiction[]> {
  const keys = [...new Set(rows.flatMap(({ a, b }) => [a, b]))];
  const edges = await sql<EdgeTable>`select * from edge where key = any(${keys})`.execute(db);
  const named = [...keys, ...edges.rows.flatMap(({ source, target }) => [source, target])];
  const nodes = await sql<NodeRef>`select key, label, type from entity where key = any(${named})`.execute(db);
  const [edgeOf, nodeOf] = [
    new Map(edges.rows.map((row) => [row.key, edgeRow(row)])),
    new Map(nodes.rows.map((n) => [n.key, n])),
  ];
  const quotes = new Map([...(await said(db, [...edgeOf.keys()])), ...(await mentioned(db, keys))]);
  const side = (key: string): ContradictionSide[] => {
    const evidence = quotes.get(key) ?? { evidence: [], evidenceCount: 0 };
    const edge = edgeOf.get(key);
    const source = nodeOf.get(edge?.source ?? key);
    const target = edge && nodeOf.get(edge.target);
    return source === undefined ? [] : [{ ...(edge && { edge }), source, ...(target && { target }), ...evidence }];
  };
  return rows.map(({ kind, a, b }) => ({ kind, sides: [...side(a), ...side(b)] }));
}

/** How many a node is in. */
export async function countContradictions(db: Db, entity: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from contradiction where ${about({ entity })}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** How many each of these edges is in; those in none are absent. */
export async function contradictionsOf(db: Db, edges: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ edge: string; count: number }>`
    select edge, count(*)::int as count from unnest(${[...edges]}::text[]) edge
    join contradiction on a = edge or b = edge group by edge`.execute(db);
  return new Map(rows.map(({ edge, count }) => [edge, count]));
}

const about = (of: { entity: string } | { edge: string }): RawBuilder<boolean> =>
  'entity' in of ? sql<boolean>`entities @> ${[of.entity]}::text[]` : sql<boolean>`(a = ${of.edge} or b = ${of.edge})`;

export async function contradictions(
  db: Db,
  { limit, after, kind, entity, edge }: ContradictionsQuery,
): Promise<Page<Contradiction> & { total: number }> {
  const from = decodeCursor(after, Cursor);
  const fits = sql.join(
    [
      sql`true`,
      ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
      ...(entity === undefined ? [] : [about({ entity: (await nodeKey(db, entity)) ?? entity })]),
      ...(edge === undefined ? [] : [about({ edge })]),
    ],
    sql` and `,
  );
  const { rows } = await sql<Row>`
    select kind, a, b from contradiction where ${fits}
    and ${from === null ? sql`true` : sql`(kind, a, b) > (${from[0]}, ${from[1]}, ${from[2]})`}
    order by kind, a, b limit ${limit + 1}`.execute(db);
  const count = await sql<{ total: number }>`select count(*)::int as total from contradiction where ${fits}`.execute(
    db,
  );
  const page = pageOf(
    rows,
    limit,
    (row) => row,
    (row) => [row.kind, row.a, row.b],
  );
  return { items: await views(db, page.items), next: page.next, total: count.rows[0]?.total ?? 0 };
}
