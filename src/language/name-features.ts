import { headType, isFirstName, matchPlace, roleKind, titleKind, worldBodyOf } from '../lexicon/index.ts';
import type { UsualCase } from './case.ts';
import type { WordClasses } from './classes.ts';
import { FeatureList, hashText, mix, seedOf } from './hash.ts';
import { straight } from './lexemes.ts';

/** What the name tagger looks at. */
export interface NameWord {
  form: string;
  /** Penn Treebank tag. */
  xpos: string;
}

/** More than a word ever has. */
const MOST_FEATURES = 72;
/** The seed of the features that stand for the state before: the tagger's transitions. */
export const TRANSITION_SEED = seedOf(MOST_FEATURES);

/** Small words that stand inside of names. */
const LINKS = new Set(['of', 'the', 'for', 'and', '&', 'de', 'al', 'el', 'la', 'du', 'del', 'von', 'van', 'bin']);

const HEADS = ['organization', 'facility', 'event', 'document', 'place'] as const;
const CASES = ['small', 'capital', 'mixed'] as const;
const MATCHES = ['name', 'demonym', 'capital'] as const;
const ROLES = ['leads', 'represents', 'member_of', 'works_for'] as const;

/** "McCoy" → "XxXx", "G-20" → "X-d", "U.S." → "X.X.": runs are drawn once, and at most six of them. */
export function shapeOf(form: string): string {
  let shape = '';
  for (const c of form) {
    const kind = /\p{Lu}/u.test(c) ? 'X' : /\p{Ll}/u.test(c) ? 'x' : /\p{N}/u.test(c) ? 'd' : c;
    if (!shape.endsWith(kind)) shape += kind;
    if (shape.length >= 6) break;
  }
  return form.length > 1 && /^\p{Lu}+$/u.test(form) ? 'XX' : shape;
}

const isCapital = (form: string): boolean => /^[\p{Lu}\p{N}]/u.test(form) && /\p{Lu}/u.test(form);

/** A word's own values, the same wherever it stands; they are kept, since most words come again. */
interface WordValues {
  form: number;
  lower: number;
  shape: number;
  prefix: number;
  suffix: number;
  ending: number;
  wordClass: number;
  capital: boolean;
  link: boolean;
  /** The case that the word mostly has, and whether it is small or a capital here. */
  usual: number;
  /** What the lists say of the word by itself. */
  lists: number;
}

/** The values of a word that may not be there: before the sentence, or after it. */
const lower = (word: WordValues | undefined): number => word?.lower ?? 1;
const shape = (word: WordValues | undefined): number => word?.shape ?? 1;
const cls = (word: WordValues | undefined): number => word?.wordClass ?? -1;
const lists = (word: WordValues | undefined): number => word?.lists ?? -1;

/** Beyond this many words kept, all are forgotten. */
const MOST_WORDS = 50_000;

/** Turns the words of one sentence into hashed features. */
export class NameFeatures {
  readonly #classes: WordClasses;
  readonly #cases: UsualCase;
  readonly #known = new Map<string, WordValues>();
  readonly #list = new FeatureList(MOST_FEATURES);
  #words: WordValues[] = [];
  #xpos: number[] = [];
  /** What `matchPlace` says of each word: 0 nothing, else the kind of match and whether it begins here. */
  #places: number[] = [];
  /** For each word, the run of capitalised words (with links between) that it stands in; empty for small words. */
  #runFrom: number[] = [];
  #runTo: number[] = [];
  /** All words of the run in one number. */
  #runWords: number[] = [];

  constructor(classes: WordClasses, cases: UsualCase) {
    this.#classes = classes;
    this.#cases = cases;
  }

