import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { Queue } from '../../../src/ingest/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { startChild } from '../../support/child.ts';
import { CRASHING } from '../../support/crashing.ts';
import { exported, folded } from '../../support/exports.ts';
import { plain } from '../../support/plain-reader.ts';
import { temporaryPlace } from '../../support/temporary-store.ts';

const BEFORE = ['Mara Ilves visited Bulgaria.', 'Harbour Workers Union met Tomas Reyl.'];

/** On an embedded store a process takes seconds to start: there, only some of the moments are tried unless all are asked for. */
const STRIDE = inject('postgres') === undefined && process.env.DATELINE_CRASH_WALK !== 'all' ? 14 : 1;

const Found = z.object({ export: z.string(), waiting: z.int(), reading: z.int() });
const Progress = z.union([z.object({ queued: z.literal(true) }), z.object({ writes: z.int() })]);

describe('a process that is killed with kill -9 before its n-th write', () => {
  it('leaves, for every n of the way from the queue into the graph, an article in one of them, and whole', {
    timeout: 600_000,
  }, async () => {
    const where = await temporaryPlace();
    const first = await openStore(where);
    for (const text of BEFORE) await first.addExtraction(plain(text));
    await first.close();
    const without = await folded(...BEFORE.map((text) => plain(text)));
    const whole = await folded(...[...BEFORE, CRASHING].map((text) => plain(text)));

    let wasQueued = false;
    let isDone = false;
    let crashes = 0;
    for (let n = 1; !isDone; n += STRIDE) {
      const child = startChild('crashing-process.ts', where, String(n));
      await child.gone;
      expect(child.errors()).toBe('');
      const [found, ...progress] = child.lines.map((line): unknown => JSON.parse(line));
      const { export: graph, waiting, reading } = Found.parse(found);
      const isIn = graph === whole;
      if (!isIn) expect(graph).toBe(without);
      // once it is acknowledged it is in the queue or in the graph, and never in both
      if (wasQueued) expect(waiting + reading + (isIn ? 1 : 0), `before write ${n}`).toBe(1);
      expect(waiting + reading).toBeLessThanOrEqual(1);
      const said = progress.map((line) => Progress.parse(line));
      wasQueued ||= said.some((line) => 'queued' in line);
      isDone = said.some((line) => 'writes' in line);
      if (!isDone) expect(child.process.signalCode).toBe('SIGKILL');
      else expect(z.object({ writes: z.int() }).parse(said.at(-1)).writes).toBeGreaterThan(20);
      crashes++;
    }
    expect(crashes).toBeGreaterThan(20 / STRIDE);

    const last = await openStore(where);
    expect(await exported(last)).toBe(whole);
    expect(await new Queue(last).counts()).toEqual({ waiting: 0, reading: 0 });
    await last.close();
  });
});
