import { Router } from 'express';
import { Problem } from '../../problem.ts';
import { onlyMethods } from '../problems.ts';
import { type PathsAnswer, PathsQuery } from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';
import { placed, serialized } from './graph.ts';

export function pathRoutes(services: Services): Router {
  return Router()
    .get('/paths', async (req, res) => {
      const { from, to, ...query } = validated(PathsQuery, req.query, 'query');
      const found = await placed(services, () => services.store.paths({ ...query, start: from, end: to }));
      if (found === null)
        throw new Problem('not-found', {
          title: `there is no entity "${from}", or none "${to}"`,
          hint: 'Search for them with GET /api/entities?q=',
        });
      const answer: PathsAnswer = {
        ...serialized(found),
        paths: found.paths,
        attributes: {
          from: found.start,
          to: found.end,
          paths: found.totalPaths,
          shownPaths: found.paths.length,
          truncated: found.truncated,
        },
      };
      res.json(answer);
    })
    .all('/paths', onlyMethods('GET'));
}