  #valuesOf(word: string): WordValues {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const form = straight(word);
    const lower = form.toLowerCase();
    const head = headType(form);
    const role = roleKind(form);
    const title = titleKind(form);
    const usual = this.#cases.kindOf(form);
    const values: WordValues = {
      form: hashText(form.replaceAll(/\d/gu, '0')),
      lower: hashText(lower.replaceAll(/\d/gu, '0')),
      shape: hashText(shapeOf(form)),
      prefix: hashText(lower.slice(0, 3)),
      suffix: hashText(lower.slice(-3)),
      ending: hashText(lower.slice(-4)),
      wordClass: this.#classes.get(lower) ?? 0,
      capital: isCapital(form),
      link: LINKS.has(lower),
      usual: (usual === null ? 0 : 1 + CASES.indexOf(usual)) * 2 + (isCapital(form) ? 1 : 0),
      lists:
        (head === null ? 0 : 1 + HEADS.indexOf(head)) |
        ((role === null ? 0 : 1 + ROLES.indexOf(role)) << 3) |
        ((isFirstName(form) ? 1 : 0) << 6) |
        ((title === null ? 0 : 1) << 7) |
        ((worldBodyOf(form) === null ? 0 : 1) << 8),
    };
    if (this.#known.size >= MOST_WORDS) this.#known.clear();
    this.#known.set(word, values);
    return values;
  }

