import { describe, expect, it } from 'vitest';
import { exported, folded } from '../../support/exports.ts';
import { plain } from '../../support/plain-reader.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

const writer = plain('Mara Ilves (born 1950) visited Varna.', { date: '2024-05-01' });
const skier = plain('Mara Ilves (born 1984) visited Bulgaria.', { date: '2024-05-02' });
const either = plain('Mara Ilves met Oda Brandt.', { date: '2024-05-03' });

describe('two people of one name', () => {
  it('are kept apart by their years of birth, and told apart by their labels', async () => {
    const store = await temporaryStore();
    for (const article of [skier, writer]) await store.addExtraction(article);
    const { nodes } = await store.graph({ limit: 10 });
    expect(nodes.filter(({ type }) => type === 'person').map(({ label }) => label)).toEqual([
      'Mara Ilves (born about 1950)',
      'Mara Ilves (born about 1984)',
    ]);
    expect(await exported(store)).toBe(await folded(writer, skier));
  });

  it('are found under the name that both have, and under the key that one had alone', async () => {
    const store = await temporaryStore();
    await store.addExtraction(writer);
    expect(await store.entity('person:mara-ilves')).toMatchObject({ label: 'Mara Ilves' });
    await store.addExtraction(skier);
    expect(await store.entity('person:mara-ilves')).toMatchObject({ key: 'person:mara-ilves~1950' });
    const { items } = await store.entities({ q: 'mara ilves', limit: 10 });
    expect(items).toHaveLength(2);
  });

  it('leave an article apart that may be about either, and are one again when an article goes', async () => {
    const store = await temporaryStore();
    for (const article of [either, writer, skier]) await store.addExtraction(article);
    expect(await store.entity('person:mara-ilves')).toMatchObject({ key: 'person:mara-ilves', articles: 1 });
    await store.removeArticle(skier.article.id);
    expect(await store.entity('person:mara-ilves')).toMatchObject({ label: 'Mara Ilves', articles: 2 });
    expect(await exported(store)).toBe(await folded(either, writer));
  });

  it('stay apart when a reading that stepped aside comes back', async () => {
    const store = await temporaryStore();
    const url = 'https://e.org/ilves';
    const older = plain('Mara Ilves (born 1984) visited Bulgaria.', { url, date: '2024-05-01' });
    const newer = plain('Mara Ilves visited Bulgaria again.', { url, date: '2024-05-02' });
    const place = (name: string) => ({ origin: `/news/${name}`, part: '' });
    await store.addExtraction(writer);
    await store.addExtraction(older, place('a.txt'));
    await store.addExtraction(newer, place('b.txt'));
    expect(await store.entity('person:mara-ilves')).toMatchObject({ label: 'Mara Ilves', articles: 2 });
    await store.forget(place('b.txt'));
    expect(await exported(store)).toBe(await folded(writer, older));
  });
});
