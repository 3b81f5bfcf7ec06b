import { Router } from 'express';
import type { Contradiction as Found } from '../../store/index.ts';
import { onlyMethods } from '../problems.ts';
import { type Contradiction, type ContradictionPage, ContradictionsQuery } from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';
import { serializedEdge } from './graph.ts';

export const serializedContradiction = ({ kind, sides }: Found): Contradiction => ({
  kind,
  sides: sides.map(({ edge, ...side }) => ({ ...side, ...(edge && { edge: serializedEdge(edge) }) })),
});

export function contradictionRoutes({ store }: Services): Router {
  return Router()
    .get('/contradictions', async (req, res) => {
      const { items, next, total } = await store.contradictions(validated(ContradictionsQuery, req.query, 'query'));
      const page: ContradictionPage = { items: items.map(serializedContradiction), next, total };
      res.json(page);
    })
    .all('/contradictions', onlyMethods('GET'));
}
