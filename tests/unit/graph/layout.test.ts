import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LayoutEdge, type LayoutNode, layIn, layOut } from '../../../src/graph/index.ts';

const node = (index: number): LayoutNode => ({ key: `person:p${index}`, label: `Person Number ${index}`, degree: 2 });
const nodes = Array.from({ length: 40 }, (_, index) => node(index));
const edges: LayoutEdge[] = nodes.map(({ key }, index) => ({ source: key, target: `person:p${(index * 7) % 40}` }));

describe('a layout', () => {
  it('is the same in whatever order the nodes come', () => {
    const reversed = layOut([...nodes].reverse(), [...edges].reverse());
    for (const [key, position] of layOut(nodes, edges)) expect(reversed.get(key)).toEqual(position);
  });

  it('leaves room for every label', () => {
    const places = [...layOut(nodes, edges).values()];
    const crowded = places.filter((a, index) =>
      places.some((b, other) => other > index && Math.abs(a.y - b.y) < 10 && Math.abs(a.x - b.x) < 90),
    );
    expect(crowded).toEqual([]);
  });

  it('gives finite positions to nodes without edges, to one node, and to none', () => {
    expect(layOut([], []).size).toBe(0);
    for (const count of [1, 2, 30])
      for (const { x, y } of layOut(nodes.slice(0, count), []).values()) expect(Number.isFinite(x + y)).toBe(true);
  });

  it('places new nodes without moving the old, near their neighbours', () => {
    const old = layOut(nodes, edges);
    const standing = new Map(nodes.map((n) => [n.key, { ...n, ...(old.get(n.key) ?? { x: 0, y: 0 }) }]));
    const fresh = layIn([node(100)], [{ source: 'person:p100', target: 'person:p3' }], standing);
    expect([...fresh.keys()]).toEqual(['person:p100']);
    const [a, b] = [fresh.get('person:p100'), old.get('person:p3')];
    expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeLessThan(400);
  });

  it('puts what hangs on nothing beside all the rest', () => {
    const old = layOut(nodes, edges);
    const standing = new Map(nodes.map((n) => [n.key, { ...n, ...(old.get(n.key) ?? { x: 0, y: 0 }) }]));
    const fresh = layIn(
      [node(100), node(101), node(102)],
      [{ source: 'person:p100', target: 'person:p101' }],
      standing,
    );
    expect(fresh.size).toBe(3);
    const lowest = Math.min(...[...old.values()].map(({ y }) => y));
    const rightmost = Math.max(...[...old.values()].map(({ x }) => x));
    for (const { x, y } of fresh.values()) expect(y < lowest || x > rightmost).toBe(true);
  });

  it('never puts two nodes on one point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 1, max: 13 }), (count, step) => {
        const some = Array.from({ length: count }, (_, index) => node(index));
        const ties = some.map(({ key }, index) => ({ source: key, target: `person:p${(index * step) % count}` }));
        const points = [...layOut(some, ties).values()].map(({ x, y }) => `${x} ${y}`);
        expect(new Set(points).size).toBe(count);
      }),
      { numRuns: 20 },
    );
  });
});
