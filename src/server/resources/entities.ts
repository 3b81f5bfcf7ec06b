import { Router } from 'express';
import { Problem } from '../../problem.ts';
import { onlyMethods } from '../problems.ts';
import {
  EntitiesQuery,
  type EntityDetail,
  EntityEdgesQuery,
  type EntityPage,
  type NeighboursAnswer,
  NeighboursQuery,
} from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';
import { edgePage } from './edges.ts';
import { placed, serialized } from './graph.ts';

function found<T>(entity: T | null, key: string): T {
  if (entity !== null) return entity;
  throw new Problem('not-found', {
    title: `there is no entity "${key}"`,
    hint: 'Search for it with GET /api/entities?q=',
  });
}

export function entityRoutes(services: Services): Router {
  const { store } = services;
  return Router()
    .get('/entities', async (req, res) => {
      const page: EntityPage = await store.entities(validated(EntitiesQuery, req.query, 'query'));
      res.json(page);
    })
    .get('/entities/:id', async (req, res) => {
      const entity: EntityDetail = found(await store.entity(req.params.id), req.params.id);
      res.json(entity);
    })
    .get('/entities/:id/edges', async (req, res) => {
      const query = validated(EntityEdgesQuery, req.query, 'query');
      res.json(edgePage(found(await store.entityEdges(req.params.id, query), req.params.id)));
    })
    .get('/entities/:id/neighbours', async (req, res) => {
      const query = validated(NeighboursQuery, req.query, 'query');
      const near = found(await placed(services, () => store.neighbours(req.params.id, query)), req.params.id);
      const answer: NeighboursAnswer = {
        ...serialized(near),
        attributes: {
          start: near.start,
          nodes: near.totalNodes,
          edges: near.totalEdges,
          shownNodes: near.nodes.length,
          shownEdges: near.edges.length,
          truncated: near.truncated,
        },
      };
      res.json(answer);
    })
    .all(['/entities', '/entities/:id', '/entities/:id/edges', '/entities/:id/neighbours'], onlyMethods('GET'));
}
