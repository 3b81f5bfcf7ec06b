import { sql } from 'kysely';
import type { Db, EdgeTable, EntityTable } from '../schema.ts';
import type { Counts, EdgeFilter, Neighbourhood, NeighboursQuery, PlacedNode, Subgraph } from '../store.ts';
import { coming, fits, leaving } from './edges.ts';
import { nodeKey } from './entities.ts';
import { edgeRow, nodeRow } from './rows.ts';

type Placed = EntityTable & { x: number | null; y: number | null };

const placedNode = ({ x, y, ...row }: Placed): PlacedNode => ({ ...nodeRow(row), x, y });

export async function counts(db: Db): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select (select count(*) from article)::int as articles, (select count(*) from entity)::int as entities,
      (select count(*) from edge)::int as edges`.execute(db);
  return rows[0] ?? { articles: 0, entities: 0, edges: 0 };
}

export async function nodesOf(db: Db, keys: readonly string[]): Promise<PlacedNode[]> {
  const found = await sql<Placed>`
    select e.*, p.x, p.y from entity e left join position p on p.entity = e.key
    where e.key = any(${[...keys]}) order by e.key`.execute(db);
  return found.rows.map(placedNode);
}

export async function edgesAmong(db: Db, keys: readonly string[], filter: EdgeFilter) {
  const found = await sql<EdgeTable>`
    select * from edge where source = any(${[...keys]}) and target = any(${[...keys]}) and ${fits(filter)}
    order by key`.execute(db);
  return found.rows.map(edgeRow);
}

export async function graph(db: Db, { limit }: { limit: number }): Promise<Subgraph> {
  const top = await db
    .selectFrom('entity')
    .select('key')
    .orderBy('degree', 'desc')
    .orderBy('key')
    .limit(limit)
    .execute();
  const keys = top.map(({ key }) => key);
  const { entities, edges } = await counts(db);
  return {
    nodes: await nodesOf(db, keys),
    edges: await edgesAmong(db, keys, { direction: 'both' }),
    totalNodes: entities,
    totalEdges: edges,
  };
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
  filter: EdgeFilter,
): Promise<Step> {
  const found = await sql<{ other: string; total: number }>`
    with tie as (
      select target as other, weight from edge
      where source = any(${[...frontier]}) and ${leaving(filter)} and ${fits(filter)}
      union all
      select source, weight from edge
      where target = any(${[...frontier]}) and ${coming(filter)} and ${fits(filter)})
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
  const edges = await edgesAmong(db, [...reached], query);
  return {
    start,
    nodes: await nodesOf(db, [...reached]),
    edges,
    totalNodes,
    totalEdges: edges.length,
    truncated: reached.size < totalNodes,
  };
}
