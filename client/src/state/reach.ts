import type { Network } from './network.ts';

interface Part {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/** Of a part of the network, what lies at most so many steps from one of these nodes. */
export function reach(network: Network, part: Part, centres: readonly string[], depth: number): Part {
  const nodes = new Set(centres.filter((node) => network.hasNode(node)));
  let frontier = [...nodes];
  for (let step = 0; step < depth; step++) {
    const next: string[] = [];
    for (const node of frontier)
      network.forEachEdge(node, (edge, _, source, target) => {
        const other = source === node ? target : source;
        if (!part.edges.has(edge) || nodes.has(other)) return;
        nodes.add(other);
        next.push(other);
      });
    frontier = next;
  }
  const edges = [...part.edges].filter((edge) => {
    const [source, target] = network.extremities(edge);
    return nodes.has(source) && nodes.has(target);
  });
  return { nodes, edges: new Set(edges) };
}

/** The neighbours of a node that nothing else in the picture holds: what collapsing it takes away. */
export function leavesOf(network: Network, { nodes, edges }: Part, node: string): string[] {
  return network.neighbors(node).filter((neighbour) => {
    if (neighbour === node || !nodes.has(neighbour)) return false;
    return !network.someEdge(neighbour, (edge, _, source, target) => {
      const other = source === neighbour ? target : source;
      return edges.has(edge) && other !== node && other !== neighbour;
    });
  });
}
