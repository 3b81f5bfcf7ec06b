import { Router } from 'express';
import { onlyMethods } from '../problems.ts';
import { type ContradictionPage, ContradictionsQuery } from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';
import { serializedEdge } from './graph.ts';

export function contradictionRoutes({ store }: Services): Router {
  return Router()
    .get('/contradictions', async (req, res) => {
      const { items, next, total } = await store.contradictions(validated(ContradictionsQuery, req.query, 'query'));
      const page: ContradictionPage = {
        items: items.map(({ kind, sides }) => ({
          kind,
          sides: sides.map(({ edge, ...side }) => ({ ...side, ...(edge && { edge: serializedEdge(edge) }) })),
        })),
        next,
        total,
      };
      res.json(page);
    })
    .all('/contradictions', onlyMethods('GET'));
}
