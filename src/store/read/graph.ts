import { sql } from 'kysely';
import type { Db, EntityTable } from '../schema.ts';
import type { GraphFilter, GraphQuery, Neighbourhood, NeighboursQuery, PlacedNode, Subgraph } from '../store.ts';
import { edgesAmong } from './among.ts';
import { counts } from './facets.ts';
import { asksOfEdges, coming, fits, isOfType, leaving } from './filter.ts';
import { nodeKey } from './node-key.ts';
import { type MeasureColumns, measured, nodeRow } from './rows.ts';

type Placed = EntityTable & MeasureColumns & { x: number | null; y: number | null };

const placedNode = (row: Placed): PlacedNode => ({ ...nodeRow(row), ...measured(row), x: row.x, y: row.y });

export async function nodesOf(db: Db, keys: readonly string[]): Promise<PlacedNode[]> {
  const found = await sql<Placed>`
    select e.*, p.x, p.y, m.community, m.rank from entity e
    left join position p on p.entity = e.key left join measure m on m.entity = e.key
    where e.key = any(${[...keys]}) order by e.key`.execute(db);
  return found.rows.map(placedNode);
}

/** Fewer edges than this are looked at one by one to find their nodes; of more, most nodes have one. */
const FEW_EDGES = 20_000;

/** The nodes that the filter leaves, those with most edges first. */
async function foremost(db: Db, { limit, ...filter }: GraphQuery, edges: number): Promise<string[]> {
  const isFit = fits(filter);
  const tied = !asksOfEdges(filter)
    ? sql`true`
    : edges <= FEW_EDGES
      ? sql`key = any(array(select source from edge where ${isFit} union select target from edge where ${isFit}))`
      : sql`(exists (select 1 from edge where source = e.key and ${isFit})
          or exists (select 1 from edge where target = e.key and ${isFit}))`;
  const types = filter.entityType;
  const found = await sql<{ key: string }>`
    select key from entity e where ${types === undefined ? sql`true` : sql`type = any(${[...types]})`} and ${tied}
    order by degree desc, key limit ${limit}`.execute(db);
  return found.rows.map(({ key }) => key);
}

async function totals(db: Db, filter: GraphFilter): Promise<{ nodes: number; edges: number }> {
  const { entities, edges } = await counts(db);
  if (!asksOfEdges(filter) && filter.entityType === undefined) return { nodes: entities, edges };
  const fitting = sql`${fits(filter)} and ${isOfType(filter, sql`source`)} and ${isOfType(filter, sql`target`)}`;
  const { rows } = await sql<{ nodes: number; edges: number }>`
    select (select count(*) from edge where ${fitting})::int as edges, ${
      asksOfEdges(filter)
        ? sql`(select count(*) from (
            select source from edge where ${fits(filter)} and ${isOfType(filter, sql`source`)} union
            select target from edge where ${fits(filter)} and ${isOfType(filter, sql`target`)}) ends)`
        : sql`(select count(*) from entity where type = any(${[...(filter.entityType ?? [])]}))`
    }::int as nodes`.execute(db);
  return rows[0] ?? { nodes: 0, edges: 0 };
}

export async function graph(db: Db, query: GraphQuery): Promise<Subgraph> {
  const total = await totals(db, query);
  const nodes = await nodesOf(db, await foremost(db, query, total.edges));
  const { edges } = await edgesAmong(db, nodes, query);
  return { nodes, edges, totalNodes: total.nodes, totalEdges: total.edges };
}

interface Step {
  /** Nodes one step on, the strongest tie first, as many as there is room for. */
  keys: string[];
  /** How many there are. */
  total: number;
}

/** Edges of a node that are looked at, of each kind and direction, in a step that does not begin at the start. */
const LOOKED_AT = 100;

/** The ties of the start: both halves read one index each. */
const ofStart = (start: string, filter: NeighboursQuery) => sql`
  select target as other, weight from edge where source = ${start} and ${leaving(filter)}
  and ${fits(filter)} and ${isOfType(filter, sql`target`)}
  union all
  select source, weight from edge where target = ${start} and ${coming(filter)}
  and ${fits(filter)} and ${isOfType(filter, sql`source`)}`;

/** Ties of further nodes, of hubs not all: those that several articles say, and some of the others. */
function ofFrontier(frontier: readonly string[], filter: NeighboursQuery) {
  const half = (near: 'source' | 'target', weight: 'edge.weight > 1' | 'edge.weight = 1') => {
    const far = sql.ref(near === 'source' ? 'target' : 'source');
    return sql`
      select tie.* from unnest(${[...frontier]}::text[]) near(key) cross join lateral (
        select ${far} as other, weight from edge where ${sql.ref(near)} = near.key and ${sql.raw(weight)}
        and ${near === 'source' ? leaving(filter) : coming(filter)} and ${fits(filter)} and ${isOfType(filter, far)}
        limit ${sql.lit(LOOKED_AT)}) tie`;
  };
  const halves = [half('source', 'edge.weight > 1'), half('source', 'edge.weight = 1')];
  return sql.join([...halves, half('target', 'edge.weight > 1'), half('target', 'edge.weight = 1')], sql` union all `);
}

/** All that is one step from the frontier and was not reached yet. */
async function step(
  db: Db,
  frontier: readonly string[],
  reached: ReadonlySet<string>,
  room: number,
  filter: NeighboursQuery,
): Promise<Step> {
  const [start] = frontier;
  const ties = reached.size === 1 && start !== undefined ? ofStart(start, filter) : ofFrontier(frontier, filter);
  const found = await sql<{ other: string; total: number }>`
    with tie as (${ties})
    select other, (count(*) over ())::int as total from tie where other <> all(${[...reached]})
    group by other order by sum(weight) desc, other limit ${Math.max(room, 1)}`.execute(db);
  return { keys: found.rows.slice(0, room).map(({ other }) => other), total: found.rows[0]?.total ?? 0 };
}

/** Null where there is no node of this very key. */
async function around(db: Db, start: string, query: NeighboursQuery): Promise<Neighbourhood | null> {
  const reached = new Set([start]);
  let frontier = [start];
  let totalNodes = 1;
  const passed = new Set<string>();
  for (let depth = 0; depth < query.depth && frontier.length > 0; depth++) {
    const { keys, total } = await step(db, frontier, reached, query.limit + 1 - reached.size, query);
    totalNodes += total;
    if (depth > 0) for (const key of frontier) passed.add(key);
    for (const key of keys) reached.add(key);
    frontier = keys;
  }
  const nodes = await nodesOf(db, [...reached]);
  if (!nodes.some(({ key }) => key === start)) return null;
  const order = new Map([...reached].map((key, at) => [key, at]));
  const nearest = nodes.toSorted((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
  const { edges, total } = await edgesAmong(db, nearest, query);
  const isHubPassed = nodes.some(({ key, degree }) => passed.has(key) && degree > LOOKED_AT);
  return {
    start,
    nodes,
    edges,
    totalNodes,
    totalEdges: total,
    truncated: reached.size < totalNodes || edges.length < total || isHubPassed,
  };
}

export async function neighbours(db: Db, name: string, query: NeighboursQuery): Promise<Neighbourhood | null> {
  const found = await around(db, name, query);
  if (found !== null) return found;
  const key = await nodeKey(db, name); // another of its names, or an older key
  return key === null || key === name ? null : around(db, key, query);
}
