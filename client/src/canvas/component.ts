import type { AbstractGraph } from 'graphology-types';

/** The nodes of the largest part of a graph of which each is tied to each, over however many others. */
export function largestComponent(graph: AbstractGraph): string[] {
  const known = new Set<string>();
  let largest: string[] = [];
  for (const start of graph.nodes()) {
    if (known.has(start)) continue;
    known.add(start);
    const component = [start];
    // The list grows while it is gone through.
    for (const node of component)
      graph.forEachNeighbor(node, (neighbour) => {
        if (known.has(neighbour)) return;
        known.add(neighbour);
        component.push(neighbour);
      });
    if (component.length > largest.length) largest = component;
  }
  return largest;
}
