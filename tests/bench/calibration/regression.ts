import { Weights } from '../../../src/relations/confidence.ts';
import { DOUBTS, type Doubts } from '../../../src/relations/doubts.ts';

export interface Example {
  doubts: Doubts;
  right: boolean;
  /** How much it counts. */
  weight: number;
}

const STEPS = 600;
const RATE = 0.3;

/**
 * Logistic regression by gradient descent with steps of their own for each weight (AdaGrad, Duchi et al. 2011), with a quadratic penalty on all weights but the bias, and no weight above 0:
 * what speaks against a statement never makes it surer.
 *
 * @param penalty in examples: how many would have to disagree to move a weight by one
 */
export function regress(examples: readonly Example[], penalty: number): Weights {
  const rows = examples.map(({ doubts, right, weight }) => ({
    x: DOUBTS.map((doubt) => doubts[doubt]),
    y: right ? 1 : 0,
    weight,
  }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  // the last weight is the bias, of what is always there
  const weights = new Array<number>(DOUBTS.length + 1).fill(0);
  const squares = new Array<number>(DOUBTS.length + 1).fill(Number.EPSILON);
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map((w, i) => (i < DOUBTS.length ? (penalty * w) / total : 0));
    for (const { x, y, weight } of rows) {
      const odds = weights.reduce((sum, w, i) => sum + w * (x[i] ?? 1), 0);
      const gap = (weight * (1 / (1 + Math.exp(-odds)) - y)) / total;
      for (let i = 0; i < slopes.length; i++) slopes[i] = (slopes[i] ?? 0) + gap * (x[i] ?? 1);
    }
    for (const [i, slope] of slopes.entries()) {
      squares[i] = (squares[i] ?? 0) + slope * slope;
      const moved = (weights[i] ?? 0) - (RATE * slope) / Math.sqrt(squares[i] ?? 1);
      weights[i] = i < DOUBTS.length ? Math.min(0, moved) : moved;
    }
  }
  const rounded = (number: number) => Math.round(number * 1000) / 1000;
  const named = DOUBTS.map((doubt, i) => [doubt, rounded(weights[i] ?? 0) || 0] as const);
  return Weights.parse({ bias: rounded(weights.at(-1) ?? 0), weights: Object.fromEntries(named) });
}
