import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import type { EdgeFilter, EdgeRow, Paths, PathsQuery } from '../store.ts';
import { edgesAmong } from './among.ts';
import { fits } from './filter.ts';
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

/** Takes the side one level on. @returns the ties that were read */
async function advance(db: Db, side: Side, room: number, filter: EdgeFilter): Promise<number> {
  const reached = [...side.ties.keys()];
  const found = await sql<{ near: string; far: string; weight: number }>`
    with tie as (
      select source as near, target as far, weight from edge
      where source = any(${side.frontier}) and ${fits(filter)}
      union all
      select target, source, weight from edge
      where target = any(${side.frontier}) and ${fits(filter)})
    select near, far, sum(weight)::int as weight from tie where far <> all(${reached})
    group by near, far order by sum(weight) desc, near, far limit ${room}`.execute(db);
  for (const { near, far, weight } of found.rows) {
    const ties = side.ties.get(far) ?? [];
    ties.push({ to: near, weight });
    side.ties.set(far, ties);
  }
  side.frontier = [...new Set(found.rows.map(({ far }) => far))];
  return found.rows.length;
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

/** Breadth first from both ends, the smaller frontier on, until they meet. */
async function meeting(db: Db, a: Side, b: Side, query: PathsQuery): Promise<{ at: string[]; truncated: boolean }> {
  let read = 0;
  for (let length = 1; length <= query.max; length++) {
    const [on, other] = a.frontier.length <= b.frontier.length ? [a, b] : [b, a];
    if (on.frontier.length === 0) break;
    const room = MOST_TIES - read;
    if (room <= 0) return { at: [], truncated: true };
    read += await advance(db, on, room, query);
    const at = on.frontier.filter((node) => other.ties.has(node));
    if (at.length > 0) return { at, truncated: read >= MOST_TIES };
  }
  return { at: [], truncated: read >= MOST_TIES };
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
  const start = await nodeKey(db, query.start);
  const end = await nodeKey(db, query.end);
  if (start === null || end === null) return null;
  const a = begin(start);
  const b = begin(end);
  const { at, truncated } = start === end ? { at: [], truncated: false } : await meeting(db, a, b, query);
  const [backA, backB] = [waysBack(a, query.limit), waysBack(b, query.limit)];
  const found = at
    .flatMap((node) =>
      backA(node).ways.flatMap((left) =>
        backB(node).ways.map((right) => ({
          nodes: [...left.nodes.toReversed(), ...right.nodes.slice(1)],
          cost: left.cost + right.cost,
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
    totalPaths: at.reduce((sum, node) => sum + backA(node).total * backB(node).total, 0),
    truncated,
    nodes,
    edges,
    totalNodes: keys.length,
    totalEdges: edges.length,
  };
}
