import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/index.ts';
import { startChild } from '../../support/child.ts';
import { exported, folded } from '../../support/exports.ts';
import { numbered } from '../../support/numbered.ts';
import { temporaryPlace } from '../../support/temporary-store.ts';

/** What the process is doing when it is killed: it was told of this many articles, and works on the next for so long (ms). */
const MOMENTS: readonly (readonly [told: number, into: number])[] = [
  [1, 0],
  [3, 7],
  [4, 31],
  [6, 90],
];

describe('a process that is killed with kill -9 while it adds articles', () => {
  it('leaves all that it acknowledged, and nothing by halves, and the store opens at once', {
    timeout: 240_000,
  }, async () => {
    const where = await temporaryPlace();
    let next = 0;
    for (const [told, into] of MOMENTS) {
      const child = startChild('adding-process.ts', where, String(next));
      await child.line(1 + told);
      await new Promise((resolve) => setTimeout(resolve, into));
      await child.kill();
      const acknowledged = child.lines.slice(1).map(Number);

      const store = await openStore(where);
      const { articles } = await store.counts();
      const last = Math.max(...acknowledged);
      expect(articles).toBeGreaterThanOrEqual(last + 1);
      expect(articles).toBeLessThanOrEqual(last + 2); // the one under way may be in, or not
      const there = Array.from({ length: articles }, (_, n) => numbered(n));
      expect(await exported(store)).toBe(await folded(...there));
      await store.close();
      next = articles;
    }
  });
});
