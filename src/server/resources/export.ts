import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { FORMATS, type GraphSource } from '../../formats/index.ts';
import { arrange } from '../../ingest/index.ts';
import { onlyMethods } from '../problems.ts';
import { ExportQuery } from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';

export function exportRoutes({ store, workers }: Services): Router {
  return Router()
    .get('/export', async (req, res) => {
      const { format: name, ...part } = validated(ExportQuery, req.query, 'query');
      const format = FORMATS[name];
      if (format.positions) await arrange(store, workers);
      // by way of a file, so that the store does not wait for a slow reader
      const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
      try {
        const file = join(folder, `dateline.${format.extension}`);
        const write = (source: GraphSource) => pipeline(Readable.from(format.write(source)), createWriteStream(file));
        await store.export(write, part);
        res.type(format.mediaType);
        await new Promise<void>((resolve, reject) => {
          res.download(file, (error?: Error) => (error && !res.destroyed ? reject(error) : resolve()));
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    })
    .all('/export', onlyMethods('GET'));
}
