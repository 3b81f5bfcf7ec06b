import { NAME_LABELS, type NameLabel } from './sentence.ts';

/**
 * The states of the name tagger: outside of a name, and for each label the beginning, inside, last and only token of a
 * name (BILOU; Ratinov and Roth 2009).
 */
export const OUTSIDE = 0;
export const STATES = 1 + 4 * NAME_LABELS.length;

/** The states of label number `label`. */
export const begin = (label: number): number => 1 + 4 * label;
export const inside = (label: number): number => 2 + 4 * label;
export const last = (label: number): number => 3 + 4 * label;
export const only = (label: number): number => 4 + 4 * label;

/** The number of the label that a state belongs to; -1 for outside. */
export const labelOf = (state: number): number => (state === OUTSIDE ? -1 : (state - 1) >> 2);
const isOpen = (state: number): boolean => state !== OUTSIDE && ((state - 1) & 3) < 2;

/** Tokens `from` (inclusive) to `to` (exclusive) are a name. */
export interface LabelledSpan {
  from: number;
  to: number;
  label: NameLabel;
}

export function statesOf(spans: readonly LabelledSpan[], length: number): Uint8Array {
  const states = new Uint8Array(length);
  for (const { from, to, label } of spans) {
    const number = NAME_LABELS.indexOf(label);
    states.fill(inside(number), from, to);
    states[from] = begin(number);
    states[to - 1] = to - from === 1 ? only(number) : last(number);
  }
  return states;
}

export function spansOf(states: Uint8Array): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  let from = 0;
  for (const [i, state] of states.entries()) {
    if (state === OUTSIDE) continue;
    const place = (state - 1) & 3;
    if (place === 0 || place === 3) from = i;
    const label = NAME_LABELS[labelOf(state)];
    if (place >= 2 && label !== undefined) spans.push({ from, to: i + 1, label });
  }
  return spans;
}

const BEGINNINGS: readonly number[] = [OUTSIDE, ...NAME_LABELS.flatMap((_, label) => [begin(label), only(label)])];
/** What may follow each state: a name that has begun goes on under its label; whatever has ended is followed by a beginning. */
const NEXT: readonly (readonly number[])[] = Array.from({ length: STATES }, (_, state) => {
  const label = labelOf(state);
  return isOpen(state) ? [inside(label), last(label)] : BEGINNINGS;
});

/** The largest or smallest score of a state's next ones. */
const extreme = (choose: typeof Math.max, transitions: Float64Array, state: number, next: readonly number[]): number =>
  choose(...next.map((other) => transitions[state * STATES + other] ?? 0));

/**
 * The best path through the states by dynamic programming (Viterbi 1967). Of equal paths, the one whose states have
 * the lower numbers.
 *
 * @param emissions score of each state at each token: `emissions[i * STATES + state]`
 * @param transitions score of each state after each other: `transitions[previous * STATES + state]`
 * @param masked labels, by number, that may not be given
 */
export function bestStates(
  emissions: Float64Array,
  length: number,
  transitions: Float64Array,
  masked: readonly number[] = [],
): Uint8Array {
  const states = new Uint8Array(length);
  if (length === 0) return states;
  const from = new Uint8Array(length * STATES);
  // What follows the outside may follow every state whose name has ended, and most of these are too far behind it to be
  // better. The others are never left out.
  const most = NEXT.map((next, state) => (isOpen(state) ? Infinity : extreme(Math.max, transitions, state, next)));
  const leastOutside = extreme(Math.min, transitions, OUTSIDE, BEGINNINGS);
  // before the first token is the outside
  let previous = new Float64Array(STATES).fill(Number.NEGATIVE_INFINITY);
  let current = new Float64Array(STATES);
  previous[OUTSIDE] = 0;
  for (let at = 0; at < length * STATES; at += STATES) {
    current.fill(Number.NEGATIVE_INFINITY);
    const least = (previous[OUTSIDE] ?? 0) + leastOutside;
    for (let source = 0; source < STATES; source++) {
      const so = previous[source] ?? 0;
      if (so + (most[source] ?? 0) < least) continue;
      const row = source * STATES;
      for (const state of NEXT[source] ?? []) {
        const score = so + (transitions[row + state] ?? 0) + (emissions[at + state] ?? 0);
        if (score > (current[state] ?? 0)) {
          current[state] = score;
          from[at + state] = source;
        }
      }
    }
    for (const label of masked) current.fill(Number.NEGATIVE_INFINITY, begin(label), only(label) + 1);
    [previous, current] = [current, previous];
  }
  let best = OUTSIDE;
  for (let state = 1; state < STATES; state++) {
    if (!isOpen(state) && (previous[state] ?? 0) > (previous[best] ?? 0)) best = state;
  }
  for (let i = length - 1; i >= 0; i--) {
    states[i] = best;
    best = from[i * STATES + best] ?? OUTSIDE;
  }
  return states;
}
