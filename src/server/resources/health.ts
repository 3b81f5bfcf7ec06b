import { Router } from 'express';
import { VERSION } from '../../version.ts';
import { onlyMethods } from '../problems.ts';
import type { Health } from '../schemas/index.ts';
import type { Services } from '../services.ts';

export function healthRoutes({ store }: Services): Router {
  return Router()
    .get('/health', async (_req, res) => {
      const health: Health = { status: 'ok', version: VERSION, ...(await store.counts()) };
      res.json(health);
    })
    .all('/health', onlyMethods('GET'));
}
