import Graph from 'graphology';
import type { z } from 'zod';
import type {
  EdgeAttributes,
  NodeAttributes,
  SerializedEdge,
  SerializedNode,
} from '../../../src/server/schemas/graph.ts';

/** What the explorer knows of the store: every node and edge it was told of, one edge a relation. */
export type Network = Graph<NodeAttributes, EdgeAttributes>;

export interface Serialized {
  nodes: z.infer<typeof SerializedNode>[];
  edges: SerializedEdge[];
}

export const emptyNetwork = (): Network => new Graph({ type: 'mixed', multi: true, allowSelfLoops: true });

/**
 * Takes an answer into the network: what is new is added, what is known is brought up to date and keeps its place.
 *
 * @returns the keys of the nodes that were not there before
 */
export function merge(network: Network, answer: Serialized): string[] {
  const added: string[] = [];
  for (const { key, attributes } of answer.nodes) {
    if (!network.hasNode(key)) {
      network.addNode(key, attributes);
      added.push(key);
    } else {
      const { x, y } = network.getNodeAttributes(key);
      network.replaceNodeAttributes(key, { ...attributes, x, y });
    }
  }
  for (const { key, source, target, undirected, attributes } of answer.edges) {
    if (network.hasEdge(key)) network.replaceEdgeAttributes(key, attributes);
    else if (undirected) network.addUndirectedEdgeWithKey(key, source, target, attributes);
    else network.addDirectedEdgeWithKey(key, source, target, attributes);
  }
  return added;
}
