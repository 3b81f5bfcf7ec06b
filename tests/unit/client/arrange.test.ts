import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inside, rectangle } from '../../../client/src/canvas/area.ts';
import { ARRANGEMENTS, type Arranged } from '../../../client/src/canvas/arrange.ts';

const node = fc.record({
  degree: fc.nat(50),
  community: fc.nat(4),
  days: fc.option(fc.tuple(fc.nat(1000), fc.nat(1000)).map(([a, n]): [number, number] => [a, a + n])),
});
const nodes = fc
  .array(node, { minLength: 1, maxLength: 60 })
  .map((all) => all.map((each, i): Arranged => ({ ...each, key: `person:n${i}`, home: { x: i, y: -i } })));

describe.each(Object.entries(ARRANGEMENTS))('the layout "%s"', (_, arrange) => {
  it('gives every node a place of its own, the same in whatever order they come', () => {
    fc.assert(
      fc.property(nodes, (all) => {
        const places = arrange(all);
        expect([...places.keys()].sort()).toEqual(all.map(({ key }) => key).sort());
        const at = [...places.values()].map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`);
        expect(new Set(at).size).toBe(all.length);
        expect(at.join().includes('NaN')).toBe(false);
        expect(new Map([...arrange(all.toReversed())].sort())).toEqual(new Map([...places].sort()));
      }),
    );
  });
});

it('puts what was told of later further to the right', () => {
  const told = (key: string, day: number): Arranged => ({
    ...{ key, degree: 1, community: 0, days: [day, day] },
    home: { x: 0, y: 0 },
  });
  const places = ARRANGEMENTS.time([told('a', 0), told('b', 50), told('c', 100)]);
  const [a = 0, b = 0, c = 0] = ['a', 'b', 'c'].map((key) => places.get(key)?.x);
  expect(a).toBeLessThan(b);
  expect(b).toBeLessThan(c);
});

it('tells what lies in a rectangle that was drawn from any corner', () => {
  const area = rectangle({
    kind: 'rectangle',
    points: [
      [90, 80],
      [50, 50],
      [10, 20],
    ],
  });
  expect(inside(area, { x: 50, y: 50 })).toBe(true);
  expect(inside(area, { x: 95, y: 50 })).toBe(false);
});
