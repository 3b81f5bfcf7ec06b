import { sql } from 'kysely';
import type { EdgeFilter } from '../queries.ts';
import type { Db, EdgeTable } from '../schema.ts';
import type { EdgeRow, NodeRow } from '../views.ts';
import { asksOfEdges, fits } from './filter.ts';
import { edgeRow } from './rows.ts';

/** A node with more edges than this times the number of nodes is a hub: its pairs are looked up, its ties not read. */
const HUB = 2;

/** Edges for each node at most, and for few nodes: between hubs there are thousands, and no picture shows them. */
const EDGES_PER_NODE = 5;
const FEW_EDGES = 500;

/** So many edges of the whole store are looked through in less time than the ties of hubs. */
const FEW_FITTING = 50_000;

type Ends = Pick<NodeRow, 'key' | 'degree'>;

/**
 * The ties between these nodes, each once; `share` is its part of what one of the two has, of hubs the lesser. Each node
 * is looked up by itself (`offset 0`): joined, all that hubs are tied to was read for a few ties.
 */
function tiesAmong(nodes: readonly Ends[]) {
  const isHub = ({ degree }: Ends) => degree > HUB * nodes.length;
  const hubs = nodes.filter(isHub).toSorted((a, b) => b.degree - a.degree);
  const others = nodes.filter((node) => !isHub(node));
  const keys = (some: readonly Ends[]) => sql`${some.map(({ key }) => key)}::text[]`;
  const degrees = (some: readonly Ends[]) => sql`${some.map(({ degree }) => degree)}::int[]`;
  return sql`
    select node, other, weight, edges, weight::float8 / near.degree as share
    from unnest(${keys(others)}, ${degrees(others)}) near(key, degree)
    cross join lateral (select * from tie where node = near.key and other = any(${keys(nodes)}) offset 0) tie
    where node < other or other = any(${keys(hubs)})
    union all
    select node, other, weight, edges, weight::float8 / near.degree
    from unnest(${keys(hubs)}, ${degrees(hubs)}) with ordinality near(key, degree, place)
    join tie on node = near.key and other = any((${keys(hubs)})[:near.place - 1])`;
}

type Shown = EdgeTable & { total: number };

/** All edges between these nodes or, where there are too many, the strongest of each tie, and the ties of most share. */
function strongest(nodes: readonly Ends[], most: number) {
  const foremost = sql`order by edge.weight desc, key limit case when total > ${most} then each end`;
  return sql<Shown>`
    with tied as materialized (${tiesAmong(nodes)}),
      size as materialized (
        select coalesce(sum(edges), 0)::int as total, greatest(${most}::int / greatest(count(*), 1), 1) as each from tied)
    select edge.*, total from size
    cross join (select * from tied order by share desc, node, other limit ${most}) tied
    cross join lateral (
      select * from (
        (select * from edge where source = node and target = other ${foremost})
        union all
        (select * from edge where source = other and target = node ${foremost})) edge
      ${foremost}) edge`;
}

/** Edges between these nodes that fit or, where there are too many, first the strongest between each two. */
function fitting(nodes: readonly Ends[], most: number, filter: EdgeFilter, areFew: boolean) {
  const keys = nodes.map(({ key }) => key);
  const ofTie = (node: 'node' | 'other', other: 'node' | 'other') => sql`
    select key, edge.weight from edge where source = tied.${sql.ref(node)} and target = tied.${sql.ref(other)}
    and ${fits(filter)}`;
  const found = areFew
    ? sql`select key, weight, least(source, target) as node, greatest(source, target) as other from edge
        where source = any(${keys}) and target = any(${keys}) and ${fits(filter)}`
    : sql`select edge.key, edge.weight, node, other from (${tiesAmong(nodes)}) tied
        cross join lateral (${ofTie('node', 'other')} union all ${ofTie('other', 'node')}) edge`;
  return sql<Shown>`
    select edge.*, total from (
      select key, weight, count(*) over ()::int as total,
        row_number() over (partition by node, other order by weight desc, key) as place
      from (${found}) found order by place, weight desc, key limit ${most}) shown
    join edge using (key)`;
}

/**
 * The edges between these nodes that fit, sorted by key, and how many there are: not all are listed where there are
 * too many to be shown.
 *
 * @param count how many edges of the whole store fit, where that is known: few are found by the filter's own index
 */
export async function edgesAmong(
  db: Db,
  nodes: readonly Ends[],
  filter: EdgeFilter,
  count = Number.POSITIVE_INFINITY,
): Promise<{ edges: EdgeRow[]; total: number }> {
  const most = Math.max(FEW_EDGES, EDGES_PER_NODE * nodes.length);
  const query = asksOfEdges(filter) ? fitting(nodes, most, filter, count <= FEW_FITTING) : strongest(nodes, most);
  const { rows } = await query.execute(db);
  const edges = rows.map(edgeRow).sort((a, b) => (a.key < b.key ? -1 : 1));
  return { edges, total: rows[0]?.total ?? 0 };
}
