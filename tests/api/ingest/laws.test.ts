import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, makeArticle } from '../../../src/article/index.ts';
import { type Incoming, ingest } from '../../../src/ingest/index.ts';
import type { Store } from '../../../src/store/index.ts';
import { exported, folded } from '../../support/exports.ts';
import { plain, readPlainly } from '../../support/plain-reader.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

const NAMES = ['Mara Ilves', 'Tomas Reyl', 'Tomás Reyl', 'Ilves', 'HWU', 'Harbour Workers Union', 'Bulgaria'];
const clause = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom('met', 'will meet', 'criticized'), fc.constantFrom(...NAMES))
  .map((words) => `${words.join(' ')}, Northern Gazette said.`);
const anyText = fc.array(clause, { minLength: 1, maxLength: 3 }).map((clauses) => clauses.join(' '));
const anyTexts = (length: number) => fc.array(anyText, { minLength: length, maxLength: length });
const threads = fc.constantFrom(1, 3);

const file = (text: string, n: number | string): Incoming => ({
  name: `file "/news/${n}.txt"`,
  origin: `/news/${n}.txt`,
  load: () => makeArticle(text),
});
const line = (text: string, n: number): Incoming => ({
  name: `file "/news/all.jsonl", line ${n + 1}`,
  origin: '/news/all.jsonl',
  load: () => makeArticle(text),
});
const graphOf = (texts: readonly string[]) => folded(...[...new Set(texts)].map((text) => plain(text)));

/** Some articles take longer than others, so that they are done in another order than they came in. */
async function readUnevenly(article: Article) {
  for (let turn = 0; turn < article.text.length % 7; turn++) await new Promise(setImmediate);
  return readPlainly(article);
}

async function emptied(store: Store): Promise<Store> {
  for (const place of await store.placesFrom('/news')) await store.forget(place);
  expect(await store.counts()).toEqual({ articles: 0, entities: 0, edges: 0 });
  return store;
}

describe('reading articles', () => {
  it('in any order, on any number of threads, with a stop and a resume between, makes the same graph', async () => {
    const store = await temporaryStore();
    const shuffled = anyTexts(5).chain((texts) =>
      fc.shuffledSubarray(texts.map(file), { minLength: 5 }).map((order) => ({ texts, order })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, threads, fc.integer({ min: 1, max: 5 }), async ({ texts, order }, many, stopAfter) => {
        await emptied(store);
        const stop = new AbortController();
        const options = { store, extract: readUnevenly, threads: many };
        await ingest(order, {
          ...options,
          signal: stop.signal,
          onProgress: (_outcome, done) => {
            if (done === stopAfter) stop.abort(new Error('enough'));
          },
        }).catch((error: unknown) => expect(error).toHaveProperty('message', 'enough'));
        const kept = (await store.counts()).articles;
        const { added, known } = await ingest(order, options);
        expect(added).toBe(new Set(texts).size - kept);
        expect(added + known).toBe(5);
        expect(await exported(store)).toBe(await graphOf(texts));
      }),
      { numRuns: 10 },
    );
  });

  it('and taking some back leaves the graph of the others, unless they stand elsewhere too', async () => {
    const store = await temporaryStore();
    await fc.assert(
      fc.asyncProperty(anyTexts(5), threads, fc.integer({ min: 0, max: 5 }), async (texts, many, gone) => {
        await emptied(store);
        await ingest(texts.map(file), { store, extract: readUnevenly, threads: many });
        for (let n = 0; n < gone; n++) await store.forget({ origin: `/news/${n}.txt`, part: '' });
        expect(await exported(store)).toBe(await graphOf(texts.slice(gone)));
      }),
      { numRuns: 8 },
    );
  });

  it('again after they changed is as if they had always been so', async () => {
    const store = await temporaryStore();
    const kind = fc.constantFrom(file, line);
    await fc.assert(
      fc.asyncProperty(
        anyTexts(4),
        anyTexts(4),
        fc.subarray([0, 1, 2, 3]),
        kind,
        threads,
        async (old, fresh, changed, as, many) => {
          await emptied(store);
          const options = { store, extract: readUnevenly, threads: many };
          await ingest(old.map(as), options);
          const now = old.map((text, n) => (changed.includes(n) ? (fresh[n] ?? text) : text));
          await ingest(now.map(as), options);
          expect(await exported(store)).toBe(await graphOf(now));
        },
      ),
      { numRuns: 10 },
    );
  });

  it('that moved within their file reads none of them away', async () => {
    const store = await temporaryStore();
    const moved = anyTexts(4).chain((texts) =>
      fc.shuffledSubarray(texts, { minLength: 4 }).map((order) => [texts, order] as const),
    );
    await fc.assert(
      fc.asyncProperty(moved, threads, async ([before, after], many) => {
        await emptied(store);
        for (const texts of [before, after])
          await ingest(texts.map(line), { store, extract: readUnevenly, threads: many });
        expect(await exported(store)).toBe(await graphOf(after));
      }),
      { numRuns: 8 },
    );
  });
});

describe('reading on several threads', () => {
  it('keeps one article more than it has threads in memory, and all threads at work', async () => {
    const store = await temporaryStore();
    let [loaded, working, mostLoaded, mostWorking] = [0, 0, 0, 0];
    const articles = Array.from({ length: 12 }, (_, n): Incoming => {
      const text = `Mara Ilves met Tomas Reyl. Number ${'x'.repeat(n)}.`;
      return {
        ...file(text, n),
        load: () => {
          mostLoaded = Math.max(mostLoaded, ++loaded);
          return makeArticle(text);
        },
      };
    });
    await ingest(articles, {
      store,
      threads: 3,
      extract: async (article) => {
        mostWorking = Math.max(mostWorking, ++working);
        const extraction = await readUnevenly(article);
        working--;
        return extraction;
      },
      onProgress: () => loaded--,
    });
    expect(mostLoaded).toBe(4);
    expect(mostWorking).toBeGreaterThan(1);
    expect(mostWorking).toBeLessThanOrEqual(3);
  });

  it('ends with what the store threw, and takes no further article', async () => {
    const store = await temporaryStore();
    let taken = 0;
    function* articles() {
      for (let n = 0; n < 50; n++) {
        taken++;
        yield file(`Mara Ilves met Tomas Reyl. ${n}.`, n);
      }
    }
    const full: Store = { ...store, addExtraction: () => Promise.reject(new Error('the disk is full')) };
    await expect(ingest(articles(), { store: full, extract: readUnevenly, threads: 3 })).rejects.toThrow(
      'the disk is full',
    );
    expect(taken).toBeLessThan(10);
  });
});
