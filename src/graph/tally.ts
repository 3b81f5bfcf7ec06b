import type { Proposition } from './edge.ts';
import { byCodeUnit } from './identity.ts';

/** What the statements of an edge name, each with its votes. */
export const TALLIED = ['predicate', 'role', 'details', 'place', 'source'] as const;
export type Tallied = (typeof TALLIED)[number];

/**
 * What articles bring to an edge: sums alone, so that an article is added and taken away at the same small cost,
 * however many there are, and the order does not show.
 */
export interface Tally {
  /** Distinct articles. */
  weight: number;
  /** Sum over the articles of `doubtOf`. */
  doubt: number;
  /** Distinct pieces of evidence. */
  sentences: number;
  words: Record<Tallied, Map<string, number>>;
}

/** Words are told apart, and kept, by this many characters: an index of the store takes no more. */
const LONGEST_WORD = 500;

/** A bound for certainty, which has no logarithm. */
const LEAST_DOUBT = 1e-6;
const DOUBT_UNIT = 1e6;

export const emptyTally = (): Tally => ({
  weight: 0,
  doubt: 0,
  sentences: 0,
  words: { predicate: new Map(), role: new Map(), details: new Map(), place: new Map(), source: new Map() },
});

const cut = (word: string): string => (word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join(''));

/** The doubt that an article leaves, as a logarithm in whole millionths: sums of these are exact in any order. */
const doubtOf = (confidence: number): number =>
  Math.round(-Math.log(Math.max(LEAST_DOUBT, 1 - confidence)) * DOUBT_UNIT);

/** Noisy-or over articles (Pearl 1988): sentences of one article share their errors, articles less so. */
export const jointConfidence = (doubt: number): number => Math.round((1 - Math.exp(-doubt / DOUBT_UNIT)) * 1e4) / 1e4;

function vote(votes: Map<string, number>, word: string, by = 1): void {
  votes.set(word, (votes.get(word) ?? 0) + by);
}

/**
 * @param propositions what one article says of one edge; its surest sentence speaks for it
 * @param sentences how many distinct pieces of evidence they hold
 * @param source key of the edge's source, which tells whose a role is
 */
export function tallyOf(propositions: readonly Proposition[], sentences: number, source: string): Tally {
  const tally = emptyTally();
  const { words } = tally;
  tally.weight = 1;
  tally.sentences = sentences;
  tally.doubt = doubtOf(Math.max(...propositions.map(({ confidence }) => confidence)));
  for (const { predicate, role, roleOf, details, place, attributedTo, subject, object } of propositions) {
    vote(words.predicate, cut(predicate));
    if (role !== undefined) vote(words.role, roleWord((roleOf === 'object' ? object : subject) === source, role));
    if (details !== undefined) vote(words.details, cut(details));
    if (place !== undefined) vote(words.place, place);
    for (const name of new Set(attributedTo)) vote(words.source, cut(name));
  }
  return tally;
}

/** Begins with whose the role is. */
const roleWord = (isOfSource: boolean, role: string): string => `${isOfSource ? 'source' : 'target'}:${cut(role)}`;

/** Takes a word of `role` apart again. */
export const roleOfWord = (word: string): { role: string; roleOf?: 'target' } => ({
  role: word.slice('source:'.length),
  ...(word.startsWith('target:') && { roleOf: 'target' as const }),
});

export function addTally(to: Tally, from: Tally): void {
  to.weight += from.weight;
  to.doubt += from.doubt;
  to.sentences += from.sentences;
  for (const kind of TALLIED) for (const [word, uses] of from.words[kind]) vote(to.words[kind], word, uses);
}

/** Those with most votes first; of equals, the first in the order of code units. */
export const ranking = (votes: ReadonlyMap<string, number>): string[] =>
  [...votes].sort(([a, left], [b, right]) => right - left || byCodeUnit(a, b)).map(([word]) => word);
