import { describe, expect, it } from 'vitest';
import { inSight, type Layout } from '../../../client/src/canvas/sight.ts';

/** 200 pixels across and 100 down, of a plane in which one unit is ten pixels. */
const sight = { matrix: new Float32Array([0.1, 0, 0, 0, 0.2, 0, 0, 0, 1]), width: 200, height: 100 };
/** Two places and the height of a bow. */
const lines: Layout = {
  length: 5,
  places: 2,
  reach: (items, start, chord) => (items[start + 4] ?? 0) * chord,
};
const nodes: Layout = { length: 3, places: 1, reach: (items, start) => items[start + 2] ?? 0 };
const kept = (items: number[][], layout: Layout) => [...inSight(new Float32Array(items.flat()), layout, sight)];

describe('what may be seen of a picture', () => {
  it('leaves out nodes beyond each border, in their order', () => {
    const [seen, also] = [
      [9, 4, 1],
      [-9, -4, 1],
    ];
    const out = [
      [11, 0, 1],
      [-11, 0, 1],
      [0, 6, 1],
      [0, -6, 1],
    ];
    expect(kept([...out.slice(0, 2), seen, ...out.slice(2), also], nodes)).toEqual([...seen, ...also]);
  });

  it('keeps a node whose middle is out of sight where it reaches in', () => {
    expect(kept([[11, 0, 12]], nodes)).toEqual([11, 0, 12]);
  });

  it('leaves out what is hidden', () => {
    expect(kept([[0, 0, -1]], nodes)).toEqual([]);
  });

  it('keeps a line that crosses the picture from end to end out of sight', () => {
    expect(kept([[-20, 1, 20, -1, 0]], lines)).toHaveLength(5);
    expect(kept([[-20, 7, 20, 6, 0]], lines)).toEqual([]);
  });

  it('keeps a line of which only the bow is in sight', () => {
    expect(kept([[-10, 7, 10, 7, 0.2]], lines)).toHaveLength(5);
    expect(kept([[-10, 7, 10, 7, 0.05]], lines)).toEqual([]);
  });
});
