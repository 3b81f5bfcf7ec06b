import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/index.ts';
import type { Extraction } from '../../../src/extraction.ts';
import { type Incoming, ingest, startWorkers } from '../../../src/ingest/index.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import { exported, folded } from '../../support/exports.ts';
import { hasRealText, realArticles } from '../../support/real-text.ts';
import { emptyPlace } from '../../support/temporary-store.ts';

/** Some 2,000 are there; `npm run test:laws` reads all. */
const ARTICLES = Number(process.env.DATELINE_LAWS ?? 40);
const LONG = 4 * 3_600_000;

const workers = startWorkers(Math.min(2, availableParallelism()));
const extractions = new Map<string, Extraction>();

/** Each article is extracted once, by real workers: the laws are about what is made of it. */
async function extract(article: Article): Promise<Extraction> {
  const key = JSON.stringify([article.id, article.date]);
  const known = extractions.get(key) ?? (await workers.extract(article));
  extractions.set(key, known);
  return known;
}

const file = (article: Article, n: number): Incoming => ({
  name: `file "/news/${n}.txt"`,
  origin: `/news/${n}.txt`,
  load: () => article,
});

/** Each comes at another place, the same one on every machine. */
const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item, n) => ({ item, place: (n * 7919 + 13) % 2003 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);

async function onStore(work: (store: Store) => Promise<void>): Promise<void> {
  const { where, remove } = await emptyPlace();
  const store = await openStore(where);
  try {
    await work(store);
  } finally {
    await store.close();
    await remove();
  }
}

const graphOf = async (articles: readonly Article[]) => folded(...(await Promise.all(articles.map(extract))));

describe.skipIf(!hasRealText)('real news', () => {
  let articles: Article[] = [];
  beforeAll(() => {
    articles = realArticles(ARTICLES);
  });
  afterAll(() => workers.close());

  it('makes one graph, read in order by one or in another order by three, with a stop and a resume', {
    timeout: LONG,
  }, async () => {
    const files = articles.map(file);
    await onStore(async (store) => {
      expect(await ingest(files, { store, extract, threads: 1 })).toMatchObject({ added: articles.length, failed: 0 });
      const whole = await exported(store);
      expect(whole).toBe(await graphOf(articles));
      await onStore(async (other) => {
        const stop = new AbortController();
        const options = { store: other, extract, threads: 3 };
        const onProgress = (_outcome: unknown, done: number) => {
          if (done === Math.floor(articles.length / 2)) stop.abort(new Error('enough'));
        };
        const reading = ingest(shuffled(files), { ...options, signal: stop.signal, onProgress });
        await expect(reading).rejects.toThrow('enough');
        await ingest(shuffled(files), options);
        expect(await exported(other)).toBe(whole);
      });
    });
  });

  it('is the graph of what is left where some is taken back, and of the new where some is read again', {
    timeout: LONG,
  }, async () => {
    await onStore(async (store) => {
      await ingest(articles.map(file), { store, extract, threads: 2 });
      const gone = Math.ceil(articles.length / 10);
      const times: number[] = [];
      for (let n = 0; n < gone; n++) {
        const begin = performance.now();
        await store.forget({ origin: `/news/${n}.txt`, part: '' });
        times.push(performance.now() - begin);
      }
      console.log(`taken back in ${times.sort((a, b) => a - b)[times.length >> 1]?.toFixed(0)} ms each`);
      expect(await exported(store)).toBe(await graphOf(articles.slice(gone)));

      const changed = articles.map((article, n) => (n % 10 === 3 ? { ...article, date: '2024-02-29' } : article));
      await ingest(changed.map(file), { store, extract, threads: 3 });
      expect(await exported(store)).toBe(await graphOf(changed));
    });
  });
});
