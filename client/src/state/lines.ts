import type { Modality } from '../../../src/ontology.ts';
import type { Network } from './network.ts';
import { each } from './slices.ts';

/** One line on the canvas: all edges of a pair in one direction, or a single edge where the pair is fanned out. */
export interface Line {
  key: string;
  source: string;
  target: string;
  directed: boolean;
  /** The edges that it stands for, the surest fact first. */
  edges: readonly string[];
  modality: Modality;
  /** The most independent sources that stand behind one of them. */
  sources: number;
  /** Height of the bow over half the distance, to the left of source → target; 0 is straight. */
  curvature: number;
}

const rank: Record<Modality, number> = { actual: 0, planned: 1, possible: 2, negated: 3 };
const SPREAD = 0.28;

/** All edges of a pair, and the lines that draw it. */
interface Pair {
  a: string;
  b: string;
  edges: string[];
  /** One line a direction, where the pair is not fanned out. */
  lines: readonly Line[];
}

/** Pairs of sets of edges that are still in use: they are many, and change seldom. */
const known = new WeakMap<ReadonlySet<string>, { order: number; pairs: Pair[] }>();

/**
 * The lines that draw these edges: one a pair and direction, with those of a pair in `fanned` parted into one an edge.
 * Lines of one pair bow away from each other. Reckoned bit by bit: see slices.ts.
 */
export function* lines(
  network: Network,
  edges: ReadonlySet<string>,
  fanned: (a: string, b: string) => boolean,
): Generator<void, Line[]> {
  const before = known.get(edges);
  const pairs = before?.order === network.size ? before.pairs : yield* pairsOf(network, edges);
  known.set(edges, { order: network.size, pairs });
  const drawn: Line[] = [];
  yield* each(pairs, (pair) => {
    const parted = pair.edges.length > 1 && fanned(pair.a, pair.b);
    drawn.push(...(parted ? bowed(pair.edges.map((edge) => line(network, edge, [edge]))) : pair.lines));
  });
  return drawn;
}

function* pairsOf(network: Network, edges: ReadonlySet<string>): Generator<void, Pair[]> {
  const pairs: Pair[] = [];
  const ofNode = new Map<string, Map<string, Pair>>();
  yield* each(edges, (edge) => {
    const source = network.source(edge);
    const target = network.target(edge);
    if (source === target) return;
    const [a, b] = source < target ? [source, target] : [target, source];
    const others = ofNode.get(a) ?? new Map<string, Pair>();
    ofNode.set(a, others);
    const pair = others.get(b);
    if (pair) pair.edges.push(edge);
    else {
      const first: Pair = { a, b, edges: [edge], lines: [] };
      others.set(b, first);
      pairs.push(first);
    }
  });
  yield* each(pairs, (pair) => {
    pair.lines = parallel(network, pair);
  });
  return pairs;
}

/** One line a direction. */
function parallel(network: Network, { a, b, edges }: Pair): Line[] {
  const [only] = edges;
  if (edges.length === 1 && only !== undefined) return [line(network, wayOf(network, only, a, b), edges)];
  const ways = new Map<string, string[]>();
  for (const edge of edges) {
    const way = wayOf(network, edge, a, b);
    const members = ways.get(way);
    if (members) members.push(edge);
    else ways.set(way, [edge]);
  }
  return bowed([...ways].map(([key, members]) => line(network, key, members)));
}

const wayOf = (network: Network, edge: string, a: string, b: string): string =>
  network.isUndirected(edge) ? `${a}\n${b}\n-` : `${network.source(edge)}\n>\n${network.target(edge)}`;

function line(network: Network, key: string, members: readonly string[]): Line {
  const strength = (edge: string) => {
    const { modality, weight, confidence } = network.getEdgeAttributes(edge);
    return [rank[modality], -weight, -confidence] as const;
  };
  const edges = members.toSorted((a, b) => {
    const [ma, wa, ca] = strength(a);
    const [mb, wb, cb] = strength(b);
    return ma - mb || wa - wb || ca - cb || (a < b ? -1 : 1);
  });
  const first = edges[0] ?? key;
  return {
    key,
    source: network.source(first),
    target: network.target(first),
    directed: network.isDirected(first),
    edges,
    modality: network.getEdgeAttribute(first, 'modality'),
    sources: Math.max(...edges.map((edge) => network.getEdgeAttribute(edge, 'sources'))),
    curvature: 0,
  };
}

/** Bows are measured from one side of the pair, whichever way a line runs, so that two ways do not lie on each other. */
function bowed(parallel: Line[]): Line[] {
  const sorted = parallel.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return sorted.map((each, i) => {
    const bow = (i - (sorted.length - 1) / 2) * SPREAD;
    return { ...each, curvature: each.source < each.target ? bow : -bow };
  });
}
