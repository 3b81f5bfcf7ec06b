import { Router } from 'express';
import { eventStreams, queueCounts } from '../events.ts';
import { onlyMethods } from '../problems.ts';
import { type QueuePage, QueueQuery } from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';

export function queueRoutes({ store, inbox }: Services): Router {
  return Router()
    .get('/queue', async (req, res) => {
      const { limit, after } = validated(QueueQuery, req.query, 'query');
      const page: QueuePage = { ...(await queueCounts(store, inbox)), ...(await inbox.items(limit, after ?? null)) };
      res.json(page);
    })
    .all('/queue', onlyMethods('GET'))
    .get('/events', eventStreams(store, inbox))
    .all('/events', onlyMethods('GET'));
}
