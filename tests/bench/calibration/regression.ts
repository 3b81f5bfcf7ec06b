import { Weights } from '../../../src/relations/confidence.ts';
import { DOUBTS, type Doubts } from '../../../src/relations/doubts.ts';

export interface Example {
  doubts: Doubts;
  right: boolean;
  /** How much it counts. */
  weight: number;
}

const STEPS = 4000;
const RATE = 0.5;

/**
 * Logistic regression by gradient descent, with a quadratic penalty on all weights but the bias, and no weight above 0:
 * what speaks against a statement never makes it surer.
 *
 * @param penalty in examples: how many would have to disagree to move a weight by one
 */
export function regress(examples: readonly Example[], penalty: number): Weights {
  const size = DOUBTS.length;
  const rows = examples.map(({ doubts, right, weight }) => ({
    x: DOUBTS.map((doubt) => doubts[doubt]),
    y: right ? 1 : 0,
    weight,
  }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Array<number>(size).fill(0);
  let bias = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((w) => (penalty * w) / total);
    let biasSlope = 0;
    for (const { x, y, weight } of rows) {
      let odds = bias;
      for (let i = 0; i < size; i++) odds += (weights[i] ?? 0) * (x[i] ?? 0);
      const gap = (weight * (1 / (1 + Math.exp(-odds)) - y)) / total;
      for (let i = 0; i < size; i++) slope[i] = (slope[i] ?? 0) + gap * (x[i] ?? 0);
      biasSlope += gap;
    }
    for (let i = 0; i < size; i++) weights[i] = Math.min(0, (weights[i] ?? 0) - RATE * (slope[i] ?? 0));
    bias -= RATE * biasSlope;
  }
  const rounded = (number: number) => Math.round(number * 1000) / 1000;
  const named = DOUBTS.map((doubt, i) => [doubt, rounded(weights[i] ?? 0) || 0] as const);
  return Weights.parse({ bias: rounded(bias), weights: Object.fromEntries(named) });
}
