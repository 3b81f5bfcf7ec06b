import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import pagerank from 'graphology-metrics/centrality/pagerank.js';

/** The whole graph as numbers: the n-th tie runs between nodes `source[n]` and `target[n]` of `keys`. */
export interface Ties {
  /** Sorted. */
  keys: string[];
  source: Uint32Array;
  target: Uint32Array;
  weight: Uint32Array;
}

/** By the index of the node. */
export interface Measures {
  /** 0 is the community of most nodes; nodes that hang on nothing are each their own. */
  community: Uint32Array;
  /** PageRank as a share of the highest: 1 is the most central node. */
  rank: Float64Array;
}

/** Louvain asks for chances even where it takes none: the same ones each time. */
function steady(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function graphOf({ keys, source, target, weight }: Ties): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const index of keys.keys()) graph.addNode(index);
  for (const [tie, from] of source.entries()) {
    const [to, more] = [target[tie] ?? from, weight[tie] ?? 1];
    if (from !== to) graph.updateUndirectedEdge(from, to, (old) => ({ weight: (Number(old.weight) || 0) + more }));
  }
  return graph;
}

/** Numbers communities by their size, then by their first node. */
function renumbered(found: Readonly<Record<string, number>>, nodes: number): Uint32Array {
  const members = new Map<number, number[]>();
  for (let node = 0; node < nodes; node++) {
    const community = found[node] ?? -1 - node;
    const list = members.get(community);
    if (list) list.push(node);
    else members.set(community, [node]);
  }
  const sorted = [...members.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  const community = new Uint32Array(nodes);
  for (const [number, all] of sorted.entries()) for (const node of all) community[node] = number;
  return community;
}

/**
 * Communities (Louvain: Blondel et al., J. Stat. Mech. 2008) and PageRank (Page et al. 1999) of the whole graph, its
 * edges taken as ties whose strength is their weight. The same graph gives the same numbers.
 */
export function measure(ties: Ties): Measures {
  const nodes = ties.keys.length;
  const graph = graphOf(ties);
  if (graph.size === 0)
    return { community: Uint32Array.from(ties.keys.keys()), rank: new Float64Array(nodes).fill(nodes > 0 ? 1 : 0) };
  const found = louvain(graph, { getEdgeWeight: 'weight', randomWalk: false, rng: steady() });
  // sums of so many ranks cannot be surer than this
  const ranks = pagerank(graph, { getEdgeWeight: 'weight', maxIterations: 1000, tolerance: 1e-7 });
  const rank = Float64Array.from(ties.keys.keys(), (node) => ranks[node] ?? 0);
  const highest = rank.reduce((a, b) => Math.max(a, b), 0);
  return {
    community: renumbered(found, nodes),
    rank: rank.map((value) => Math.round((value / highest) * 1e6) / 1e6),
  };
}
