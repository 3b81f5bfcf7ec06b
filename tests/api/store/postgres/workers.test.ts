import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Queue } from '../../../../src/ingest/index.ts';
import { openStore } from '../../../../src/store/index.ts';
import { type Child, startChild } from '../../../support/child.ts';
import { exported, folded } from '../../../support/exports.ts';
import { numbered } from '../../../support/numbered.ts';
import { temporaryPlace } from '../../../support/temporary-store.ts';

const KILLS = 10;
/** Articles that are queued before each kill. */
const BATCH = 12;

/** The same moments in each run: Lehmer's generator (Park and Miller 1988). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

describe('three processes that read one queue', () => {
  it('lose and double nothing when one of them is killed with kill -9, ten times at any moment', {
    timeout: 300_000,
  }, async () => {
    const where = await temporaryPlace();
    const store = await openStore(where);
    const queue = new Queue(store, 2);
    const start = () => startChild('working-process.ts', where);
    const random = chance(20_240_507);
    const all: Child[] = [];
    const working: Child[] = [];
    for (let turn = 0; turn < 3; turn++) working.push(start());
    all.push(...working);

    for (let kill = 0; kill < KILLS; kill++) {
      const articles = Array.from({ length: BATCH }, (_, n) => kill * BATCH + n).map((n) => ({
        name: String(n),
        article: numbered(n).article,
        place: { origin: `/news/${n}.txt`, part: '' },
      }));
      await queue.put(articles);
      const victim = working[random(3)];
      if (!victim) throw new Error('nobody works');
      // while it reads: it has begun with this batch, and is somewhere between a claim and a commit
      await Promise.race(working.map((child) => child.line(child.lines.length + 1 + random(3))));
      await sleep(random(15));
      await victim.kill();
      const next = start();
      all.push(next);
      working[working.indexOf(victim)] = next;
    }

    await expect.poll(() => queue.counts(), { timeout: 60_000 }).toEqual({ waiting: 0, reading: 0 });
    for (const child of working) child.process.kill('SIGTERM');
    await Promise.all(working.map(({ gone }) => gone));
    // one that was just started, and does not listen yet, is ended by the signal itself
    for (const { process, errors } of working)
      expect([0, 'SIGTERM'], errors()).toContain(process.exitCode ?? process.signalCode);

    const articles = Array.from({ length: KILLS * BATCH }, (_, n) => numbered(n));
    expect(await store.failures()).toEqual([]);
    expect((await store.counts()).articles).toBe(articles.length);
    expect(await exported(store)).toBe(await folded(...articles));
    const added = all.flatMap(({ lines }) => lines);
    expect(new Set(added).size).toBe(added.length);
    await store.close();
  });
});
