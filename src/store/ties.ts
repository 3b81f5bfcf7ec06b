import { type RawBuilder, sql } from 'kysely';
import { jsonRows } from './json.ts';
import type { Tx } from './schema.ts';

/** What an edge adds to the tie of its ends, or takes from it. */
export interface TieChange {
  source: string;
  target: string;
  weight: number;
  edges: number;
}

interface HalfTie {
  node: string;
  other: string;
  weight: number;
  edges: number;
}

/** What changes of each tie, from both of its ends: where nothing is left of it, its strongest edge may be another. */
function halves(changes: readonly TieChange[]): Map<string, HalfTie> {
  const ties = new Map<string, HalfTie>();
  for (const { source, target, weight, edges } of changes)
    for (const [node, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const tie = ties.get(`${node}\n${other}`) ?? { node, other, weight: 0, edges: 0 };
      ties.set(`${node}\n${other}`, tie);
      tie.weight += weight;
      tie.edges += edges;
    }
  return ties;
}

/** The edges between two nodes, the strongest first: each half is a few steps in an index. */
export function strongest(
  one: RawBuilder<unknown>,
  other: RawBuilder<unknown>,
  most: RawBuilder<unknown>,
  columns: RawBuilder<unknown> = sql`key, weight`,
) {
  const half = (source: RawBuilder<unknown>, target: RawBuilder<unknown>) => sql`
    (select ${columns} from edge where source = ${source} and target = ${target}
      order by weight desc, key limit ${most})`;
  return sql`
    select * from (${half(one, other)} union all ${half(other, one)}) edge
    order by weight desc, key limit ${most}`;
}

/** How many nodes more, or fewer, each is tied to. */
async function countTied(tx: Tx, ties: readonly Pick<HalfTie, 'node' | 'edges'>[]): Promise<void> {
  const more = new Map<string, number>();
  for (const { node, edges } of ties) more.set(node, (more.get(node) ?? 0) + Math.sign(edges));
  const rows = [...more].map(([node, ties]) => ({ node, ties })).filter(({ ties }) => ties !== 0);
  if (rows.length === 0) return;
  await sql`
    update entity_total t set ties = t.ties + more.ties
    from json_to_recordset(${jsonRows(rows)}::json) as more(node text, ties int) where t.entity = more.node`.execute(
    tx,
  );
}

/** Brings the ties of nodes up to date after these edges came, went or changed their weight. */
export async function countTies(tx: Tx, changes: readonly TieChange[]): Promise<void> {
  const changed = halves(changes);
  if (changed.size === 0) return;
  const counted = await sql<Omit<HalfTie, 'weight'>>`
    insert into tie as t (node, other, weight, edges, foremost)
    select node, other, more.weight, edges, coalesce(strongest.key, '')
    from json_to_recordset(${jsonRows([...changed.values()])}::json)
      as more(node text, other text, weight int, edges int)
    left join lateral (${strongest(sql`node`, sql`other`, sql`1`)}) strongest on true
    on conflict (node, other) do update set weight = t.weight + excluded.weight, edges = t.edges + excluded.edges,
      foremost = excluded.foremost
    returning node, other, edges`.execute(tx);
  const gone = counted.rows.filter(({ edges }) => edges === 0);
  if (gone.length > 0)
    await sql`
      delete from tie t using json_to_recordset(${jsonRows(gone)}::json) as gone(node text, other text)
      where t.node = gone.node and t.other = gone.other`.execute(tx);
  const fresh = counted.rows.filter(({ node, other, edges }) => changed.get(`${node}\n${other}`)?.edges === edges);
  await countTied(tx, [...fresh.filter(({ edges }) => edges > 0), ...gone.map((tie) => ({ ...tie, edges: -1 }))]);
}
