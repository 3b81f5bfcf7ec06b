import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../../src/extraction.ts';
import type { Store } from '../../../src/store/index.ts';
import { plain } from '../../support/plain-reader.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

const listed = async (store: Store, query: { entity?: string; edge?: string } = {}) => {
  const { items, total } = await store.contradictions({ limit: 50, ...query });
  expect(items).toHaveLength(total);
  return items.map(({ kind, sides }) => `${kind}: ${sides.map(({ evidence }) => evidence[0]?.text).join(' / ')}`);
};

const said = plain('Mara Ilves met Tomas Reyl on 2024-05-01.', { date: '2024-05-02' });
const other = plain('Tomas Reyl met Mara Ilves on 2024-05-02.', { date: '2024-05-03' });
const denied = plain('Mara Ilves did not visit Varna.', { date: '2024-05-03' });
const visited = plain('Mara Ilves visited Varna.', { date: '2024-05-01' });

const withRole = (statement: Extraction['statements'][number]) =>
  statement.type === 'leads' ? { ...statement, role: 'president' } : statement;

describe('contradictions', () => {
  it('are listed with the sentences of both sides, counted on nodes and edges, and gone with an article', async () => {
    const store = await temporaryStore();
    for (const article of [said, other, denied, visited]) await store.addExtraction(article);
    const all = await listed(store);
    expect(all).toHaveLength(2);
    expect(all.map((line) => line.split(':')[0])).toEqual(['denied', 'meeting']);
    expect(await listed(store, { entity: 'place:varna' })).toEqual(all.slice(0, 1));
    expect(await store.entity('person:mara-ilves')).toMatchObject({ contradictions: 2 });
    const { items } = await store.contradictions({ limit: 1 });
    const edge = items[0]?.sides[0]?.edge?.key ?? '';
    expect(await store.edge(edge)).toMatchObject({ contradictions: 1 });
    expect(await listed(store, { edge })).toEqual(all.slice(0, 1));
    await store.removeArticle(denied.article.id);
    expect(await listed(store)).toEqual(all.slice(1));
  });

  it('are pages', async () => {
    const store = await temporaryStore();
    for (const article of [said, other, denied, visited]) await store.addExtraction(article);
    const first = await store.contradictions({ limit: 1 });
    const second = await store.contradictions({ limit: 1, after: first.next ?? '' });
    expect([first.items[0]?.kind, second.items[0]?.kind, second.next]).toEqual(['denied', 'meeting', null]);
  });

  it('do not depend on the order in which articles come and go', { timeout: 240_000 }, async () => {
    const happening = fc.tuple(
      fc.constantFrom('Mara Ilves', 'Tomas Reyl', 'HWU', 'Harbour Workers Union, or HWU'),
      fc.constantFrom('met', 'did not meet', 'visited', 'did not visit'),
      fc.constantFrom('Mara Ilves', 'Tomas Reyl', 'HWU'),
      fc.constantFrom('', ' on 2024-05-01', ' on 2024-05-03'),
    );
    const state = fc.constantFrom(
      ['Mara Ilves', 'leads', 'HWU', ''],
      ['Tomas Reyl', 'leads', 'HWU', ''],
      ['Oda Brandt', 'leads', 'HWU', ' on 2024-05-01'],
      ['Mara Ilves', 'was born in', 'Varna', ''],
      ['Mara Ilves', 'was born in', 'HWU', ''],
      ['Mara Ilves', 'was born in', 'Varna', ' on 1970-05-03'],
      ['Varna', 'lies in', 'HWU', ''],
    );
    const article = fc
      .tuple(fc.oneof(happening, state), fc.constantFrom('2024-05-01', '2024-05-05', '2024-05-09'))
      .map(([[subject, verb, object, day], date]) => plain(`${subject} ${verb} ${object}${day}.`, { date }))
      .map((one) => ({ ...one, statements: one.statements.map(withRole) }));
    // of one text under two dates only one stands: that is a law of its own (`readings.test.ts`)
    const several = fc.uniqueArray(article, { selector: ({ article: { id } }) => id, minLength: 2, maxLength: 12 });
    const [one, another] = [await temporaryStore(), await temporaryStore()];
    await fc.assert(
      fc.asyncProperty(several, fc.nat(6), async (articles, gone) => {
        const left: Extraction[] = articles.slice(gone);
        for (const each of articles) await one.addExtraction(each);
        for (const { article: each } of articles.slice(0, gone)) await one.removeArticle(each.id);
        for (const each of left.toReversed()) await another.addExtraction(each);
        const found = [await listed(one), await listed(another)];
        for (const store of [one, another]) for (const each of articles) await store.removeArticle(each.article.id);
        expect(found[0]).toEqual(found[1]);
        expect(await listed(one)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});
