import { ByteReader, ByteWriter } from './bytes.ts';
import { FeatureList } from './hash.ts';
import { interned } from './interned.ts';
import type { Lexemes } from './lexemes.ts';
import { type Sections, section } from './model.ts';
import { WeightTable } from './weights.ts';
import { WordScores } from './word-scores.ts';

/** How many numbers stand before and after those of a sentence's words, so that a window needs no check. */
export const PADDING = 2;

/** Lexemes of a sentence with the tagger's padding. */
export function padded(lexemes: Lexemes, forms: readonly string[]): Int32Array {
  lexemes.tidy(forms.length);
  const ids = new Int32Array(forms.length + 2 * PADDING);
  for (const [i, form] of forms.entries()) ids[i + PADDING] = lexemes.id(form);
  return ids.fill(1, forms.length + PADDING);
}

/** How many features a word has by itself; they come first. */
const OWN_TEMPLATES = 14;

/** @param first whether the word begins its sentence, 1 or 0 */
function addOwn(list: FeatureList, lexemes: Lexemes, id: number, first: number): void {
  const { word, lower, shape, classes, suffixes, prefixes } = lexemes;
  const shape0 = shape[id] ?? 0;
  const class0 = classes[id] ?? 0;
  list.count = 0;
  list.add1(0);
  list.add1(word[id] ?? 0);
  list.add1(lower[id] ?? 0);
  for (const suffix of suffixes) list.add1(suffix[id] ?? 0);
  for (const prefix of prefixes) list.add1(prefix[id] ?? 0);
  list.add2(shape0, first);
  list.add2(shape0, suffixes[2]?.[id] ?? 0);
  list.add2(class0, shape0);
  list.add1(class0);
}

function addContext(list: FeatureList, lexemes: Lexemes, ids: Int32Array, i: number, t1: number, t2: number): void {
  const { lower, shape, classes, suffixes } = lexemes;
  const w0 = ids[i] ?? 0;
  const w1 = ids[i + 1] ?? 0;
  const w2 = ids[i + 2] ?? 0;
  const p1 = ids[i - 1] ?? 0;
  const p2 = ids[i - 2] ?? 0;
  const lower0 = lower[w0] ?? 0;
  const shape0 = shape[w0] ?? 0;
  const class0 = classes[w0] ?? 0;
  const classNext = classes[w1] ?? 0;
  const classBefore = classes[p1] ?? 0;
  const lowerNext = lower[w1] ?? 0;
  const lowerBefore = lower[p1] ?? 0;
  list.count = OWN_TEMPLATES;
  list.add1(lowerBefore);
  list.add1(lower[p2] ?? 0);
  list.add1(lowerNext);
  list.add1(lower[w2] ?? 0);
  list.add1(classBefore);
  list.add1(classes[p2] ?? 0);
  list.add1(classNext);
  list.add1(classes[w2] ?? 0);
  list.add1(suffixes[2]?.[p1] ?? 0);
  list.add1(suffixes[2]?.[w1] ?? 0);
  list.add1(suffixes[1]?.[w1] ?? 0);
  list.add2(shape[w1] ?? 0, shape0);
  list.add2(shape[p1] ?? 0, shape0);
  list.add1(t1);
  list.add2(t1, t2);
  list.add2(t1, lower0);
  list.add2(t1, classNext);
  list.add3(t1, class0, classNext);
  list.add3(t1, t2, lower0);
  list.add2(t1, lowerNext);
  list.add3(t1, suffixes[2]?.[w0] ?? 0, classNext);
  list.add2(lower0, lowerBefore);
  list.add2(lower0, lowerNext);
  list.add2(class0, classBefore);
  list.add2(class0, classNext);
  list.add3(class0, classNext, classes[w2] ?? 0);
  list.add3(classBefore, class0, classNext);
  list.add2(lower0, classNext);
  list.add2(lower0, classBefore);
  list.add3(lowerBefore, lower0, lowerNext);
}

/**
 * What the tagger sees of one word: the word, its neighbours, and the two tags before it.
 *
 * @param ids lexemes of the sentence with `PADDING` marks on either side
 * @param i the word's place in `ids`
 */
export function tagFeatures(list: FeatureList, lexemes: Lexemes, ids: Int32Array, i: number, t1: number, t2: number) {
  addOwn(list, lexemes, ids[i] ?? 0, isFirst(ids, i) ? 1 : 0);
  addContext(list, lexemes, ids, i, t1, t2);
}

/** 0 is the mark before a sentence. */
const isFirst = (ids: Int32Array, i: number): boolean => ids[i - 1] === 0;

export const TAG_TEMPLATES = 48;

/** A part of speech in both alphabets: Universal Dependencies' and the Penn Treebank's. */
export interface Tag {
  upos: string;
  xpos: string;
}

/** The best class; the first of several. */
export function best(scores: Int32Array | Float32Array): number {
  let winner = 0;
  for (let c = 1; c < scores.length; c++) if ((scores[c] ?? 0) > (scores[winner] ?? 0)) winner = c;
  return winner;
}

/** Tags from left to right, each word with its final decision (Collins 2002, greedy). */
export class Tagger {
  readonly tags: readonly Tag[];
  readonly #table: WeightTable;
  readonly #features = new FeatureList(TAG_TEMPLATES);
  readonly #scores: Int32Array;
  readonly #words: WordScores;

  constructor(tags: readonly Tag[], table: WeightTable) {
    this.tags = tags;
    this.#table = table;
    this.#scores = new Int32Array(tags.length);
    this.#words = new WordScores(tags.length, (lexemes, id, scores) => this.#scoreOwn(lexemes, id, 0, scores));
  }

  /**
   * @param ids lexemes of the sentence with `PADDING` marks on either side
   * @param tags is filled with numbers of `this.tags`, without padding
   */
  tag(lexemes: Lexemes, ids: Int32Array, length: number, tags: Int32Array): void {
    let t1 = -1;
    let t2 = -1;
    for (let i = 0; i < length; i++) {
      this.#score(lexemes, ids, i + PADDING, t1, t2);
      t2 = t1;
      t1 = best(this.#scores);
      tags[i] = t1;
    }
  }

  #score(lexemes: Lexemes, ids: Int32Array, i: number, t1: number, t2: number): void {
    const list = this.#features;
    const id = ids[i] ?? 0;
    if (isFirst(ids, i)) this.#scoreOwn(lexemes, id, 1, this.#scores);
    else this.#words.read(lexemes, id, this.#scores);
    addContext(list, lexemes, ids, i, t1, t2);
    this.#table.addAll(list.hashes, OWN_TEMPLATES, list.count, this.#scores);
  }

  #scoreOwn(lexemes: Lexemes, id: number, first: number, scores: Int32Array): void {
    addOwn(this.#features, lexemes, id, first);
    this.#table.score(this.#features.hashes, OWN_TEMPLATES, scores);
  }

  encode(): Map<string, Uint8Array> {
    const labels = new ByteWriter();
    labels.texts(this.tags.map(({ upos, xpos }) => `${upos}\t${xpos}`));
    return new Map([
      ['tags/labels', labels.done()],
      ['tags/weights', this.#table.encode()],
    ]);
  }
}

/** @throws ModelError if the model has no tagger */
export function loadTagger(sections: Sections): Tagger {
  const labels = new ByteReader(section(sections, 'tags/labels')).texts();
  const tags = labels.map((label) => {
    const [upos = 'X', xpos = 'FW'] = label.split('\t');
    return { upos: interned(upos), xpos: interned(xpos) };
  });
  return new Tagger(tags, WeightTable.decode(section(sections, 'tags/weights')));
}
