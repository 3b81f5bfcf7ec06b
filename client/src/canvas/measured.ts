import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import type { Network } from '../state/network.ts';

/** Number of each node's community; 0 is the largest. Of the whole store where the server has reckoned it, else of what is here. */
export function communitiesOf(network: Network): ReadonlyMap<string, number> {
  const given = givenOf(network, 'community');
  if (given) return given;
  const groups = new Map<number, string[]>();
  for (const [node, group] of Object.entries(louvain(simple(network), { rng: seeded() })))
    groups.set(group, [...(groups.get(group) ?? []), node]);
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  return new Map(sorted.flatMap((nodes, i) => nodes.map((node) => [node, i] as const)));
}

/** PageRank of each node, as a share of the highest. */
export function ranksOf(network: Network): ReadonlyMap<string, number> {
  const given = givenOf(network, 'rank');
  if (given) return given;
  const ranks = Object.entries(pagerank(simple(network), { getEdgeWeight: 'weight' }));
  const highest = Math.max(...ranks.map(([, rank]) => rank));
  return new Map(ranks.map(([node, rank]) => [node, rank / highest]));
}

/** What the server says of every node; null where it says nothing of one. */
function givenOf(network: Network, name: 'community' | 'rank'): Map<string, number> | null {
  const given = new Map<string, number>();
  for (const node of network.nodes()) {
    const value = network.getNodeAttribute(node, name);
    if (value === undefined) return null;
    given.set(node, value);
  }
  return given;
}

/** One tie a pair, as heavy as its relations are many. */
function simple(network: Network): Graph {
  const graph = new Graph({ type: 'undirected' });
  for (const node of network.nodes()) graph.addNode(node);
  network.forEachEdge((_, __, source, target) => {
    if (source !== target) graph.updateEdge(source, target, ({ weight }) => ({ weight: (Number(weight) || 0) + 1 }));
  });
  return graph;
}

/** The same communities every time (a linear congruential generator). */
function seeded(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
