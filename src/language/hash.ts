/**
 * Feature hashing with integers: the trained weights hang on these functions, so a change here makes every model
 * file useless.
 */

/** Starts the hash of a feature template; templates of one table must have different numbers. */
export const seedOf = (template: number): number => Math.imul(template + 1, 0x9e3779b1);

/** Brings one more 32-bit value into a hash. Order matters. */
export function mix(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, 0x85ebca6b);
  return h ^ (h >>> 13);
}

/** Spreads a hash over all of its bits, so that its low bits can number a row. */
export function finish(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return h ^ (h >>> 15);
}

/** The hash of a template filled with one, two or three values. */
export const hash1 = (seed: number, a: number): number => finish(mix(seed, a));
export const hash2 = (seed: number, a: number, b: number): number => finish(mix(mix(seed, a), b));
export const hash3 = (seed: number, a: number, b: number, c: number): number => finish(mix(mix(mix(seed, a), b), c));

/** The hash of the UTF-16 code units `start` (inclusive) to `end` (exclusive) of a text. */
export function hashText(text: string, start = 0, end = text.length): number {
  let h = 0x811c9dc5 ^ (end - start);
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return finish(h);
}

/**
 * The features of one decision, as hashes. Templates are numbered by their place in the list, so every decision of a
 * kind must add the same templates in the same order, with a constant where a value is missing.
 */
export class FeatureList {
  readonly hashes: Int32Array;
  count = 0;

  constructor(capacity: number) {
    this.hashes = new Int32Array(capacity);
  }

  add1(a: number): void {
    this.hashes[this.count] = hash1(seedOf(this.count), a);
    this.count++;
  }

  add2(a: number, b: number): void {
    this.hashes[this.count] = hash2(seedOf(this.count), a, b);
    this.count++;
  }

  add3(a: number, b: number, c: number): void {
    this.hashes[this.count] = hash3(seedOf(this.count), a, b, c);
    this.count++;
  }
}
