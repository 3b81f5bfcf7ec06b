import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Mention } from '../entities/entity.ts';
import type { Sentence } from '../language/sentence.ts';
import { DOUBTS, type Doubt, type Doubts, doubtsOf } from './doubts.ts';
import type { Statement } from './statement.ts';

/** What `probability` adds up. */
export const Weights = z.strictObject({
  /** Log-odds of a statement against which nothing speaks. */
  bias: z.number(),
  weights: z.record(z.enum(DOUBTS), z.number()),
});
export type Weights = z.infer<typeof Weights>;

const fitted = Weights.parse(JSON.parse(readFileSync(new URL('./data/confidence.json', import.meta.url), 'utf8')));

/** The log-odds that a doubt takes away (below 0) or adds. */
export const share = (doubts: Doubts, doubt: Doubt, { weights }: Weights = fitted): number =>
  weights[doubt] * doubts[doubt];

/**
 * How often a statement of this kind is right: a logistic regression over what speaks against it (Platt 1999), fitted by
 * `tests/bench/calibration/fit.ts` to statements that were judged.
 */
export function probability(doubts: Doubts, weights: Weights = fitted): number {
  const odds = DOUBTS.reduce((sum, doubt) => sum + share(doubts, doubt, weights), weights.bias);
  return 1 / (1 + Math.exp(-odds));
}

/** What lowered the confidence of a statement, and by how much: its share of the log-odds. */
export interface Objection {
  doubt: Doubt;
  loss: number;
}

/** A loss that nobody would see in the figure. */
const SLIGHT = 0.03;

/**
 * What speaks against a statement, the weightiest first.
 *
 * @param mentions those of the sentence
 */
export function objections(statement: Statement, sentence: Sentence, mentions: readonly Mention[]): Objection[] {
  const doubts = doubtsOf(statement, sentence, mentions);
  return DOUBTS.map((doubt) => ({ doubt, loss: -share(doubts, doubt) }))
    .filter(({ loss }) => loss >= SLIGHT)
    .sort((a, b) => b.loss - a.loss);
}

/** What the sentence does not say itself is never surer than this. */
const IMPLIED = "office of the article's country";
const IMPLIED_MOST = 0.65;

/**
 * Statements with a confidence that means what it says: of a hundred with 0.8, about eighty are right.
 *
 * @param sentences of the article, in order
 * @param mentions all of the article
 */
export function calibrated(
  statements: readonly Statement[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): Statement[] {
  const places = new Map(sentences.map(({ start }, index) => [start, index]));
  const bySentence: Mention[][] = sentences.map(() => []);
  for (const mention of mentions) bySentence[mention.sentence]?.push(mention);
  return statements.map((statement) => {
    const index = places.get(statement.evidence.start) ?? -1;
    const sentence = sentences[index];
    if (!sentence) return statement;
    const sure = statement.evidence.rule.endsWith(IMPLIED) ? IMPLIED_MOST : 1;
    const confidence = Math.min(sure, probability(doubtsOf(statement, sentence, bySentence[index] ?? [])));
    return { ...statement, confidence: Math.round(1000 * confidence) / 1000 };
  });
}
