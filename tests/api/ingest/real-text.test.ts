import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/index.ts';
import type { Extraction } from '../../../src/extraction.ts';
import { enqueue, type Incoming, ingest, Queue, startWorkers, work } from '../../../src/ingest/index.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import { exported, folded } from '../../support/exports.ts';
import { listings } from '../../support/listings.ts';
import { hasRealText, realArticles } from '../../support/real-text.ts';
import { emptyPlace, temporaryStore } from '../../support/temporary-store.ts';

/** Some 2,000 are there; `npm run test:laws` reads all. */
const ARTICLES = Number(process.env.DATELINE_LAWS ?? 20);
const LONG = 4 * 3_600_000;

const workers = startWorkers(3);
const extractions = new Map<string, Extraction>();

/** What real workers extracted once is used again: most of the laws are about what is made of it. */
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

async function onStore(use: (store: Store) => Promise<void>): Promise<void> {
  const { where, remove } = await emptyPlace();
  const store = await openStore(where);
  try {
    await use(store);
  } finally {
    await store.close();
    await remove();
  }
}

/** Reads from the queue until the store has so many articles; what is under way then goes back. */
async function workUntil(articles: number, store: Store, threads: number): Promise<void> {
  const stop = new AbortController();
  let read = (await store.counts()).articles;
  await work({
    store,
    queue: new Queue(store),
    threads,
    extract: workers.extract,
    signal: stop.signal,
    onOutcome: (_claim, outcome) => {
      if (outcome?.outcome === 'failed') stop.abort();
      if (outcome?.outcome === 'added' && ++read === articles) stop.abort();
    },
  });
}

const graphOf = async (articles: readonly Article[]) => folded(...(await Promise.all(articles.map(extract))));

describe.skipIf(!hasRealText)('real news', () => {
  let articles: Article[] = [];
  beforeAll(() => {
    articles = realArticles(ARTICLES);
  });
  afterAll(() => workers.close());

  it('makes one graph, read in order by one, or from the queue in another order by three, with a stop and a resume', {
    timeout: LONG,
  }, async () => {
    const files = articles.map(file);
    await onStore(async (store) => {
      expect(await ingest(files, { store, extract, threads: 1 })).toMatchObject({ added: articles.length, failed: 0 });
      const whole = await exported(store);
      expect(whole).toBe(await graphOf(articles));
      await onStore(async (other) => {
        await enqueue(shuffled(files), { store: other, queue: new Queue(other) });
        await workUntil(Math.floor(articles.length / 2), other, 3);
        expect((await other.counts()).articles).toBeLessThan(articles.length);
        await workUntil(articles.length, other, 3);
        expect(await exported(other)).toBe(whole);
        expect(await listings(other)).toEqual(await listings(store));
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
      await onStore(async (fresh) => {
        for (const article of changed.toReversed()) await fresh.addExtraction(await extract(article));
        expect(await listings(store)).toEqual(await listings(fresh));
      });
    });
  });

  it('stays true to what stands, whatever is read, read again or forgotten in whatever order', {
    timeout: LONG,
  }, async () => {
    const some = articles.slice(0, 60);
    const again = some.filter((_, n) => n % 3 === 0).map((article) => ({ ...article, date: '2024-02-29' }));
    const pool = await Promise.all([...some, ...again].map(extract));
    const turn = fc.record({ at: fc.nat(9), reads: fc.option(fc.constantFrom(...pool), { freq: 4 }) });
    const turns = fc.array(turn, { minLength: 8, maxLength: 24 });
    const place = (at: number) => ({ origin: `/news/${at}.txt`, part: '' });
    const lived = await temporaryStore();
    const fresh = await temporaryStore();
    const law = fc.asyncProperty(turns, async (life) => {
      const there = new Map<number, Extraction>();
      for (const { at, reads } of life) {
        if (reads === null) await lived.forget(place(at));
        else await lived.addExtraction(reads, place(at));
        if (reads === null) there.delete(at);
        else there.set(at, reads);
      }
      for (const [at, reads] of [...there].reverse()) await fresh.addExtraction(reads, place(at));
      const [one, other] = [await listings(lived), await listings(fresh)];
      const graph = await exported(lived);
      for (const store of [lived, fresh]) for (const at of there.keys()) await store.forget(place(at));
      expect(one).toEqual(other);
      expect(graph).toBe(await folded(...there.values()));
      expect(await lived.counts()).toEqual({ articles: 0, entities: 0, edges: 0 });
    });
    await fc.assert(law, { numRuns: process.env.DATELINE_LAWS === undefined ? 2 : 100 });
  });
});
