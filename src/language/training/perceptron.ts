import { WeightTable } from '../weights.ts';

/** How often features were called for is counted by this many low bits of their hashes. */
const COUNTED_BITS = 26;

/**
 * A multi-class perceptron over hashed features whose weights are averaged over all steps of training (Freund and
 * Schapire 1999; Collins 2002). Rows are dense while it learns; `table` makes what is kept of it.
 */
export class Perceptron {
  readonly classes: number;
  readonly #mask: number;
  readonly #weights: Float32Array;
  /** Each change times the step it was made at: the average is `weights - late / steps`. */
  readonly #late: Float32Array;
  /** Of each row, one more than the highest class that was ever changed: it pays to number frequent classes first. */
  readonly #reach: Uint8Array;
  readonly #needed: number;
  /** How often a feature was called for; empty where that does not matter. */
  readonly #called: Uint8Array;
  #steps = 1;

  /**
   * @param bits the table has 2^bits rows
   * @param needed a feature gets weights only when so many updates have called for it: most features of rich templates
   *   are called for once, and would only fill the rows of others
   */
  constructor(bits: number, classes: number, needed = 1) {
    this.#needed = needed;
    this.#called = new Uint8Array(needed > 1 ? 2 ** COUNTED_BITS : 0);
    this.classes = classes;
    this.#mask = 2 ** bits - 1;
    this.#weights = new Float32Array(2 ** bits * classes);
    this.#late = new Float32Array(2 ** bits * classes);
    this.#reach = new Uint8Array(2 ** bits);
  }

  /** To be called once for each decision that is learned from, right or wrong. */
  tick(): void {
    this.#steps++;
  }

  /** Sets `scores` to the sums of the weights, as they are now, of the first `count` features. */
  score(hashes: Int32Array, count: number, scores: Float32Array): void {
    const { classes } = this;
    if (classes === 3) {
      this.#scoreThree(hashes, count, scores);
      return;
    }
    scores.fill(0);
    const weights = this.#weights;
    for (let f = 0; f < count; f++) {
      const row = (hashes[f] ?? 0) & this.#mask;
      const at = row * classes;
      const reach = this.#reach[row] ?? 0;
      for (let c = 0; c < reach; c++) scores[c] = (scores[c] ?? 0) + (weights[at + c] ?? 0);
    }
  }

  /** The same for the parser's three moves, which are asked for most of all. */
  #scoreThree(hashes: Int32Array, count: number, scores: Float32Array): void {
    const weights = this.#weights;
    let first = 0;
    let second = 0;
    let third = 0;
    for (let f = 0; f < count; f++) {
      const at = ((hashes[f] ?? 0) & this.#mask) * 3;
      first += weights[at] ?? 0;
      second += weights[at + 1] ?? 0;
      third += weights[at + 2] ?? 0;
    }
    scores[0] = first;
    scores[1] = second;
    scores[2] = third;
  }

  /** Adds `change` to the weight of each of the first `count` features for one class. */
  update(hashes: Int32Array, count: number, label: number, change: number): void {
    const late = change * this.#steps;
    for (let f = 0; f < count; f++) {
      const hash = hashes[f] ?? 0;
      if (this.#needed > 1 && !this.#wanted(hash, change)) continue;
      const row = hash & this.#mask;
      const at = row * this.classes + label;
      if ((this.#reach[row] ?? 0) <= label) this.#reach[row] = label + 1;
      this.#weights[at] = (this.#weights[at] ?? 0) + change;
      this.#late[at] = (this.#late[at] ?? 0) + late;
    }
  }

  /** Counts a feature that would gain weight, and tells whether it was called for often enough. */
  #wanted(hash: number, change: number): boolean {
    const at = hash & (this.#called.length - 1);
    const calls = this.#called[at] ?? 0;
    if (change > 0 && calls < this.#needed) this.#called[at] = calls + 1;
    return this.#called[at] === this.#needed;
  }

  /** The averaged weights, row after row. */
  averaged(): Float32Array {
    const average = new Float32Array(this.#weights.length);
    for (let i = 0; i < average.length; i++) {
      average[i] = (this.#weights[i] ?? 0) - (this.#late[i] ?? 0) / this.#steps;
    }
    return average;
  }

  /** The averaged weights in the form that is stored, at most `size` of them: the largest. */
  table(size: number): WeightTable {
    const average = this.averaged();
    return WeightTable.fromDense(average, this.classes, thresholdFor(average, size));
  }
}

/**
 * One table for several of the same features and classes, whose scores are the sums of theirs; at most `size` weights.
 *
 * @param shares what each table counts; 1 where nothing is said. Tables are alike in their largest weight
 */
export function summed(tables: readonly WeightTable[], size: number, shares: readonly number[] = []): WeightTable {
  const [first, ...others] = tables;
  if (first === undefined) throw new RangeError('no tables to sum');
  const sum = first.toDense().map((w) => w * (shares[0] ?? 1));
  for (const [k, other] of others.entries()) {
    const weights = other.toDense();
    const share = shares[k + 1] ?? 1;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + share * (weights[i] ?? 0);
  }
  return WeightTable.fromDense(sum, first.classes, thresholdFor(sum, size));
}

/** The smallest size a weight must have so that at most `size` weights have it. */
export function thresholdFor(weights: Float32Array, size: number): number {
  const sizes = weights.filter((w) => w !== 0).map(Math.abs);
  if (sizes.length <= size) return 0;
  sizes.sort();
  return (sizes[sizes.length - size - 1] ?? 0) * (1 + 1e-6);
}
