import type { Network } from '../../state/network.ts';

/** Paths that are told at most, and steps. */
const MOST = 5;
const LONGEST = 4;

export interface Paths {
  paths: { nodes: string[]; edges: string[][] }[];
  /** All shortest paths, told or not. */
  total: number;
}

/**
 * The shortest paths between two nodes, whichever way their edges point, the most attested first: as the server finds
 * them, by breadth first search.
 *
 * @param fits which edges may be walked
 */
export function shortestPaths(network: Network, from: string, to: string, fits: (edge: string) => boolean): Paths {
  const before = new Map<string, Set<string>>([[from, new Set()]]);
  let frontier = [from];
  for (let steps = 0; steps < LONGEST && frontier.length > 0 && !before.has(to); steps++) {
    const reached = new Map<string, Set<string>>();
    for (const node of frontier)
      network.forEachEdge(node, (edge, _, source, target) => {
        const other = source === node ? target : source;
        if (before.has(other) || !fits(edge)) return;
        reached.set(other, (reached.get(other) ?? new Set()).add(node));
      });
    for (const [node, from_] of reached) before.set(node, from_);
    frontier = [...reached.keys()];
  }
  if (!before.has(to) || from === to) return { paths: [], total: 0 };
  const found = waysTo(to, before).map((nodes) => ({ nodes, edges: stepsOf(network, nodes, fits) }));
  const weak = ({ edges }: (typeof found)[number]) =>
    edges.reduce((sum, step) => sum + 1 / step.reduce((all, edge) => all + weightOf(network, edge), 0), 0);
  found.sort((a, b) => weak(a) - weak(b) || (a.nodes.join('\n') < b.nodes.join('\n') ? -1 : 1));
  return { paths: found.slice(0, MOST), total: found.length };
}

function waysTo(node: string, before: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const back = [...(before.get(node) ?? [])];
  return back.length === 0 ? [[node]] : back.flatMap((each) => waysTo(each, before).map((way) => [...way, node]));
}

/** The edges of each step, the most attested first. */
const stepsOf = (network: Network, nodes: readonly string[], fits: (edge: string) => boolean): string[][] =>
  nodes.slice(1).map((to, i) =>
    network
      .filterEdges(nodes[i] ?? to, to, fits)
      .concat(network.filterInEdges(nodes[i] ?? to, to, fits))
      .filter((edge, at, all) => all.indexOf(edge) === at)
      .sort((a, b) => weightOf(network, b) - weightOf(network, a) || (a < b ? -1 : 1)),
  );

const weightOf = (network: Network, edge: string): number => network.getEdgeAttribute(edge, 'weight');
