import compression from 'compression';
import express, { Router } from 'express';
import { type Listening, listen } from '../../../src/server/index.ts';
import type { EdgePage } from '../../../src/server/schemas/edges.ts';
import type { EntityDetail } from '../../../src/server/schemas/entities.ts';
import type { Facets, GraphAnswer } from '../../../src/server/schemas/graph.ts';

/**
 * A stub of Dateline's API, not the server: a graph from memory in the very answers of the API, so that a bench of the
 * explorer measures no database. Each graph has an address of its own; the explorer and the bare page are served under
 * all of them.
 *
 * @param pages the folders of the built explorer and of the built bare page
 */
export async function serveStub(graph: GraphAnswer, pages: { explorer: string; bare: string }): Promise<Listening> {
  const api = Router()
    .get('/graph', (req, res) => {
      res.json(part(graph, Math.min(Number(req.query.limit ?? 500), 20_000)));
    })
    .get('/facets', (_req, res) => {
      res.json(facets(graph));
    })
    .get('/entities/:id', (req, res) => {
      res.json(entity(graph, req.params.id));
    })
    .get('/entities/:id/edges', (_req, res) => {
      const none: EdgePage = { items: [], next: null };
      res.json(none);
    })
    .use((req, res) => {
      res
        .status(404)
        .json({ type: 'about:blank', code: 'not-found', title: `no ${req.path} in the stub`, status: 404 });
    });
  const app = express()
    .use(compression())
    .use('/api', api)
    .use('/bare', express.static(pages.bare))
    .use(express.static(pages.explorer));
  return listen(app, 0);
}

/** The nodes with most edges, and the edges between them: as the server gives them. */
function part(graph: GraphAnswer, limit: number): GraphAnswer {
  const nodes = graph.nodes.slice(0, limit);
  const keys = new Set(nodes.map(({ key }) => key));
  const edges = graph.edges.filter(({ source, target }) => keys.has(source) && keys.has(target));
  return {
    ...graph,
    attributes: { ...graph.attributes, shownNodes: nodes.length, shownEdges: edges.length },
    nodes,
    edges,
  };
}

function facets({ attributes: { articles }, nodes, edges }: GraphAnswer): Facets {
  return {
    ...{ articles, entities: nodes.length, edges: edges.length },
    entityTypes: facet(nodes.map(({ attributes: { type } }) => type)),
    types: facet(edges.map(({ attributes: { type } }) => type)),
    modalities: facet(edges.map(({ attributes: { modality } }) => modality)),
    ...{ sources: facet([]), dates: null },
  };
}

function facet<T>(words: readonly T[]): { values: { value: T; count: number }[]; total: number } {
  const counts = new Map<T, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { values: [...counts].map(([value, count]) => ({ value, count })), total: counts.size };
}

function entity(graph: GraphAnswer, key: string): EntityDetail {
  const node = graph.nodes.find((each) => each.key === key);
  if (!node) throw new RangeError(`the stub has no node ${key}`);
  const { label, type, aliases, degree, articles, mentionCount, firstDate, lastDate } = node.attributes;
  return {
    ...{ key, label, type, aliases, degree, articles, mentionCount, firstDate, lastDate },
    roles: [],
    relations: [],
    sources: [],
    contradictions: 0,
  };
}
