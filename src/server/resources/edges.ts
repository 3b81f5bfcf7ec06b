import { Router } from 'express';
import { Problem } from '../../problem.ts';
import type { EdgeView, EvidenceView, Page } from '../../store/index.ts';
import { onlyMethods } from '../problems.ts';
import type { EdgeDetail, EdgePage, Evidence } from '../schemas/index.ts';
import type { Services } from '../services.ts';

const evidence = ({ subject, trigger, object, date, ...rest }: EvidenceView): Evidence => ({
  ...rest,
  subject: [...subject],
  trigger: [...trigger],
  object: [...object],
  ...(date !== undefined && { date: [...date] }),
});

export const edgeDetail = (edge: EdgeView): EdgeDetail => ({ ...edge, evidence: edge.evidence.map(evidence) });

export const edgePage = ({ items, next }: Page<EdgeView>): EdgePage => ({ items: items.map(edgeDetail), next });

export function edgeRoutes({ store }: Services): Router {
  return Router()
    .get('/edges/:id', async (req, res) => {
      const edge = await store.edge(req.params.id);
      if (edge === null) throw new Problem('not-found', { title: `there is no edge "${req.params.id}"` });
      res.json(edgeDetail(edge));
    })
    .all('/edges/:id', onlyMethods('GET'));
}
