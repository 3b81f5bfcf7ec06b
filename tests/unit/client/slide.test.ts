import { describe, expect, it } from 'vitest';
import { overlap } from '../../../client/src/canvas/slide.ts';

describe('a picture that is moved', () => {
  it('covers as much less of the view as it was moved, whichever way', () => {
    expect(overlap(0, 1, 400)).toBe(1);
    expect(overlap(100, 1, 400)).toBe(0.75);
    expect(overlap(-100, 1, 400)).toBe(0.75);
    expect(overlap(500, 1, 400)).toBe(0);
  });

  it('covers less when seen from afar, and all when seen from near by', () => {
    expect(overlap(0, 0.5, 400)).toBe(0.5);
    expect(overlap(100, 2, 400)).toBe(1);
  });
});
