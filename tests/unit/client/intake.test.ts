import { describe, expect, it } from 'vitest';
import { handedOver, tally, told } from '../../../client/src/state/intake.ts';

const queued = (id: string) => ({ id, name: `file "${id}.txt"`, title: null, status: 'queued' as const });

describe('the intake', () => {
  it('follows what becomes of articles that were handed over, and of no others', () => {
    let intake = handedOver([], [queued('a1'), queued('a2')]);
    intake = told(intake, { ...queued('a1'), title: 'Ilves in Varna', status: 'reading' });
    intake = told(intake, { ...queued('a9'), status: 'added' });
    expect(tally(intake)).toMatchObject({ all: 2, done: 0, reading: { title: 'Ilves in Varna' } });
    intake = told(intake, { ...queued('a1'), status: 'added' });
    intake = told(intake, { ...queued('a2'), status: 'failed', problem: { code: 'x', title: 'not English' } });
    expect(tally(intake)).toMatchObject({
      done: 2,
      added: 1,
      failed: [{ id: 'a2', problem: { title: 'not English' } }],
    });
  });

  it('stays with the last that was told, and tells once of what is handed over twice', () => {
    const done = told(handedOver([], [queued('a1')]), { ...queued('a1'), status: 'added' });
    expect(told(done, { ...queued('a1'), status: 'reading' })).toEqual(done);
    expect(handedOver(done, [queued('a1')]).length).toBe(1);
  });
});
