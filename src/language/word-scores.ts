import type { Lexemes } from './lexemes.ts';

/** So many words have their scores kept: frequent words come early, and a table of all would not fit the cache. */
const KEPT = 1 << 13;

/**
 * What a word alone says of its tag, in the middle of a sentence: summed once and then added as one row. These are 14
 * of the tagger's 44 features but a third of the weights to add, since a suffix has a weight for most tags. Tagging takes
 * 6 µs a word with it and 9 without, in turns on the same news.
 */
export class WordScores {
  readonly #classes: number;
  readonly #work: (lexemes: Lexemes, id: number, scores: Int32Array) => void;
  readonly #rows: Int32Array;
  readonly #known = new Uint8Array(KEPT);
  /** Whose numbers the rows are known by. */
  #lexemes: Lexemes | undefined;
  #generation = 0;

  /** @param work sets the scores of a word by its number */
  constructor(classes: number, work: (lexemes: Lexemes, id: number, scores: Int32Array) => void) {
    this.#classes = classes;
    this.#work = work;
    this.#rows = new Int32Array(KEPT * classes);
  }

  /** Sets `scores` to those of the word with that number. */
  read(lexemes: Lexemes, id: number, scores: Int32Array): void {
    if (lexemes !== this.#lexemes || lexemes.generation !== this.#generation) {
      this.#known.fill(0);
      this.#lexemes = lexemes;
      this.#generation = lexemes.generation;
    }
    if (id >= KEPT) {
      this.#work(lexemes, id, scores);
      return;
    }
    const at = id * this.#classes;
    if (this.#known[id] === 0) {
      this.#work(lexemes, id, scores);
      this.#rows.set(scores, at);
      this.#known[id] = 1;
      return;
    }
    const rows = this.#rows;
    for (let c = 0; c < scores.length; c++) scores[c] = rows[at + c] ?? 0;
  }
}
