import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { probability } from '../../../src/relations/confidence.ts';
import { DOUBTS } from '../../../src/relations/doubts.ts';
import { areaUnderCurve, calibrationError } from '../../bench/calibration/scores.ts';

const none = z.record(z.enum(DOUBTS), z.number()).parse(Object.fromEntries(DOUBTS.map((doubt) => [doubt, 0])));

describe('probability', () => {
  it('never rises with a doubt', () => {
    for (const doubt of DOUBTS) expect(probability({ ...none, [doubt]: 1 })).toBeLessThanOrEqual(probability(none));
  });

  it('trusts a statement through a pronoun less than one between names', () => {
    expect(probability({ ...none, pronoun: 1 })).toBeLessThan(probability(none));
  });
});

describe('calibrationError', () => {
  it('is nothing where as many are right as was said', () => {
    const half = (right: boolean) => ({ confidence: 0.5, right });
    expect(calibrationError([half(true), half(false)])).toBe(0);
  });

  it('is the gap where all are wrong that were said to be sure', () => {
    expect(calibrationError([{ confidence: 1, right: false }])).toBe(1);
  });
});

describe('areaUnderCurve', () => {
  it('is one where every right statement is surer than every wrong one', () => {
    expect(
      areaUnderCurve([
        { confidence: 0.9, right: true },
        { confidence: 0.2, right: false },
      ]),
    ).toBe(1);
  });
});
