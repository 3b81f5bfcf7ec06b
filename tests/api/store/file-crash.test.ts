import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/index.ts';
import { startChild } from '../../support/child.ts';
import { CRASHING } from '../../support/crashing.ts';
import { exported, folded } from '../../support/exports.ts';
import { plain } from '../../support/plain-reader.ts';
import { copiedStore } from '../../support/temporary-store.ts';

/** A walk over all moments takes about half an hour; without it a few are tried, spread over the way. */
const ALL = process.env.DATELINE_CRASH_WALK === 'all';
const FEW = 4;

const without = folded();
const whole = folded(plain(CRASHING));

/** What the graph may be after a process was told so far: what was under way is done, or not begun. */
async function mayBe(told: readonly string[]): Promise<string[]> {
  if (told.includes('removed')) return [await without];
  return told.includes('added') ? [await whole, await without] : [await without, await whole];
}

/** @returns what the process was told is done before its n-th write, and how the store was found after it */
async function crash(n: number): Promise<{ told: string[]; errors: string; graph: string; articles: number }> {
  const folder = await copiedStore();
  try {
    const child = startChild('file-crashing-process.ts', folder, String(n));
    await child.gone;
    const store = await openStore(folder);
    const [graph, { articles }] = [await exported(store), await store.counts()];
    await store.addExtraction(plain('Oda Brandt visited Varna.'));
    await store.close();
    return { told: child.lines, errors: child.errors(), graph, articles };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('an embedded store whose process is killed with kill -9 before its n-th write to a file', () => {
  it('opens again with all that was acknowledged and nothing by halves, for every n of the way, and takes more', {
    timeout: ALL ? 7_200_000 : 120_000,
  }, async () => {
    const { told } = await crash(0);
    const writes = Number(told.at(-1));
    expect(writes).toBeGreaterThan(100);
    const step = ALL ? 1 : Math.ceil(writes / FEW);
    for (let n = 1; n <= writes; n += step) {
      const { told, errors, graph, articles } = await crash(n);
      expect(errors).toBe('');
      expect(await mayBe(told), `before write ${n}, told ${told}`).toContain(graph);
      expect(articles).toBe(graph === (await whole) ? 1 : 0);
    }
  });
});