  /** To be called before `at`, for each sentence. */
  read(words: readonly NameWord[]): void {
    const forms = words.map(({ form }) => form);
    this.#words = forms.map((form) => this.#valuesOf(form));
    this.#xpos = words.map(({ xpos }) => hashText(xpos));
    this.#places = forms.map(() => 0);
    for (let i = 0; i < forms.length; i++) {
      if (!this.#words[i]?.capital) continue;
      const match = matchPlace(forms, i);
      if (match === null) continue;
      const kind = 1 + 4 * MATCHES.indexOf(match.as) + (match.country.kind === 'country' ? 2 : 0);
      this.#places[i] = kind;
      this.#places.fill(kind + 1, i + 1, i + match.length);
      i += match.length - 1;
    }
    this.#readRuns();
  }

  #readRuns(): void {
    const n = this.#words.length;
    this.#runFrom = new Array<number>(n).fill(-1);
    this.#runTo = new Array<number>(n).fill(-1);
    this.#runWords = new Array<number>(n).fill(0);
    for (let from = 0; from < n; from++) {
      if (!this.#words[from]?.capital) continue;
      let to = from + 1;
      for (let i = to; i < n && i < to + 3; i++) {
        if (this.#words[i]?.capital) to = i + 1;
        else if (!this.#words[i]?.link) break;
      }
      this.#runFrom.fill(from, from, to);
      this.#runTo.fill(to, from, to);
      const words = this.#words.slice(from, to).reduce((hash, { lower }) => mix(hash, lower), to - from);
      this.#runWords.fill(words, from, to);
      from = to - 1;
    }
  }

  /** Capitals, small words that link them, and what stands beside. */
  #isLikely(i: number): boolean {
    const [before, w, after] = [this.#words[i - 1], this.#words[i], this.#words[i + 1]];
    return [before, w, after].some((one) => one?.capital === true) || w?.link === true;
  }

  /** For words that are hardly ever part of a name: enough to find one in small letters. */
  #unlikely(list: FeatureList, i: number): FeatureList {
    const [before, w, after] = [this.#words[i - 1], this.#words[i], this.#words[i + 1]];
    const mark = -1;
    list.add1(mark);
    list.add2(mark, w?.lower ?? 1);
    list.add2(mark, before?.lower ?? 1);
    list.add2(mark, after?.lower ?? 1);
    list.add2(mark, w?.wordClass ?? -1);
    list.add2(mark, w?.suffix ?? -1);
    list.add2(mark, this.#xpos[i] ?? 0);
    list.add3(mark, before?.wordClass ?? -1, w?.wordClass ?? -1);
    list.add3(mark, w?.wordClass ?? -1, after?.wordClass ?? -1);
    list.add3(mark, w?.wordClass ?? -1, this.#xpos[i] ?? 0);
    return list;
  }

  /** The features of word `i` of the sentence last read. The list is good until the next call. */
  at(i: number): FeatureList {
    const list = this.#list;
    list.count = 0;
    const word = this.#words;
    const w = word[i];
    if (w === undefined) return list;
    if (!this.#isLikely(i)) return this.#unlikely(list, i);
    const [before2, before, after, after2] = [word[i - 2], word[i - 1], word[i + 1], word[i + 2]];
    const [placeBefore, place, placeAfter] = [this.#places[i - 1] ?? 0, this.#places[i] ?? 0, this.#places[i + 1] ?? 0];
    const [xposBefore, xpos, xposAfter] = [this.#xpos[i - 1] ?? 0, this.#xpos[i] ?? 0, this.#xpos[i + 1] ?? 0];
    list.add1(0);
    list.add1(w.form);
    list.add1(w.lower);
    list.add1(lower(before));
    list.add1(lower(after));
    list.add1(lower(before2));
    list.add1(lower(after2));
    list.add2(lower(before), w.lower);
    list.add2(w.lower, lower(after));
    list.add1(w.shape);
    list.add2(shape(before), w.shape);
    list.add2(w.shape, shape(after));
    list.add3(shape(before), w.shape, shape(after));
    list.add2(w.shape, i === 0 ? 1 : 0);
    list.add1(w.prefix);
    list.add2(w.suffix, w.capital ? 1 : 0);
    list.add2(w.ending, w.capital ? 1 : 0);
    list.add2(w.wordClass, w.capital ? 1 : 0);
    list.add1(cls(before));
    list.add1(cls(after));
    list.add1(cls(before2));
    list.add1(cls(after2));
    list.add2(cls(before), w.wordClass);
    list.add2(w.wordClass, cls(after));
    list.add2(cls(before), shape(w));
    list.add2(cls(after), shape(w));
    list.add1(w.lists);
    list.add1(lists(before));
    list.add1(lists(after));
    list.add2(lists(before), w.lists);
    list.add2(w.lists, lists(after));
    list.add1(place);
    list.add1(placeBefore);
    list.add1(placeAfter);
    list.add2(place, w.lists);
    list.add2(placeBefore, w.lists);
    list.add2(place, shape(after));
    list.add1(xpos);
    list.add2(xposBefore, xpos);
    list.add2(xpos, xposAfter);
    list.add3(xposBefore, xpos, xposAfter);
    list.add2(w.usual, i === 0 ? 1 : 0);
    list.add3(before?.usual ?? -1, w.usual, after?.usual ?? -1);
    if (!w.capital && !w.link) return list;
    const from = this.#runFrom[i] ?? -1;
    const to = this.#runTo[i] ?? -1;
    if (from < 0) return list;
    const [runHead, runFirst, left, right] = [word[to - 1], word[from], word[from - 1], word[to]];
    const where = Math.min(i - from, 3) * 4 + Math.min(to - 1 - i, 3);
    list.add1(lower(runHead));
    list.add2(lists(runHead), where);
    list.add2(cls(runHead), where);
    list.add1(lower(runFirst));
    list.add2(lists(runFirst), where);
    list.add2(cls(runFirst), where);
    list.add1(where);
    list.add1(lower(left));
    list.add1(lower(right));
    list.add2(cls(left), cls(right));
    list.add2(cls(left), cls(w));
    list.add2(cls(w), cls(right));
    list.add2(this.#places[from] ?? 0, lists(runHead));
    list.add2(lists(left), where);
    list.add2(this.#runWords[i] ?? 0, where);
    list.add2(w.lower, cls(runHead));
    list.add2(lower(word[from - 2]), lower(left));
    list.add2(lower(right), lower(word[to + 1]));
    list.add2(cls(word[from - 2]), cls(left));
    return list;
  }
}
