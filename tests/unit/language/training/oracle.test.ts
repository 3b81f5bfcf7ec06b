import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEFT, RIGHT, SHIFT, State } from '../../../../src/language/state.ts';
import { costOf, type GoldTree, MOVES } from '../../../../src/language/training/oracle.ts';

function treeOf(heads: readonly number[]): GoldTree {
  const root = heads.length + 1;
  const all = [0, ...heads.map((head) => (head === 0 ? root : head)), 0];
  const children = all.map((_, parent) =>
    all.flatMap((head, child) => (child > 0 && child < root && head === parent ? [child] : [])),
  );
  return { heads: Int32Array.from(all), labels: new Int32Array(all.length), children };
}

/** A tree of any shape, crossing arcs included: each word hangs on an earlier one of a random order. */
const anyTree = fc
  .array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.double({ noNaN: true })), {
    minLength: 1,
    maxLength: 9,
  })
  .map((draws) => {
    const order = draws.map(([, key], i) => ({ key, word: i + 1 })).sort((a, b) => a.key - b.key || a.word - b.word);
    const heads = draws.map(() => 0);
    for (const [i, { word }] of order.entries()) {
      const parent = order[Math.floor((draws[i]?.[0] ?? 0) * i)];
      heads[word - 1] = i === 0 ? 0 : (parent?.word ?? 0);
    }
    return heads;
  });

const isProjective = (heads: readonly number[]): boolean =>
  heads.every((head, i) => {
    const [low, high] = head < i + 1 ? [head, i + 1] : [i + 1, head];
    return heads.every((other, k) => head === 0 || k + 1 <= low || k + 1 >= high || (other >= low && other <= high));
  });

function follow(tree: GoldTree, length: number, choose: (costs: number[]) => number): { wrong: number; paid: number } {
  const state = new State();
  state.start(length);
  let paid = 0;
  while (!state.finished()) {
    const allowed = MOVES.filter((move) => state.allows(move));
    const costs = allowed.map((move) => costOf(move, state, tree));
    const index = choose(costs);
    const move = allowed[index] ?? SHIFT;
    paid += costs[index] ?? 0;
    if (move === SHIFT) state.shift();
    else state.attach(move === LEFT ? LEFT : RIGHT, 0);
  }
  const wrong = [...tree.heads.slice(1, length + 1)].filter((head, i) => state.heads[i + 1] !== head).length;
  return { wrong, paid };
}

describe('the dynamic oracle', () => {
  it('leads to the gold tree, at no cost, if that is projective', () => {
    fc.assert(
      fc.property(anyTree.filter(isProjective), (heads) => {
        const cheapest = (costs: number[]) => costs.indexOf(Math.min(...costs));
        expect(follow(treeOf(heads), heads.length, cheapest)).toEqual({ wrong: 0, paid: 0 });
      }),
    );
  });

  it('counts each arc that is lost, once, whatever moves are made', () => {
    fc.assert(
      fc.property(anyTree, fc.array(fc.nat(2), { minLength: 30, maxLength: 30 }), (heads, choices) => {
        let step = 0;
        const { wrong, paid } = follow(treeOf(heads), heads.length, (costs) => (choices[step++] ?? 0) % costs.length);
        expect(wrong).toBe(paid);
      }),
    );
  });

  it('leads out of an error to the best tree that can still be had', () => {
    // "ate soup": 1 ← 2, 2 ← 0; shifting both first loses the arc of the first word.
    const tree = treeOf([2, 0]);
    const state = new State();
    state.start(2);
    state.shift();
    expect(costOf(SHIFT, state, tree)).toBe(1);
    expect(costOf(LEFT, state, tree)).toBe(0);
  });
});
