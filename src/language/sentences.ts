import { FeatureList } from './hash.ts';
import type { Lexemes } from './lexemes.ts';
import { type Sections, section } from './model.ts';
import type { RawToken, Stretch } from './tokens.ts';
import { WeightTable } from './weights.ts';

/** A sentence is cut after this many tokens, wherever that is: tables of numbers, lists, a text without a full stop. */
export const LONGEST_SENTENCE = 400;

/** Whether a sentence may end at a token: one that ends in neither a letter nor a digit. */
export const mayEnd = (form: string): boolean =>
  !/[a-z0-9]$/.test(form) && form !== ',' && !/[\p{L}\p{N}]$/u.test(form.slice(-2));

/** The tokens around a place where a sentence may end. */
export interface Place {
  /** Lexemes of the two tokens before, the one that may be the last, and the three after it; 0 and 1 where none is. */
  ids: Int32Array;
  /** Whether white space follows the token that may be the last. */
  blank: boolean;
  /** How many tokens the sentence has so far. */
  length: number;
  /** Double quotes so far, even or odd. */
  quoted: boolean;
}

/** @see Place for the six lexemes of `ids` */
export function endFeatures(list: FeatureList, lexemes: Lexemes, place: Place): void {
  const { word, lower, shape, classes, suffixes } = lexemes;
  const [p2 = 0, p1 = 0, w0 = 0, n1 = 1, n2 = 1, n3 = 1] = place.ids;
  const [mark, next, shapeNext] = [word[w0] ?? 0, word[n1] ?? 0, shape[n1] ?? 0];
  const blank = place.blank ? 1 : 0;
  const state = blank + (place.quoted ? 2 : 0);
  const length = Math.min(6, place.length);
  list.count = 0;
  list.add1(mark);
  list.add2(mark, blank);
  list.add2(mark, state);
  list.add3(mark, state, shapeNext);
  list.add3(mark, blank, next);
  list.add2(mark, lower[n1] ?? 0);
  list.add2(mark, lower[p1] ?? 0);
  list.add3(mark, lower[p1] ?? 0, shapeNext);
  list.add3(mark, lower[p1] ?? 0, next);
  list.add3(mark, classes[p1] ?? 0, shapeNext);
  list.add3(mark, shape[p1] ?? 0, shapeNext);
  list.add3(mark, classes[n1] ?? 0, shapeNext);
  list.add3(mark, next, word[n2] ?? 0);
  list.add3(mark, shapeNext, shape[n2] ?? 0);
  list.add3(shapeNext, shape[n2] ?? 0, shape[n3] ?? 0);
  list.add3(mark, classes[n1] ?? 0, classes[n2] ?? 0);
  list.add3(mark, next, shape[n2] ?? 0);
  list.add3(mark, word[p1] ?? 0, word[p2] ?? 0);
  list.add3(mark, shape[p1] ?? 0, shape[p2] ?? 0);
  list.add3(mark, length, shapeNext);
  list.add3(mark, length, shape[p1] ?? 0);
  list.add3(shape[w0] ?? 0, state, shapeNext);
  list.add3(shape[w0] ?? 0, suffixes[0]?.[w0] ?? 0, shapeNext);
  list.add3(mark, state, lower[n1] ?? 0);
  list.add3(mark, state * 16 + length, shapeNext);
}

export const END_TEMPLATES = 26;

/** Finds where sentences end. */
export class SentenceSplitter {
  readonly #table: WeightTable;
  readonly #features = new FeatureList(END_TEMPLATES);
  readonly #scores = new Int32Array(1);

  constructor(table: WeightTable) {
    this.#table = table;
  }

  /** Groups the tokens of one stretch of text into sentences: [from, to) of each, in tokens. */
  split(text: string, tokens: readonly RawToken[], lexemes: Lexemes): Stretch[] {
    const sentences: Stretch[] = [];
    const places = new Places(text, tokens, lexemes);
    for (let i = 0; i < tokens.length; i++) {
      const candidate = places.at(i);
      const end = i + 1 === tokens.length || places.emptyLine(i) || places.length >= LONGEST_SENTENCE;
      if (!end && !(candidate && this.#ends(lexemes, candidate))) continue;
      sentences.push({ start: i + 1 - places.length, end: i + 1 });
      places.begin();
    }
    return sentences;
  }

  #ends(lexemes: Lexemes, place: Place): boolean {
    endFeatures(this.#features, lexemes, place);
    this.#table.score(this.#features.hashes, this.#features.count, this.#scores);
    return (this.#scores[0] ?? 0) > 0;
  }

  encode(): Map<string, Uint8Array> {
    return new Map([['tokens/sentences', this.#table.encode()]]);
  }
}

/** Walks over the tokens of a text and describes the places where a sentence may end. */
export class Places {
  /** Tokens of the sentence so far, the present one included. */
  length = 0;
  #quotes = 0;
  readonly #text: string;
  readonly #tokens: readonly RawToken[];
  readonly #lexemes: Lexemes;
  readonly #place: Place = { ids: new Int32Array(6), blank: false, length: 0, quoted: false };

  constructor(text: string, tokens: readonly RawToken[], lexemes: Lexemes) {
    this.#text = text;
    this.#tokens = tokens;
    this.#lexemes = lexemes;
  }

  begin(): void {
    this.length = 0;
    this.#quotes = 0;
  }

  #form(i: number): string {
    return this.#tokens[i]?.form ?? '';
  }

  /** Goes on to the next token; null if no sentence ends there. The place is only good until the next call. */
  at(i: number): Place | null {
    const form = this.#form(i);
    this.length++;
    if (form === '"' || form === '\u201c' || form === '\u201d') this.#quotes++;
    if (!mayEnd(form) || this.#goesOn(i, form)) return null;
    this.#lexemes.tidy(6);
    const { ids } = this.#place;
    for (let k = -2; k <= 3; k++) {
      const inside = i + k >= 0 && i + k < this.#tokens.length;
      ids[k + 2] = inside ? this.#lexemes.id(this.#form(i + k)) : k < 0 ? 0 : 1;
    }
    this.#place.blank = (this.#tokens[i]?.end ?? 0) < (this.#tokens[i + 1]?.start ?? 0);
    this.#place.length = this.length;
    this.#place.quoted = this.#quotes % 2 === 1;
    return this.#place;
  }

  /** "the U.N. report": behind an abbreviation, a small letter begins no sentence. */
  #goesOn(i: number, form: string): boolean {
    return /\p{L}\.$/u.test(form) && /^\p{Ll}/u.test(this.#form(i + 1)) && !this.emptyLine(i);
  }

  /** Whether an empty line follows a token. */
  emptyLine(i: number): boolean {
    const [from, to] = [this.#tokens[i]?.end ?? 0, this.#tokens[i + 1]?.start ?? 0];
    return to > from + 1 && /\n[^\S\n]*\n|\r[^\S\r\n]*\r|[\u2028\u2029\f]/.test(this.#text.slice(from, to));
  }
}

/** @throws ModelError if the model has no sentence splitter */
export function loadSplitter(sections: Sections): SentenceSplitter {
  return new SentenceSplitter(WeightTable.decode(section(sections, 'tokens/sentences')));
}
