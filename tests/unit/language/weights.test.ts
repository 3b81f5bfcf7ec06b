import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WeightTable } from '../../../src/language/weights.ts';

const ROWS = 64;
const CLASSES = 5;
const anyDense = fc
  .array(fc.tuple(fc.nat(ROWS * CLASSES - 1), fc.integer({ min: -900, max: 900 })), { maxLength: 120 })
  .map((cells) => {
    const dense = new Float32Array(ROWS * CLASSES);
    for (const [at, w] of cells) dense[at] = w;
    return dense;
  });

const scoresOf = (table: WeightTable, row: number): number[] => {
  const scores = new Int32Array(CLASSES);
  table.addScores(row, scores);
  return [...scores];
};

describe('a table of weights', () => {
  it('gives back each weight in proportion, within the step of its byte', () => {
    fc.assert(
      fc.property(anyDense, (dense) => {
        const max = dense.reduce((m, w) => Math.max(m, Math.abs(w)), 0);
        const table = WeightTable.fromDense(dense, CLASSES, 0);
        for (let row = 0; row < ROWS; row++) {
          for (const [c, score] of scoresOf(table, row).entries()) {
            const w = dense[row * CLASSES + c] ?? 0;
            const exact = max === 0 ? 0 : (w / max) * 127 * 127;
            expect(Math.abs(score - exact)).toBeLessThanOrEqual(Math.sqrt(Math.abs(exact)) + 1);
          }
        }
      }),
    );
  });

  it('is the same after it was stored and read again', () => {
    fc.assert(
      fc.property(anyDense, (dense) => {
        const table = WeightTable.fromDense(dense, CLASSES, 0);
        const again = WeightTable.decode(table.encode());
        expect(again.size).toBe(table.size);
        for (let row = 0; row < ROWS; row++) expect(scoresOf(again, row)).toEqual(scoresOf(table, row));
      }),
    );
  });

  it('drops the weights below the threshold', () => {
    const dense = new Float32Array(ROWS * CLASSES);
    dense.set([5, -5, 1, -1, 4]);
    expect(WeightTable.fromDense(dense, CLASSES, 4).size).toBe(3);
  });

  it('refuses bytes that are no table', () => {
    expect(() => WeightTable.decode(new Uint8Array([5, 5, 200]))).toThrow(RangeError);
    expect(() => WeightTable.decode(new Uint8Array())).toThrow(RangeError);
  });
});
