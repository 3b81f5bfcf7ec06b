import { describe, expect, it } from 'vitest';
import { measure, type Ties } from '../../../src/graph/index.ts';

const keys = 'abcdefgh'.split('');
/** Ties written as "ab", of weight 1. */
const tied = (...pairs: string[]): Ties => ({
  keys,
  source: Uint32Array.from(pairs, (pair) => keys.indexOf(pair.charAt(0))),
  target: Uint32Array.from(pairs, (pair) => keys.indexOf(pair.charAt(1))),
  weight: Uint32Array.from(pairs, () => 1),
});
const twoCircles = tied('ab', 'bc', 'ca', 'ad', 'bd', 'ef', 'fg', 'ge', 'de');

describe('measures of a graph', () => {
  it('part it into communities, the largest first, and leave alone what hangs on nothing', () => {
    expect([...measure(twoCircles).community]).toEqual([0, 0, 0, 0, 1, 1, 1, 2]);
  });

  it('rank the most central node 1, and those beside it alike', () => {
    const { rank } = measure(tied('ab', 'ac', 'ad', 'ae'));
    expect(rank[0]).toBe(1);
    expect(rank[1]).toBeCloseTo(rank[2] ?? 0);
    expect(rank[1]).toBeLessThan(1);
  });

  it('are the same each time, and whatever the order of the ties', () => {
    const turned = tied('de', 'ge', 'bd', 'fg', 'ef', 'ad', 'ca', 'bc', 'ab');
    expect(measure(twoCircles)).toEqual(measure(twoCircles));
    expect(measure(turned).community).toEqual(measure(twoCircles).community);
  });

  it('of a graph without a tie, or without a node, are what little there is', () => {
    expect([...measure(tied()).community]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const none = { keys: [], source: new Uint32Array(), target: new Uint32Array(), weight: new Uint32Array() };
    expect(measure(none).rank).toHaveLength(0);
  });
});
