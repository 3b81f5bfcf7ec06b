import { sql } from 'kysely';
import type { Db, EdgeTable } from '../schema.ts';
import type { EdgeFilter, EdgeRow, NodeRow } from '../store.ts';
import { fits } from './filter.ts';
import { edgeRows } from './rows.ts';

/** A node with more edges than this times the number of nodes is a hub: its pairs are looked up, its edges not read. */
const HUB = 2;

/** Edges for each node at most, and for few nodes: between hubs there are thousands, and no picture shows them. */
const EDGES_PER_NODE = 10;
const FEW_EDGES = 1000;

/** So many edges of the whole store are looked through in less time than the pairs of hubs. */
const FEW_FITTING = 50_000;

type Ends = Pick<NodeRow, 'key' | 'degree'>;

/** The four ways in which two of the nodes can be tied, each by its index: hubs with many articles before the rest. */
function tied(nodes: readonly Ends[], filter: EdgeFilter) {
  const isHub = ({ degree }: Ends) => degree > HUB * nodes.length;
  const keys = nodes.map(({ key }) => key);
  const hubs = nodes.filter(isHub).map(({ key }) => key);
  const others = nodes.filter((node) => !isHub(node)).map(({ key }) => key);
  return sql`
    select edge.* from unnest(${others}::text[]) near(key) join edge on edge.source = near.key
      join unnest(${keys}::text[]) far(key) on far.key = edge.target where ${fits(filter)}
    union all
    select edge.* from unnest(${others}::text[]) near(key) join edge on edge.target = near.key
      join unnest(${hubs}::text[]) far(key) on far.key = edge.source where ${fits(filter)}
    union all
    select edge.* from unnest(${hubs}::text[]) near(key) cross join unnest(${hubs}::text[]) far(key)
      join edge on edge.source = near.key and edge.target = far.key and edge.weight > 1 where ${fits(filter)}
    union all
    select edge.* from unnest(${hubs}::text[]) near(key) cross join unnest(${hubs}::text[]) far(key)
      join edge on edge.source = near.key and edge.target = far.key and edge.weight = 1 where ${fits(filter)}`;
}

/**
 * The edges between these nodes that fit, sorted by key, and how many there are. Where there are too many to be shown,
 * first those of nodes that have few, then those that several articles say.
 *
 * @param nodes the more important first
 * @param fitting how many edges of the whole store fit, where that is known: few are found by the filter's own index
 */
export async function edgesAmong(
  db: Db,
  nodes: readonly Ends[],
  filter: EdgeFilter,
  fitting = Number.POSITIVE_INFINITY,
): Promise<{ edges: EdgeRow[]; total: number }> {
  const most = Math.max(FEW_EDGES, EDGES_PER_NODE * nodes.length);
  const keys = nodes.map(({ key }) => key);
  const among = sql`source = any(${keys}) and target = any(${keys}) and ${fits(filter)}`;
  const found =
    fitting <= FEW_FITTING ? sql`select * from edge where ${among} order by weight desc, key` : tied(nodes, filter);
  const { rows } = await sql<EdgeTable>`${found} limit ${most + 1}`.execute(db);
  const edges = await edgeRows(
    db,
    rows.slice(0, most).sort((a, b) => (a.key < b.key ? -1 : 1)),
  );
  if (rows.length <= most) return { edges, total: rows.length };
  const counted = await sql<{ total: number }>`select count(*)::int as total from edge where ${among}`.execute(db);
  return { edges, total: counted.rows[0]?.total ?? edges.length };
}
