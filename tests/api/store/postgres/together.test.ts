import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../../../src/extraction.ts';
import { openStore } from '../../../../src/store/index.ts';
import { startChild } from '../../../support/child.ts';
import { exported, folded } from '../../../support/exports.ts';
import { numbered } from '../../../support/numbered.ts';
import { plain } from '../../../support/plain-reader.ts';
import { temporaryPlace } from '../../../support/temporary-store.ts';

/** Names that lead to each other only through a third article, in every order. */
const entangled: Extraction[] = [
  plain('HWU criticized Bulgaria. Tomás Reyl met Mara Ilves.'),
  plain('Harbour Workers Union, or HWU, criticized Bulgaria.'),
  plain('Harbour Workers Union met Tomas Reyl in Varna, Northern Gazette said.'),
  plain('Mara Ilves met HWU. Oda Brandt visited Varna.'),
];

describe('several at once in one database', () => {
  it('add and take back articles that share names, and none is lost, doubled or in the way of another', async () => {
    const where = await temporaryPlace();
    const stores = await Promise.all([openStore(where), openStore(where), openStore(where)]);
    const articles = [...entangled, ...Array.from({ length: 20 }, (_, n) => numbered(n))];
    const added = await Promise.all(
      stores.flatMap((store, turn) =>
        [...articles.slice(turn * 7), ...articles.slice(0, turn * 7)].map((article) => store.addExtraction(article)),
      ),
    );
    expect(added.filter(Boolean)).toHaveLength(articles.length);
    const [store] = stores;
    if (!store) throw new Error('no store');
    expect(await exported(store)).toBe(await folded(...articles));

    const gone = articles.filter((_, index) => index % 2 === 0);
    const taken = await Promise.all(stores.flatMap((one) => gone.map(({ article }) => one.removeArticle(article.id))));
    expect(taken.filter(Boolean)).toHaveLength(gone.length);
    expect(await exported(store)).toBe(await folded(...articles.filter((_, index) => index % 2 === 1)));
    for (const one of stores) await one.close();
  });

  it('keep all that was acknowledged to them when one of three processes is killed with kill -9', {
    timeout: 240_000,
  }, async () => {
    const where = await temporaryPlace();
    const children = [0, 1000, 2000].map((first) => startChild('adding-process.ts', where, String(first)));
    await Promise.all(children.map((child) => child.line(5)));
    await children[1]?.kill();
    await Promise.all([children[0]?.line(9), children[2]?.line(9)]);
    for (const child of children) await child.kill();
    const acknowledged = children.flatMap(({ lines }) => lines.slice(1).map(Number));

    const store = await openStore(where);
    const nearby = children.flatMap(({ lines }, turn) =>
      Array.from({ length: lines.length + 1 }, (_, n) => turn * 1000 + n),
    );
    const known = await store.knownArticles(nearby.map((n) => numbered(n).article.id));
    for (const n of acknowledged) expect(known).toContain(numbered(n).article.id);
    const there = nearby.filter((n) => known.has(numbered(n).article.id));
    expect((await store.counts()).articles).toBe(there.length);
    expect(await exported(store)).toBe(await folded(...there.map(numbered)));
    await store.close();
  });
});
