import { LEFT, type Move, NONE, RIGHT, SHIFT, type State } from '../state.ts';

/** The gold tree of a sentence in the form that the oracle asks. */
export interface GoldTree {
  /** Gold head of word i, from 1; the root is the sentence's length + 1. */
  heads: Int32Array;
  /** Gold labels by number; -1 for one that is not learned. */
  labels: Int32Array;
  /** Gold children of each word and of the root, in order. */
  children: readonly (readonly number[])[];
}

/**
 * How many gold arcs a move puts out of reach for ever. The move must be allowed.
 *
 * @see Goldberg & Nivre, Training Deterministic Parsers with Non-Deterministic Oracles, TACL 2013
 */
export function costOf(move: Move, state: State, { heads, children }: GoldTree): number {
  const { next } = state;
  if (move === SHIFT) {
    // The next word keeps of what stands on the stack only the top as a possible head, and none as a child.
    const head = heads[next] ?? NONE;
    const lostHead = head < next && head !== state.top(0) && onStack(state, head);
    return (children[next] ?? []).reduce((lost, child) => (onStack(state, child) ? lost + 1 : lost), lostHead ? 1 : 0);
  }
  const top = state.top(0);
  const head = heads[top] ?? NONE;
  const lost = (children[top] ?? []).reduce((count, child) => (child >= next ? count + 1 : count), 0);
  if (move === LEFT) return head !== next && (head > next || head === state.top(1)) ? lost + 1 : lost;
  return head >= next ? lost + 1 : lost;
}

/** Whether a word waits on the stack: it was shifted and has no head yet. */
const onStack = (state: State, word: number): boolean => word < state.next && state.heads[word] === NONE;

export const MOVES: readonly Move[] = [SHIFT, LEFT, RIGHT];
