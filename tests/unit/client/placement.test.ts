import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, place } from '../../../client/src/canvas/placement.ts';

const frame: Box = { x: 0, y: 0, width: 800, height: 600 };
const box = (x: number, y: number, width = 60, height = 14): Box => ({ x, y, width, height });
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const anyBox = fc.record({
  x: fc.integer({ min: -50, max: 850 }),
  y: fc.integer({ min: -50, max: 650 }),
  width: fc.integer({ min: 1, max: 200 }),
  height: fc.integer({ min: 1, max: 30 }),
});

describe('place', () => {
  it('never lets one label cover another, an obstacle or the border', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyBox, { maxLength: 3 }), { maxLength: 40 }),
        fc.array(anyBox),
        (wanted, obstacles) => {
          const placed = place(
            wanted.map((places, item) => ({ item, places })),
            obstacles,
            frame,
          );
          placed.forEach(({ box: a }, i) => {
            expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 800 && a.y + a.height <= 600).toBe(true);
            expect(obstacles.some((b) => overlap(a, b))).toBe(false);
            expect(placed.some(({ box: b }, j) => i !== j && overlap(a, b))).toBe(false);
          });
        },
      ),
    );
  });

  it('gives the first label its best place and the next one what is left', () => {
    const places = [box(100, 100), box(100, 120)];
    const placed = place(
      [
        { item: 'first', places },
        { item: 'second', places },
        { item: 'third', places },
      ],
      [],
      frame,
    );
    expect(placed.map(({ item, box: { y } }) => `${item} ${y}`)).toEqual(['first 100', 'second 120']);
  });

  it('writes a label that must be seen, even where there is no room', () => {
    const places = [box(100, 100)];
    expect(
      place(
        [
          { item: 'a', places },
          { item: 'b', places, forced: true },
        ],
        [],
        frame,
      ),
    ).toHaveLength(2);
  });

  it('writes no more than the most', () => {
    const labels = Array.from({ length: 9 }, (_, i) => ({ item: i, places: [box(0, i * 20)] }));
    expect(place(labels, [], frame, 4)).toHaveLength(4);
  });
});
