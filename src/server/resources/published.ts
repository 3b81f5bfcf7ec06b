import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { onlyMethods } from '../problems.ts';
import { publishedFiles } from '../publish/files.ts';
import { withExplorer } from '../publish/folder.ts';
import { zip } from '../publish/zip.ts';
import { PublishedQuery } from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';

export function publishedRoutes(services: Services): Router {
  return Router()
    .get('/published', async (req, res) => {
      const { texts, ...query } = validated(PublishedQuery, req.query, 'query');
      const pieces = zip(withExplorer(publishedFiles(services, { query, texts: texts === 'true' })));
      // The first piece comes before the head of the answer: what goes wrong until then is a problem, not half a file.
      const first = await pieces.next();
      res.type('application/zip').attachment('dateline.zip');
      if (!first.done) res.write(first.value);
      await pipeline(Readable.from(pieces), res);
    })
    .all('/published', onlyMethods('GET'));
}
