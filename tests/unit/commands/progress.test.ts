import { describe, expect, it } from 'vitest';
import { paceOf, timeOf } from '../../../src/commands/progress.ts';

describe('progress', () => {
  it('tells times in two units at most', () => {
    expect([0.4, 59, 61, 3599, 3661].map(timeOf)).toEqual(['0s', '59s', '1m 1s', '59m 59s', '1h 1m']);
  });

  it('tells rate and time left, and no time where the number is not known', () => {
    expect(paceOf(20, 50, 10)).toBe('2.0 articles/s, 15s left');
    expect(paceOf(200, null, 10)).toBe('20 articles/s');
    expect(paceOf(0, 5, 0)).toBe('0.0 articles/s');
  });
});
