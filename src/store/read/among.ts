import { sql } from 'kysely';
import type { EdgeFilter } from '../queries.ts';
import type { Db } from '../schema.ts';
import { strongest } from '../ties.ts';
import type { EdgeRow, NodeRow } from '../views.ts';
import { asksOfEdges, fits } from './filter.ts';
import { edgeRow, LISTED, type Listed } from './rows.ts';

/** A node with more edges than this times the number of nodes is a hub: its pairs are looked up, its ties not read. */
const HUB = 2;

/**
 * Edges for each node at most, and for few nodes: between hubs there are thousands, and no picture shows them. Around
 * one node fewer do, for it is that node which was asked for.
 */
const WIDELY = { forEach: 5, forFew: 500 };
const AROUND_ONE = { forEach: 3, forFew: 200 };

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
    select node, other, weight, edges, foremost, weight::float8 / near.degree as share
    from unnest(${keys(others)}, ${degrees(others)}) near(key, degree)
    cross join lateral (select * from tie where node = near.key offset 0) tie
    where other in (select unnest(${keys(nodes)}))
    and (node < other or other in (select unnest(${keys(hubs)})))
    union all
    select node, other, weight, edges, foremost, weight::float8 / near.degree
    from unnest(${keys(hubs)}, ${degrees(hubs)}) with ordinality near(key, degree, place)
    join tie on node = near.key and other = any((${keys(hubs)})[:near.place - 1])`;
}

type Shown = Listed & { total: number };

/** Sorts the ties of the node around which the others are, if there is such, before others. */
const startFirst = (start: string | undefined) => (start === undefined ? sql`` : sql`${start} in (node, other) desc,`);

/** All edges between these nodes or, where there are too many, the strongest of each tie, and the ties of most share. */
const strongestAmong = (nodes: readonly Ends[], most: number, start: string | undefined) => sql<Shown>`
  with tied as materialized (${tiesAmong(nodes)}),
    size as materialized (
      select coalesce(sum(edges), 0)::int as total, greatest(${most}::int / greatest(count(*), 1), 1) as each from tied),
    shown as materialized (select * from tied order by ${startFirst(start)} share desc, node, other limit ${most})
  select ${LISTED}, (select total from size) as total from edge where key = any(array(
    select foremost from size cross join shown where total > ${most} and each = 1))
  union all
  select edge.*, total from size cross join shown
  cross join lateral (${strongest(sql`node`, sql`other`, sql`case when total > ${most} then each end`, LISTED)}) edge
  where total <= ${most} or each > 1`;

/** Edges between these nodes that fit or, where there are too many, first the strongest between each two. */
function fitting(nodes: readonly Ends[], most: number, filter: EdgeFilter, { start, count }: Known) {
  const keys = nodes.map(({ key }) => key);
  const ofTie = (node: 'node' | 'other', other: 'node' | 'other') => sql`
    select key, edge.weight from edge where source = tied.${sql.ref(node)} and target = tied.${sql.ref(other)}
    and ${fits(filter)}`;
  const found =
    count !== undefined && count <= FEW_FITTING
      ? sql`select key, weight, least(source, target) as node, greatest(source, target) as other from edge
        where source = any(${keys}) and target = any(${keys}) and ${fits(filter)}`
      : sql`select edge.key, edge.weight, node, other from (${tiesAmong(nodes)}) tied
        cross join lateral (${ofTie('node', 'other')} union all ${ofTie('other', 'node')}) edge`;
  return sql<Shown>`
    select ${LISTED}, total from (
      select key, count(*) over ()::int as total,
        row_number() over (partition by node, other order by weight desc, key) as place, weight
      from (${found}) found order by place, ${startFirst(start)} weight desc, key limit ${most}) shown
    join edge using (key)`;
}

/** What is known of the nodes and the filter beforehand. */
interface Known {
  /** The node around which the others are. */
  start?: string;
  /** How many edges of the whole store fit: few are found by the filter's own index. */
  count?: number;
}

/**
 * The edges between these nodes that fit, sorted by key, and how many there are: not all are listed where there are
 * too many to be shown.
 */
export async function edgesAmong(
  db: Db,
  nodes: readonly Ends[],
  filter: EdgeFilter,
  known: Known = {},
): Promise<{ edges: EdgeRow[]; total: number }> {
  const { forEach, forFew } = known.start === undefined ? WIDELY : AROUND_ONE;
  const most = Math.max(forFew, forEach * nodes.length);
  const query = asksOfEdges(filter) ? fitting(nodes, most, filter, known) : strongestAmong(nodes, most, known.start);
  const { rows } = await query.execute(db);
  const edges = rows.map(edgeRow).sort((a, b) => (a.key < b.key ? -1 : 1));
  return { edges, total: rows[0]?.total ?? 0 };
}
