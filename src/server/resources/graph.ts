import { Router } from 'express';
import { nodeSize } from '../../graph/index.ts';
import { arrange } from '../../ingest/index.ts';
import type { EdgeRow, PlacedNode, Subgraph } from '../../store/index.ts';
import { onlyMethods } from '../problems.ts';
import {
  type Facets,
  type GraphAnswer,
  GraphQuery,
  type NodeAttributes,
  type SerializedEdge,
} from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';

const OPTIONS = { type: 'mixed', multi: true, allowSelfLoops: true } as const;

function serializedNode({ key, x, y, ...node }: PlacedNode): { key: string; attributes: NodeAttributes } {
  return { key, attributes: { ...node, x: x ?? 0, y: y ?? 0, size: nodeSize(node.degree) } };
}

export function serializedEdge({ key, source, target, undirected, ...attributes }: EdgeRow): SerializedEdge {
  return { key, source, target, undirected, attributes };
}

/** As graphology reads it. */
export const serialized = ({ nodes, edges }: Subgraph) => ({
  options: OPTIONS,
  nodes: nodes.map(serializedNode),
  edges: edges.map(serializedEdge),
});

/**
 * A part of the graph in which every node has a place. New articles bring nodes without one; whoever looks first has
 * them placed.
 */
export async function placed<T extends Subgraph | null>(
  { store, workers }: Pick<Services, 'store' | 'workers'>,
  read: () => Promise<T>,
): Promise<T> {
  const found = await read();
  if (found === null || found.nodes.every(({ x }) => x !== null)) return found;
  await arrange(store, workers);
  return read();
}

export function graphRoutes(services: Services): Router {
  const { store } = services;
  return Router()
    .get('/graph', async (req, res) => {
      const query = validated(GraphQuery, req.query, 'query');
      const graph = await placed(services, () => store.graph(query));
      const { articles } = await store.counts();
      const answer: GraphAnswer = {
        ...serialized(graph),
        attributes: {
          nodes: graph.totalNodes,
          edges: graph.totalEdges,
          shownNodes: graph.nodes.length,
          shownEdges: graph.edges.length,
          articles,
        },
      };
      res.json(answer);
    })
    .get('/facets', async (_req, res) => {
      const facets: Facets = await store.facets();
      res.json(facets);
    })
    .all(['/graph', '/facets'], onlyMethods('GET'));
}
