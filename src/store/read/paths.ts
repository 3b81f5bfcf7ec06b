import { sql } from 'kysely';
import type { EdgeFilter, Paths, PathsQuery } from '../queries.ts';
import type { Db } from '../schema.ts';
import { lookUp } from '../transaction.ts';
import type { EdgeRow } from '../views.ts';
import { edgesAmong } from './among.ts';
import { asksOfEdges, fits, fittingWeight } from './filter.ts';
import { nodesOf } from './graph.ts';
import { nodeKey } from './node-key.ts';

/** Ties read at most, both ends together: a search across a large graph ends with what it has. */
const MOST_TIES = 20_000;

/** One of the two searches: each node reached, with its ties to the level before. */
interface Side {
  ties: Map<string, { to: string; weight: number }[]>;
  frontier: string[];
}

/** A way from a node to where its search began. `cost` is the sum of 1/weight: many articles make a short step. */
interface Way {
  nodes: string[];
  cost: number;
}

const begin = (key: string): Side => ({ ties: new Map([[key, []]]), frontier: [key] });

/** A step between two nodes, with what its edges weigh. */
interface Tie {
  near: string;
  far: string;
  weight: number;
}

/** Ties of these nodes, the strongest first; where something is asked of edges, of the edges that fit. */
function tiesOf(frontier: readonly string[], reached: readonly string[], room: number, filter: EdgeFilter) {
  if (!asksOfEdges(filter))
    return sql<Tie>`
      select near.key as near, tie.* from unnest(${[...frontier]}::text[]) near(key) cross join lateral (
        select other as far, weight from tie where node = near.key and other <> all(${[...reached]})
        order by weight desc, other limit ${room}) tie
      order by weight desc, near, far limit ${room}`;
  return sql<Tie>`
    with tie as (
      select source as near, target as far, weight from edge
      where source = any(${[...frontier]}) and ${fits(filter)}
      union all
      select target, source, weight from edge
      where target = any(${[...frontier]}) and ${fits(filter)})
    select near, far, sum(weight)::int as weight from tie where far <> all(${[...reached]})
    group by near, far order by sum(weight) desc, near, far limit ${room}`;
}

/** Takes the side one level on. @returns the ties that were read */
async function advance(db: Db, side: Side, room: number, filter: EdgeFilter): Promise<number> {
  const { rows } = await tiesOf(side.frontier, [...side.ties.keys()], room, filter).execute(db);
  for (const { near, far, weight } of rows) {
    const ties = side.ties.get(far) ?? [];
    ties.push({ to: near, weight });
    side.ties.set(far, ties);
  }
  side.frontier = [...new Set(rows.map(({ far }) => far))];
  return rows.length;
}

/** Ties from one side to the other: two looks into an index for each pair, and no look at what else hubs have. */
async function bridges(db: Db, a: Side, b: Side, filter: EdgeFilter): Promise<Tie[]> {
  const weight = asksOfEdges(filter) ? fittingWeight({ ...filter, direction: 'both' }) : sql`weight`;
  const { rows } = await sql<Tie>`
    select * from (
      select node as near, other as far, (${weight})::int as weight
      from tie where node = any(${a.frontier}) and other = any(${b.frontier})) bridge
    where weight is not null order by near, far`.execute(db);
  return rows;
}

/** How many ties these nodes have. */
async function countTies(db: Db, { frontier }: Side): Promise<number> {
  const { rows } = await sql<{ ties: number }>`
    select coalesce(sum(ties), 0)::int as ties from entity_total where entity = any(${frontier})`.execute(db);
  return rows[0]?.ties ?? 0;
}

const byCost = (a: Way, b: Way): number => a.cost - b.cost || (a.nodes.join('\n') < b.nodes.join('\n') ? -1 : 1);

/** The strongest ways from each node back to the beginning of its side, `most` of each, and how many there are. */
function waysBack(side: Side, most: number): (node: string) => { ways: Way[]; total: number } {
  const known = new Map<string, { ways: Way[]; total: number }>();
  const back = (node: string): { ways: Way[]; total: number } => {
    const before = known.get(node);
    if (before) return before;
    const ties = side.ties.get(node) ?? [];
    const answer =
      ties.length === 0
        ? { ways: [{ nodes: [node], cost: 0 }], total: 1 }
        : {
            ways: ties
              .flatMap(({ to, weight }) =>
                back(to).ways.map(({ nodes, cost }) => ({ nodes: [node, ...nodes], cost: cost + 1 / weight })),
              )
              .sort(byCost)
              .slice(0, most),
            total: ties.reduce((sum, { to }) => sum + back(to).total, 0),
          };
    known.set(node, answer);
    return answer;
  };
  return back;
}

/** Breadth first from both ends, the one with fewer ties on, until a tie leads from one to the other. */
async function meeting(db: Db, a: Side, b: Side, query: PathsQuery): Promise<{ over: Tie[]; truncated: boolean }> {
  let read = 0;
  for (let length = 1; length <= query.max; length++) {
    const over = await bridges(db, a, b, query);
    if (over.length > 0 || length === query.max) return { over, truncated: read >= MOST_TIES };
    const room = MOST_TIES - read;
    if (room <= 0) return { over: [], truncated: true };
    const on = (await countTies(db, a)) <= (await countTies(db, b)) ? a : b;
    read += await advance(db, on, room, query);
    if (on.frontier.length === 0) break;
  }
  return { over: [], truncated: read >= MOST_TIES };
}

/** The edges of each step, the most attested first. */
function stepEdges(nodes: readonly string[], edges: readonly EdgeRow[]): string[][] {
  return nodes.slice(1).map((to, i) => {
    const from = nodes[i];
    return edges
      .filter(({ source, target }) => (source === from && target === to) || (source === to && target === from))
      .sort((x, y) => y.weight - x.weight || y.confidence - x.confidence || (x.key < y.key ? -1 : 1))
      .map(({ key }) => key);
  });
}

/** The shortest paths between two nodes, whichever way their edges point. */
export async function paths(db: Db, query: PathsQuery): Promise<Paths | null> {
  if (!asksOfEdges(query)) await lookUp(db);
  const start = await nodeKey(db, query.start);
  const end = await nodeKey(db, query.end);
  if (start === null || end === null) return null;
  const a = begin(start);
  const b = begin(end);
  const { over, truncated } = start === end ? { over: [], truncated: false } : await meeting(db, a, b, query);
  const [backA, backB] = [waysBack(a, query.limit), waysBack(b, query.limit)];
  const found = over
    .flatMap(({ near, far, weight }) =>
      backA(near).ways.flatMap((left) =>
        backB(far).ways.map((right) => ({
          nodes: [...left.nodes.toReversed(), ...right.nodes],
          cost: left.cost + 1 / weight + right.cost,
        })),
      ),
    )
    .sort(byCost)
    .slice(0, query.limit);
  const keys = [...new Set([start, end, ...found.flatMap(({ nodes }) => nodes)])];
  const nodes = await nodesOf(db, keys);
  const { edges: among } = await edgesAmong(db, nodes, query);
  const listed = found.map(({ nodes }) => ({ nodes, edges: stepEdges(nodes, among) }));
  const used = new Set(listed.flatMap(({ edges }) => edges.flat()));
  const edges = among.filter(({ key }) => used.has(key));
  return {
    start,
    end,
    paths: listed,
    totalPaths: over.reduce((sum, { near, far }) => sum + backA(near).total * backB(far).total, 0),
    truncated,
    nodes,
    edges,
    totalNodes: keys.length,
    totalEdges: edges.length,
  };
}
