import express, { type RequestHandler, Router } from 'express';
import { articlesInFile, articlesOf } from '../../article/index.ts';
import type { Incoming } from '../../ingest/index.ts';
import { Problem } from '../../problem.ts';
import { MOST_BYTES, onlyMethods } from '../problems.ts';
import { queuedOf } from '../queued.ts';
import { AddressPost, FileQuery, type QueuedItems } from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';
import { jsonBody } from './articles.ts';

/** A file of this name will not be found again: its articles have no origin. */
async function* withoutOrigin(articles: AsyncIterable<Incoming>): AsyncGenerator<Incoming> {
  for await (const { name, load } of articles) yield { name, load };
}

/** Bodies of any media type: the name of the file says the form. */
const anyBody = express.raw({ type: () => true, limit: MOST_BYTES });

export function fileRoutes({ inbox }: Services): Router {
  const queue =
    (articlesFrom: (...args: Parameters<RequestHandler>) => AsyncIterable<Incoming>): RequestHandler =>
    async (req, res, next) => {
      const posted = await inbox.post(articlesFrom(req, res, next));
      const [only] = posted;
      if (posted.length === 1 && only?.status === 'failed') throw only.problem;
      const answer: QueuedItems = { items: posted.map(queuedOf) };
      res.status(202).json(answer);
    };
  return Router()
    .post(
      '/files',
      anyBody,
      queue((req) => {
        const { name } = validated(FileQuery, req.query, 'query');
        if (!Buffer.isBuffer(req.body) || req.body.length === 0)
          throw new Problem('empty-text', { title: `file "${name}" is empty`, hint: 'Send its bytes as the body' });
        return withoutOrigin(articlesInFile(name, req.body));
      }),
    )
    .all('/files', onlyMethods('POST'))
    .post(
      '/addresses',
      jsonBody,
      queue((req) => articlesOf([validated(AddressPost, req.body, 'body').url], { signal: inbox.closing })),
    )
    .all('/addresses', onlyMethods('POST'));
}
