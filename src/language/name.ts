import type { UsualCase } from './case.ts';
import type { WordClasses } from './classes.ts';
import { hash1 } from './hash.ts';
import { type Sections, section } from './model.ts';
import { NameFeatures, type NameWord, TRANSITION_SEED } from './name-features.ts';
import { begin, bestStates, inside, last, only, STATES, spansOf } from './name-labels.ts';
import { NAME_LABELS, type NameLabel, type NameSpan } from './sentence.ts';
import { WeightTable } from './weights.ts';

export const NAMES_SECTION = 'names/weights';

/** Finds names with a structured perceptron over BILOU states (Collins 2002), decoded by Viterbi's algorithm. */
export class NameTagger {
  readonly #features: NameFeatures;
  readonly #weights: WeightTable;
  readonly #transitions: Float64Array;
  readonly #scores = new Int32Array(STATES);
  #emissions = new Float64Array(STATES * 64);

  constructor(features: NameFeatures, weights: WeightTable) {
    this.#features = features;
    this.#weights = weights;
    this.#transitions = new Float64Array(STATES * STATES);
    for (let state = 0; state < STATES; state++) {
      this.#scores.fill(0);
      weights.addScores(hash1(TRANSITION_SEED, state), this.#scores);
      this.#transitions.set(this.#scores, state * STATES);
    }
  }

  /** The names of one sentence, in order, disjoint. Words are as written, in their usual case. */
  tag(words: readonly NameWord[]): NameSpan[] {
    this.#score(words);
    const states = bestStates(this.#emissions, words.length, this.#transitions);
    return spansOf(states).map((span) => ({ ...span, scores: this.#scoresOf(span.from, span.to) }));
  }

  #score(words: readonly NameWord[]): void {
    if (this.#emissions.length < words.length * STATES) this.#emissions = new Float64Array(words.length * STATES * 2);
    this.#features.read(words);
    for (let i = 0; i < words.length; i++) {
      const { hashes, count } = this.#features.at(i);
      this.#weights.score(hashes, count, this.#scores);
      // a loop: `set` from integers to floats costs a call out of compiled code for every word
      for (let state = 0; state < STATES; state++) this.#emissions[i * STATES + state] = this.#scores[state] ?? 0;
    }
  }

  /** What each label would have scored for this span: the sum over its tokens. */
  #scoresOf(from: number, to: number): Record<NameLabel, number> {
    const scores = { PER: 0, ORG: 0, LOC: 0, FAC: 0, EVT: 0, DOC: 0, DEM: 0, MISC: 0 };
    for (const [number, label] of NAME_LABELS.entries()) {
      for (let i = from; i < to; i++) {
        const state =
          to - from === 1 ? only(number) : i === from ? begin(number) : i === to - 1 ? last(number) : inside(number);
        scores[label] += this.#emissions[i * STATES + state] ?? 0;
      }
    }
    return scores;
  }
}

/** @throws ModelError if the model has no names */
export function loadNameTagger(sections: Sections, classes: WordClasses, cases: UsualCase): NameTagger {
  return new NameTagger(new NameFeatures(classes, cases), WeightTable.decode(section(sections, NAMES_SECTION)));
}
