import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../../src/extraction.ts';
import { exported, folded } from '../../support/exports.ts';
import { plain } from '../../support/plain-reader.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

const a = plain(
  'Mara Ilves met Tomás Reyl in Varna on 2024-05-01, Northern Gazette said. HWU may criticize Oda Brandt.',
);
const b = plain(
  'Tomas Reyl visited Bulgaria. Harbour Workers Union, or HWU, grew. Tomas Reyl met Mara Ilves on 2024-05-01.',
);
const nameless = plain('It rained.');

describe('the graph of a store', () => {
  it('is the graph of its articles, to the byte', async () => {
    const store = await temporaryStore();
    for (const extraction of [b, a, nameless]) expect(await store.addExtraction(extraction)).toBe(true);
    expect(await exported(store)).toBe(await folded(a, b, nameless));
  });

  it('does not change when an article comes a second time', async () => {
    const store = await temporaryStore();
    await store.addExtraction(a);
    expect(await store.addExtraction(a)).toBe(false);
    expect(await exported(store)).toBe(await folded(a));
    expect(await store.counts()).toEqual({ articles: 1, entities: 6, edges: 2 });
  });

  it('of two articles, with the second taken back, is the graph of the first, to the byte', async () => {
    const store = await temporaryStore();
    await store.addExtraction(a);
    await store.addExtraction(b);
    expect(await store.removeArticle(b.article.id)).toBe(true);
    expect(await exported(store)).toBe(await folded(a));
    expect(await store.removeArticle(b.article.id)).toBe(false);
  });

  it('is empty when all articles are taken back', async () => {
    const store = await temporaryStore();
    for (const extraction of [a, b, nameless]) await store.addExtraction(extraction);
    for (const { article } of [b, nameless, a]) await store.removeArticle(article.id);
    expect(await exported(store)).toBe(await folded());
    expect(await store.counts()).toEqual({ articles: 0, entities: 0, edges: 0 });
    expect(await store.facets()).toMatchObject({ types: { values: [], total: 0 }, sources: { total: 0 }, dates: null });
  });

  it('stays true to its articles, whatever comes and goes in whatever order', async () => {
    const names = ['Mara Ilves', 'Tomas Reyl', 'Tomás Reyl', 'Ilves', 'HWU', 'Harbour Workers Union', 'Bulgaria'];
    const clause = fc
      .tuple(fc.constantFrom(...names), fc.constantFrom('met', 'will meet', 'criticized'), fc.constantFrom(...names))
      .map((words) => `${words.join(' ')}, Northern Gazette said.`);
    const birth = fc
      .tuple(fc.constantFrom('Mara Ilves', 'Tomas Reyl'), fc.constantFrom(1950, 1952, 1954, 1980))
      .map(([name, year]) => `${name} (born ${year}) spoke.`);
    const title = fc
      .constantFrom('Tomas Reyl', 'Reyl', 'Ilves', 'Mara Ilves')
      .map((name) => `President ${name} spoke.`);
    const article = fc
      .array(fc.oneof({ weight: 3, arbitrary: clause }, birth, title), { minLength: 1, maxLength: 4 })
      .map((sentences) => plain(sentences.join(' ')));
    const turn = fc.record({ add: fc.boolean(), which: fc.nat(4) });
    const store = await temporaryStore();
    await fc.assert(
      fc.asyncProperty(
        fc.array(article, { minLength: 5, maxLength: 5 }),
        fc.array(turn, { maxLength: 9 }),
        async (pool, turns) => {
          const there = new Map<string, Extraction>();
          for (const { add, which } of turns) {
            const extraction = pool[which] ?? a;
            if (add) {
              await store.addExtraction(extraction);
              there.set(extraction.article.id, extraction);
            } else {
              await store.removeArticle(extraction.article.id);
              there.delete(extraction.article.id);
            }
          }
          const written = await exported(store);
          for (const id of there.keys()) await store.removeArticle(id);
          expect(written).toBe(await folded(...there.values()));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keeps the places of nodes when articles come, and when a node goes on under a fuller name', async () => {
    const store = await temporaryStore();
    await store.addExtraction(plain('HWU criticized Bulgaria.'));
    await store.place(new Map([['organization:hwu', { x: 5, y: 7 }]]));
    await store.addExtraction(plain('Harbour Workers Union, or HWU, criticized Bulgaria.'));
    const { nodes } = await store.graph({ limit: 10 });
    expect(nodes.map(({ key, x, y }) => [key, x, y])).toEqual([
      ['organization:harbour-workers-union', 5, 7],
      ['place:bulgaria', null, null],
    ]);
  });
});
