import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EdgeRow, openStore, type Store } from '../../../src/store/index.ts';
import { crowd } from '../../support/crowd.ts';
import { emptyPlace, type Place } from '../../support/temporary-store.ts';

let store: Store;
let place: Place;

const SIZE = 33;
const TIES = (SIZE * (SIZE - 1)) / 2;
const START = 'place:kor7';
const AT = { origin: '/news/crowd.txt', part: '' };

beforeAll(async () => {
  place = await emptyPlace();
  store = await openStore(place.where);
  await store.addExtraction(crowd(SIZE, ['asked', 'praised', 'criticized']));
  await store.addExtraction(crowd(SIZE, ['praised']), AT);
});

afterAll(async () => {
  await store.close();
  await place.remove();
});

const tieOf = ({ source, target }: EdgeRow): string => [source, target].sort().join();
const typesOf = (edges: readonly EdgeRow[]): string[] => [...new Set(edges.map(({ type }) => type))];
const whole = () => store.graph({ limit: 100 });

describe('of more edges than a picture can show', () => {
  it('the strongest of each tie is shown, and how many there are is said', async () => {
    const { edges, totalEdges } = await whole();
    expect(new Set(edges.map(tieOf)).size).toBe(edges.length);
    expect(typesOf(edges)).toEqual(['praised']);
    expect([edges.length, totalEdges]).toEqual([500, 3 * TIES]);
  });

  it('a node is tied to each of its neighbours, whether all edges fit or those of some types', async () => {
    for (const type of [undefined, ['asked', 'criticized']]) {
      const near = await store.neighbours(START, { depth: 1, limit: 100, direction: 'both', type });
      const own = near?.edges.filter(({ source, target }) => source === START || target === START) ?? [];
      expect(new Set(own.map(tieOf)).size).toBe(SIZE - 1);
      expect([near?.edges.length, near?.totalEdges, near?.truncated]).toEqual([200, (type?.length ?? 3) * TIES, true]);
    }
  });

  it('another is the strongest when an article is read again after it changed, and when it is taken back', async () => {
    await store.addExtraction(crowd(SIZE, ['criticized']), AT);
    expect(typesOf((await whole()).edges)).toEqual(['criticized']);
    await store.forget(AT);
    expect(typesOf((await whole()).edges).length).toBeGreaterThan(1); // all weigh the same: the first by their keys
  });
});
