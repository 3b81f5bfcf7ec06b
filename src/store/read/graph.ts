import { sql } from 'kysely';
import type { Db, EntityTable } from '../schema.ts';
import type { GraphFilter, GraphQuery, Neighbourhood, NeighboursQuery, PlacedNode, Subgraph } from '../store.ts';
import { edgesAmong } from './among.ts';
import { nodeKey } from './entities.ts';
import { counts } from './facets.ts';
import { asksOfEdges, coming, fits, isOfType, leaving } from './filter.ts';
import { nodeRow } from './rows.ts';

type Placed = EntityTable & { x: number | null; y: number | null };

const placedNode = ({ x, y, ...row }: Placed): PlacedNode => ({ ...nodeRow(row), x, y });

export async function nodesOf(db: Db, keys: readonly string[]): Promise<PlacedNode[]> {
  const found = await sql<Placed>`
    select e.*, p.x, p.y from entity e left join position p on p.entity = e.key
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
  return { nodes, edges: await edgesAmong(db, nodes, query), totalNodes: total.nodes, totalEdges: total.edges };
}

interface Step {
  /** Nodes one step on, the strongest tie first, as many as there is room for. */
  keys: string[];
  /** How many there are. */
  total: number;
}

/** All that is one step from the frontier and was not reached yet: both halves read one index each. */
async function step(
  db: Db,
  frontier: readonly string[],
  reached: ReadonlySet<string>,
  room: number,
  filter: NeighboursQuery,
): Promise<Step> {
  const found = await sql<{ other: string; total: number }>`
    with tie as (
      select target as other, weight from edge where source = any(${[...frontier]}) and ${leaving(filter)}
      and ${fits(filter)} and ${isOfType(filter, sql`target`)}
      union all
      select source, weight from edge where target = any(${[...frontier]}) and ${coming(filter)}
      and ${fits(filter)} and ${isOfType(filter, sql`source`)})
    select other, (count(*) over ())::int as total from tie where other <> all(${[...reached]})
    group by other order by sum(weight) desc, other limit ${Math.max(room, 1)}`.execute(db);
  return { keys: found.rows.slice(0, room).map(({ other }) => other), total: found.rows[0]?.total ?? 0 };
}

export async function neighbours(db: Db, name: string, query: NeighboursQuery): Promise<Neighbourhood | null> {
  const start = await nodeKey(db, name);
  if (start === null) return null;
  const reached = new Set([start]);
  let frontier = [start];
  let totalNodes = 1;
  for (let depth = 0; depth < query.depth && frontier.length > 0; depth++) {
    const { keys, total } = await step(db, frontier, reached, query.limit + 1 - reached.size, query);
    totalNodes += total;
    for (const key of keys) reached.add(key);
    frontier = keys;
  }
  const nodes = await nodesOf(db, [...reached]);
  const edges = await edgesAmong(db, nodes, query);
  return {
    start,
    nodes,
    edges,
    totalNodes,
    totalEdges: edges.length,
    truncated: reached.size < totalNodes,
  };
}
