import express, { type Request, Router } from 'express';
import { makeArticle } from '../../article/index.ts';
import { ingest, type Outcome } from '../../ingest/index.ts';
import { Problem } from '../../problem.ts';
import type { ArticleRow, ArticleView } from '../../store/index.ts';
import { MOST_BYTES, onlyMethods } from '../problems.ts';
import {
  type ArticleDetail,
  type ArticlePage,
  ArticlePost,
  type ArticlePosted,
  ArticlesQuery,
} from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';

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

/** Reads and adds one article; when the caller goes away meanwhile, so does the work. */
async function add({ store, workers }: Services, { text, ...about }: ArticlePost, gone: AbortSignal): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  await ingest([{ name: 'the text', load: () => makeArticle(text, about) }], {
    store,
    extract: (article, what, signal) => workers.extract(article, what, signal),
    onProgress: (outcome) => outcomes.push(outcome),
    signal: gone,
  });
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error('an article was neither added nor refused');
  return outcome;
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

const spans = (article: ArticleView): ArticleDetail => ({
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
    .post('/articles', express.json({ limit: MOST_BYTES }), async (req, res) => {
      const gone = new AbortController();
      res.on('close', () => gone.abort());
      const outcome = await add(services, posted(req), gone.signal);
      if (outcome.outcome === 'failed') throw outcome.problem;
      const id = outcome.outcome === 'known' ? outcome.id : outcome.extraction.article.id;
      const answer: ArticlePosted = {
        ...listed(found(await store.article(id), id)),
        known: outcome.outcome === 'known',
      };
      res
        .status(answer.known ? 200 : 201)
        .location(`/api/articles/${id}`)
        .json(answer);
    })
    .all('/articles', onlyMethods('GET', 'POST'))
    .get('/articles/:id', async (req, res) => {
      res.json(spans(found(await store.article(req.params.id), req.params.id)));
    })
    .delete('/articles/:id', async (req, res) => {
      if (!(await store.removeArticle(req.params.id))) throw unknownArticle(req.params.id);
      res.status(204).end();
    })
    .all('/articles/:id', onlyMethods('GET', 'DELETE'));
}
