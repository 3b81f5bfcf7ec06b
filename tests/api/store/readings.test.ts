import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../../src/extraction.ts';
import type { Place } from '../../../src/store/index.ts';
import { exported, folded } from '../../support/exports.ts';
import { plain } from '../../support/plain-reader.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

const place = (name: string): Place => ({ origin: `/news/${name}`, part: '' });
const url = 'https://e.org/talks';
const old = plain('Mara Ilves met Tomas Reyl.', { url, date: '2024-05-01' });
const changed = plain('Mara Ilves did not meet Tomas Reyl.', { url, date: '2024-05-02' });
const bare = plain('Oda Brandt visited Varna.');
const dated = plain('Oda Brandt visited Varna.', { date: '2024-05-03' });

describe('an article that is read in several versions from one address', () => {
  it('is one: the version of the later date, whichever came first', async () => {
    for (const order of [
      [old, changed],
      [changed, old],
    ]) {
      const store = await temporaryStore();
      for (const [n, reading] of order.entries()) await store.addExtraction(reading, place(`${n}.txt`));
      expect(await exported(store)).toBe(await folded(changed));
      expect((await store.counts()).articles).toBe(1);
    }
  });

  it('is the older one again when the newer is taken back, and its id leads to what stands meanwhile', async () => {
    const store = await temporaryStore();
    await store.addExtraction(changed, place('b.txt'));
    expect(await store.addExtraction(old, place('a.txt'))).toBe(false);
    expect(await store.article(old.article.id)).toMatchObject({ id: changed.article.id });
    expect(await store.placesFrom('/news')).toEqual([place('a.txt'), place('b.txt')]);
    expect(await store.publishedAt(url)).toEqual([old.article.id, changed.article.id].sort());
    expect(await store.forget(place('b.txt'))).toEqual({ article: changed.article.id, isGone: true });
    expect(await exported(store)).toBe(await folded(old));
    expect(await store.removeArticle(old.article.id)).toBe(true);
    expect(await exported(store)).toBe(await folded());
  });

  it('is what its place says now where it is read there again, though that be older', async () => {
    const store = await temporaryStore();
    await store.addExtraction(changed, place('a.txt'));
    await store.addExtraction(old, place('a.txt'));
    expect(await exported(store)).toBe(await folded(old));
    expect(await store.article(changed.article.id)).toBeNull();
  });
});

describe('one text that is read twice with other facts about it', () => {
  it('keeps those that say more, whichever came first', async () => {
    for (const order of [
      [bare, dated],
      [dated, bare],
    ]) {
      const store = await temporaryStore();
      for (const [n, reading] of order.entries()) await store.addExtraction(reading, place(`${n}.txt`));
      expect(await store.article(dated.article.id)).toMatchObject({ date: '2024-05-03' });
      expect(await store.noteOrigin(bare.article, place('c.txt'))).toBe(true);
      expect(await store.noteOrigin({ ...bare.article, title: 'New' }, place('c.txt'))).toBe(false);
    }
  });
});

describe('the graph of a store', () => {
  it('is that of the readings that stand, whatever was read where, read again or forgotten', async () => {
    const texts = ['Mara Ilves met Oda Brandt.', 'Tomas Reyl met HWU.', 'Oda Brandt visited Bulgaria.', 'It rained.'];
    const reading = fc
      .record({
        text: fc.constantFrom(...texts),
        url: fc.constantFrom(undefined, 'https://e.org/1', 'https://e.org/2'),
        date: fc.constantFrom(undefined, '2024-05-01', '2024-05-02'),
        source: fc.constantFrom(undefined, 'The Test'),
      })
      .map(({ text, url, date, source }) =>
        plain(text, { ...(url && { url }), ...(date && { date }), ...(source && { source }) }),
      );
    const turn = fc.record({ at: fc.constantFrom('a', 'b', 'c', 'd'), reads: fc.option(reading, { freq: 5 }) });
    const store = await temporaryStore();
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 3, maxLength: 12 }), async (turns) => {
        const there = new Map<string, Extraction>();
        for (const { at, reads } of turns) {
          if (reads === null) await store.forget(place(at));
          else await store.addExtraction(reads, place(at));
          if (reads === null) there.delete(at);
          else there.set(at, reads);
        }
        const written = await exported(store);
        for (const at of there.keys()) await store.forget(place(at));
        expect(written).toBe(await folded(...there.values()));
        expect(await store.counts()).toEqual({ articles: 0, entities: 0, edges: 0 });
      }),
      { numRuns: 25 },
    );
  });
});
