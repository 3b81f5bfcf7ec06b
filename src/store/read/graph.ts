import { sql } from 'kysely';
import type { GraphQuery, Neighbourhood, NeighboursQuery, Subgraph } from '../queries.ts';
import type { Db, EntityTable } from '../schema.ts';
import { lookUp } from '../transaction.ts';
import type { PlacedNode } from '../views.ts';
import { edgesAmong } from './among.ts';
import { counts } from './facets.ts';
import { asksOfEdges, coming, fits, fittingWeight, isOfType, leaving } from './filter.ts';
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

interface Foremost {
  keys: string[];
  /** How many fit. */
  nodes: number;
  edges: number;
}

/** Of the edges that fit, their nodes, those with most edges in the whole store first: the edges are read once. */
async function foremostTied(db: Db, { limit, ...filter }: GraphQuery): Promise<Foremost> {
  const { rows } = await sql<{ key: string; nodes: number; edges: number }>`
    with fitting as materialized (
      select source, target from edge
      where ${fits(filter)} and ${isOfType(filter, sql`source`)} and ${isOfType(filter, sql`target`)}),
    ends as (select source as key from fitting union select target from fitting)
    select key, (count(*) over ())::int as nodes, (select count(*) from fitting)::int as edges
    from ends join entity using (key) order by degree desc, key limit ${limit}`.execute(db);
  return { keys: rows.map(({ key }) => key), nodes: rows[0]?.nodes ?? 0, edges: rows[0]?.edges ?? 0 };
}

/** All nodes, or those of some types; those with most edges first. */
async function foremostOf(db: Db, { limit, ...filter }: GraphQuery): Promise<Foremost> {
  const { entityType } = filter;
  const ofType = entityType === undefined ? sql`true` : sql`type = any(${[...entityType]})`;
  const { rows } = await sql<{ key: string }>`
    select key from entity where ${ofType} order by degree desc, key limit ${limit}`.execute(db);
  const keys = rows.map(({ key }) => key);
  const { entities, edges } = await counts(db);
  if (entityType === undefined) return { keys, nodes: entities, edges };
  const total = await sql<{ nodes: number; edges: number }>`
    select (select count(*) from entity where ${ofType})::int as nodes, (select count(*) from edge
      where ${isOfType(filter, sql`source`)} and ${isOfType(filter, sql`target`)})::int as edges`.execute(db);
  return { keys, nodes: total.rows[0]?.nodes ?? 0, edges: total.rows[0]?.edges ?? 0 };
}

export async function graph(db: Db, query: GraphQuery): Promise<Subgraph> {
  const foremost = asksOfEdges(query) ? await foremostTied(db, query) : await foremostOf(db, query);
  const nodes = await nodesOf(db, foremost.keys);
  const { edges } = await edgesAmong(db, nodes, query, { count: foremost.edges });
  return { nodes, edges, totalNodes: foremost.nodes, totalEdges: foremost.edges };
}

interface Step {
  /** Nodes one step on, the strongest tie first, as many as there is room for. */
  keys: string[];
  /** How many there are. */
  total: number;
}

/** Nodes that a node is tied to most, in a step that does not begin at the start: those of hubs are not all looked at. */
const LOOKED_AT = 100;

const asksOfTies = (filter: NeighboursQuery): boolean => filter.direction !== 'both' || asksOfEdges(filter);

/** All that is one step from the start, by the weight of the edges that fit: both halves read one index each. */
const ofStart = (start: string, room: number, filter: NeighboursQuery) => sql<Found>`
  select other, (count(*) over ())::int as total from (
    select target as other, weight from edge where source = ${start} and ${leaving(filter)}
    and ${fits(filter)} and ${isOfType(filter, sql`target`)}
    union all
    select source, weight from edge where target = ${start} and ${coming(filter)}
    and ${fits(filter)} and ${isOfType(filter, sql`source`)}) tie
  group by other order by sum(weight) desc, other limit ${room}`;

/** The same where all edges fit: a hub's foremost are the first of an index. */
function tiedTo(start: string, room: number, filter: NeighboursQuery) {
  const fitting = sql`from tie where node = ${start} and ${isOfType(filter, sql`other`)}`;
  const total =
    filter.entityType === undefined
      ? sql`select ties from entity_total where entity = ${start}`
      : sql`select count(*)::int ${fitting}`;
  return sql<Found>`select other, (${total}) as total ${fitting} order by weight desc, other limit ${room}`;
}

/** What is one step from these nodes, as far as it is looked at. */
function ofFrontier(frontier: readonly string[], reached: readonly string[], room: number, filter: NeighboursQuery) {
  const weight = asksOfTies(filter) ? fittingWeight(filter) : sql`weight`;
  return sql<Found>`
    select other, (count(*) over ())::int as total from unnest(${[...frontier]}::text[]) near(key)
    cross join lateral (
      select other, fitting from (
        select other, tie.weight, ${weight} as fitting from tie
        where node = near.key and ${isOfType(filter, sql`other`)} order by tie.weight desc, other offset 0) weighed
      where fitting is not null order by weight desc, other limit ${sql.lit(LOOKED_AT)}) tie
    where other <> all(${[...reached]}) group by other order by sum(fitting) desc, other limit ${room}`;
}

interface Found {
  other: string;
  total: number;
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
  const most = Math.max(room, 1);
  const query =
    reached.size > 1 || start === undefined
      ? ofFrontier(frontier, [...reached], most, filter)
      : asksOfTies(filter)
        ? ofStart(start, most, filter)
        : tiedTo(start, most, filter);
  const { rows } = await query.execute(db);
  return { keys: rows.slice(0, room).map(({ other }) => other), total: rows[0]?.total ?? 0 };
}

/** Null where there is no node of this very key. */
async function around(db: Db, start: string, query: NeighboursQuery): Promise<Neighbourhood | null> {
  if (!asksOfEdges(query)) await lookUp(db);
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
  const { edges, total } = await edgesAmong(db, nearest, query, { start });
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
