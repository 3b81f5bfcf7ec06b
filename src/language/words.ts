import type { Lexemes } from './lexemes.ts';
import { PADDING } from './tagger.ts';

/**
 * A tagged sentence as the parser reads it. Words are numbered from 1; place 0 stands for no word, the place after
 * the last for the root. Beside either is nothing.
 */
export class Words {
  length = 0;
  word = new Int32Array(0);
  classes = new Int32Array(0);
  tag = new Int32Array(0);

  /**
   * @param ids lexemes of the sentence with the tagger's padding
   * @param tags numbers of the tagger's tags, one a word
   */
  fill(lexemes: Lexemes, ids: Int32Array, tags: Int32Array, length: number): void {
    this.length = length;
    if (this.word.length < length + 3) {
      this.word = new Int32Array(2 * length + 64);
      this.classes = new Int32Array(2 * length + 64);
      this.tag = new Int32Array(2 * length + 64);
    }
    this.#put(0, -1, -1, -1);
    for (let i = 0; i < length; i++) {
      const id = ids[i + PADDING] ?? 0;
      this.#put(i + 1, lexemes.word[id] ?? 0, lexemes.classes[id] ?? 0, tags[i] ?? 0);
    }
    this.#put(length + 1, -2, -2, -2);
    this.#put(length + 2, 0, 0, 0);
  }

  #put(at: number, word: number, wordClass: number, tag: number): void {
    this.word[at] = word;
    this.classes[at] = wordClass;
    this.tag[at] = tag;
  }
}
