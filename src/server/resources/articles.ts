import express, { type Request, Router } from 'express';
import { makeArticle } from '../../article/index.ts';
import type { Posted } from '../../ingest/index.ts';
import { Problem } from '../../problem.ts';
import type { ArticleRow, ArticleView } from '../../store/index.ts';
import { patienceOf, within } from '../patience.ts';
import { MOST_BYTES, onlyMethods } from '../problems.ts';
import { queuedOf } from '../queued.ts';
import {
  type ArticleDetail,
  type ArticlePage,
  ArticlePost,
  type ArticlePosted,
  ArticlesQuery,
} from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';

export const jsonBody = express.json({ limit: MOST_BYTES });

/** Four novels; no article is longer, and reading it would keep others waiting for minutes. */
const LONGEST_TEXT = 2_000_000;

const unknownArticle = (id: string): Problem =>
  new Problem('not-found', { title: `there is no article "${id}"`, hint: 'GET /api/articles lists them' });

function found<T>(article: T | null, id: string): T {
  if (article !== null) return article;
  throw unknownArticle(id);
}

/** JSON can hold halves of characters, which no file and no database can. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\u{FFFD}');

function posted(req: Request): ArticlePost {
  if (!req.is('application/json'))
    throw new Problem('unsupported-media-type', {
      title: 'the body is not sent as JSON',
      hint: 'Send Content-Type: application/json',
    });
  const post = validated(ArticlePost, req.body, 'body');
  if (post.text.length > LONGEST_TEXT)
    throw new Problem('too-large', {
      title: `the text is longer than ${LONGEST_TEXT / 1_000_000} million characters`,
      hint: 'Split it into its articles',
    });
  return { ...post, text: wellFormed(post.text) };
}

/** An article that was queued, and how far it is. */
type Taken = Exclude<Posted, { status: 'failed' }> & { progress: 'added' | 'known' | 'waiting' };

/** Queues an article and waits until it is read; it is read too where the caller goes away. */
async function add({ store, inbox }: Services, req: Request): Promise<Taken> {
  const { text, ...about } = posted(req);
  const [receipt] = await inbox.post([{ name: 'the text', load: () => makeArticle(text, about) }]);
  if (receipt === undefined) throw new Error('an article was neither queued nor refused');
  if (receipt.status === 'failed') throw receipt.problem;
  if (receipt.settled === undefined) return { ...receipt, progress: 'known' };
  const settled = await within(receipt.settled, patienceOf(req));
  if (settled?.status !== 'failed') return { ...receipt, progress: settled?.status ?? 'waiting' };
  await store.forgetFailures(receipt.place); // who posted it is told
  throw settled.problem;
}

const listed = ({ id, title, date, source, url, length, entities, mentions, statements }: ArticleView): ArticleRow => ({
  id,
  title,
  date,
  source,
  url,
  length,
  entities,
  mentions,
  statements,
});

export const articleDetail = (article: ArticleView): ArticleDetail => ({
  ...article,
  statementList: article.statementList.map(({ subject, trigger, object, ...said }) => ({
    ...said,
    subject: [...subject],
    trigger: [...trigger],
    object: [...object],
  })),
});

export function articleRoutes(services: Services): Router {
  const { store } = services;
  return Router()
    .get('/articles', async (req, res) => {
      const page: ArticlePage = await store.articles(validated(ArticlesQuery, req.query, 'query'));
      res.json(page);
    })
    .post('/articles', jsonBody, async (req, res) => {
      const taken = await add(services, req);
      const { id, progress } = taken;
      res.location(`/api/articles/${id}`);
      if (progress === 'waiting') {
        res.status(202).set('Preference-Applied', 'respond-async').json(queuedOf(taken));
        return;
      }
      const known = progress === 'known';
      const answer: ArticlePosted = { ...listed(found(await store.article(id), id)), known };
      res.status(known ? 200 : 201).json(answer);
    })
    .all('/articles', onlyMethods('GET', 'POST'))
    .get('/articles/:id', async (req, res) => {
      res.json(articleDetail(found(await store.article(req.params.id), req.params.id)));
    })
    .delete('/articles/:id', async (req, res) => {
      if (!(await store.removeArticle(req.params.id))) throw unknownArticle(req.params.id);
      res.status(204).end();
    })
    .all('/articles/:id', onlyMethods('GET', 'DELETE'));
}
