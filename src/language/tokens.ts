import type { Span } from '../ontology.ts';
import type { WordClasses } from './classes.ts';
import { FeatureList, hashText } from './hash.ts';
import { interned } from './interned.ts';
import { straight } from './lexemes.ts';
import { type Sections, section } from './model.ts';
import { WeightTable } from './weights.ts';

/** [start, end) of a text in UTF-16 code units, or of a list. */
export interface Stretch {
  start: number;
  end: number;
}

/** A token as it stands in its text: `text.slice(start, end) === form`. */
export interface RawToken extends Stretch {
  form: string;
}

/** Runs of marks longer than this are no words of any language that the model knows: each is one token. */
const LONGEST_RUN = 200;
/** How many different runs are remembered with their tokens. */
const REMEMBERED = 50_000;
const LONGEST_CHUNK = 16;

/** White space, control characters, and what has no width. */
const isBlank = (code: number): boolean =>
  code <= 0x20 ||
  (code >= 0x7f && code <= 0xa0) ||
  (code > 0xa0 && /[\s\u200b\u2060\u180e]/.test(String.fromCharCode(code)));

/** What comes after a run of marks: nothing or an empty line, a small letter, a capital, a digit, another mark. */
export type Following = 0 | 1 | 2 | 3 | 4;

export function followingOf(mark: string): Following {
  if (mark === '') return 0;
  if (/\p{Ll}/u.test(mark)) return 1;
  if (/\p{L}/u.test(mark)) return 2;
  return /\p{N}/u.test(mark) ? 3 : 4;
}

/** Whether a token ends between two marks of a run depends on these: 0 outside, letters, digits, the mark itself. */
function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= 48 && code <= 57) return 3;
  if (code < 128 || Number.isNaN(code)) return code + 16;
  const mark = String.fromCharCode(code);
  if (/\p{Lu}/u.test(mark)) return 2;
  return /[\p{L}\p{M}]/u.test(mark) ? 1 : /\p{N}/u.test(mark) ? 3 : code >= 0xd800 && code <= 0xdfff ? 4 : 5;
}

const isWord = (kind: number): boolean => kind >= 1 && kind <= 3;

/** A run of marks without white space, made ready for asking where its tokens end. */
export class Run {
  readonly length: number;
  readonly #plain: string;
  readonly #kinds: Int32Array;
  readonly #following: Following;
  readonly #whole: number;
  readonly #wordClasses: WordClasses;

  constructor(run: string, following: Following, wordClasses: WordClasses) {
    this.length = run.length;
    // One mark for each, so that places stay the same.
    this.#plain = run.replace(/[^\0-\x7f]/g, (mark) => {
      const plain = straight(mark);
      return plain.length === 1 ? plain : mark;
    });
    this.#kinds = new Int32Array(run.length);
    for (let i = 0; i < run.length; i++) this.#kinds[i] = kindOf(this.#plain.charCodeAt(i));
    this.#following = following;
    this.#whole = hashText(this.#plain.toLowerCase());
    this.#wordClasses = wordClasses;
  }

  #kind(at: number): number {
    return at < 0 ? 0 : (this.#kinds[at] ?? 0);
  }

  #code(at: number): number {
    return at < 0 || at >= this.length ? 0 : this.#plain.charCodeAt(at);
  }

  /** Whether the place before `at` may part two tokens: never inside a pair of surrogates. */
  allows(at: number): boolean {
    return !(this.#kind(at) === 4 && this.#code(at) >= 0xdc00 && (this.#code(at - 1) & 0xfc00) === 0xd800);
  }

  /** The letters or digits that end before, or begin at, a place, in small letters. */
  #chunk(at: number, step: -1 | 1): string {
    let edge = step < 0 ? at - 1 : at;
    while (isWord(this.#kind(edge)) && Math.abs(edge - at) <= LONGEST_CHUNK) edge += step;
    return (step < 0 ? this.#plain.slice(edge + 1, at) : this.#plain.slice(at, edge)).toLowerCase();
  }

  /**
   * @param at the place before the mark `at`, from 1 to length - 1
   * @param before how many marks the token that may end here has
   */
  features(list: FeatureList, at: number, before: number): void {
    const [k3, k2, k1] = [this.#kind(at - 3), this.#kind(at - 2), this.#kind(at - 1)];
    const [n0, n1, n2] = [this.#kind(at), this.#kind(at + 1), this.#kind(at + 2)];
    const [c2, c1, d0, d1] = [this.#code(at - 2), this.#code(at - 1), this.#code(at), this.#code(at + 1)];
    const left = this.#chunk(at, -1);
    const right = this.#chunk(at, 1);
    const [leftHash, rightHash] = [hashText(left), hashText(right)];
    const rest = this.length - at;
    const token = hashText(this.#plain, at - Math.min(before, LONGEST_CHUNK), at);
    const end = hashText(this.#plain, at, Math.min(this.length, at + LONGEST_CHUNK));
    const known = (this.#wordClasses.has(left) ? 1 : 0) + (this.#wordClasses.has(right) ? 2 : 0);
    const lastOf = rest === 1 ? this.#following + 1 : 0;
    list.count = 0;
    list.add1(0);
    list.add2(k1, n0);
    list.add3(k2, k1, n0);
    list.add3(k1, n0, n1);
    list.add3(k2 * 256 + k1, n0, n1);
    list.add3(k3 * 256 + k2, k1 * 256 + n0, n1 * 256 + n2);
    list.add2(c1, d0);
    list.add3(c2, c1, d0);
    list.add3(c1, d0, d1);
    list.add3(c2, c1, d0 * 65536 + d1);
    list.add1(leftHash);
    list.add1(rightHash);
    list.add2(leftHash, d0);
    list.add2(rightHash, c1);
    list.add3(leftHash, d0, this.#following);
    list.add2(leftHash, end);
    list.add2(token, end);
    list.add2(token, d0);
    list.add3(token, d0, lastOf);
    list.add2(end, k1);
    list.add3(end, k1, k2);
    list.add2(this.#whole, at);
    list.add3(n0, k1, lastOf);
    list.add3(n0, Math.min(before, 5), lastOf);
    list.add3(n0, Math.min(rest, 4), k1);
    list.add3(n0, k1, known);
    list.add3(Math.min(before, 4), k1, n0);
    list.add3(d0, left.length > 4 ? 5 : left.length, lastOf);
    list.add3(k1 * 256 + n0, known, right.length > 4 ? 5 : right.length);
  }
}

export const TOKEN_TEMPLATES = 32;

/** The places of a text without white space, of a block or between skipped stretches: [start, end) of each. */
export function* runsOf(text: string, start: number, end: number, skips: readonly Span[]): Generator<Stretch> {
  let skip = firstAfter(skips, start);
  let from = start;
  for (let at = start; at <= end; at++) {
    const [skipFrom, skipTo] = skips[skip] ?? [Infinity, Infinity];
    const stop = at === end || at >= skipFrom || isBlank(text.charCodeAt(at));
    if (!stop) continue;
    if (at > from) yield { start: from, end: at };
    if (at >= skipFrom) {
      from = Math.max(at, skipTo);
      at = from - 1;
      skip++;
    } else {
      from = at + 1;
    }
  }
}

/** The first of sorted, disjoint spans that ends after a place. */
function firstAfter(spans: readonly Span[], place: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[1] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Ranks before a name: their full stop is their own, and ends no sentence. The treebanks have few of them. */
const RANK = /^(?:Adm|Brig|Capt|Cmdr|Col|Cpl|Gen|Gov|Lt|Maj|Rep|Rev|Sen|Sgt|Supt)\.$/;

/** Divides runs of marks into tokens as the Universal Dependencies treebanks do: "didn't" is "did" and "n't". */
export class Tokenizer {
  readonly #table: WeightTable;
  readonly #wordClasses: WordClasses;
  readonly #features = new FeatureList(TOKEN_TEMPLATES);
  readonly #scores = new Int32Array(1);
  /** The tokens of runs, by what follows. Equal tokens are one string, which makes it cheap to look them up. */
  readonly #remembered = ([0, 1, 2, 3, 4] satisfies Following[]).map(() => new Map<string, readonly string[]>());
  readonly #forms = new Map<string, string>();

  constructor(table: WeightTable, wordClasses: WordClasses) {
    this.#table = table;
    this.#wordClasses = wordClasses;
  }

  /** The tokens of a stretch of text. Each is not empty, and all are in order and disjoint. */
  tokens(text: string, start: number, end: number, skips: readonly Span[]): RawToken[] {
    const tokens: RawToken[] = [];
    let last: Stretch | undefined;
    const add = (run: Stretch, next: Stretch | undefined) => {
      const mark = next === undefined ? '' : String.fromCodePoint(text.codePointAt(next.start) ?? 0);
      let from = run.start;
      for (const form of this.#divide(text.slice(run.start, run.end), followingOf(mark))) {
        tokens.push({ start: from, end: from + form.length, form });
        from += form.length;
      }
    };
    for (const run of runsOf(text, start, end, skips)) {
      if (last) add(last, run);
      last = run;
    }
    if (last) add(last, undefined);
    return tokens;
  }

  #divide(run: string, following: Following): readonly string[] {
    if (run.length === 1 || run.length > LONGEST_RUN) return [run];
    const known = this.#remembered[following]?.get(run);
    return known ?? this.#remember(interned(run), following);
  }

  #remember(run: string, following: Following): readonly string[] {
    if (this.#forms.size >= REMEMBERED) {
      for (const runs of this.#remembered) runs.clear();
      this.#forms.clear();
    }
    let to = 0;
    const forms = this.#lengths(run, following).map((length) => {
      to += length;
      return this.#same(run.slice(to - length, to));
    });
    this.#remembered[following]?.set(run, forms);
    return forms;
  }

  /** The one string for all equal ones. */
  #same(form: string): string {
    const known = this.#forms.get(form);
    if (known !== undefined) return known;
    const own = interned(form);
    this.#forms.set(own, own);
    return own;
  }

  /** The lengths of a run's tokens. */
  #lengths(run: string, following: Following): number[] {
    if (following === 2 && RANK.test(run)) return [run.length];
    const lengths: number[] = [];
    const asked = new Run(run, following, this.#wordClasses);
    let before = 1;
    for (let at = 1; at < run.length; at++, before++) {
      if (!asked.allows(at)) continue;
      asked.features(this.#features, at, before);
      this.#table.score(this.#features.hashes, this.#features.count, this.#scores);
      if ((this.#scores[0] ?? 0) <= 0) continue;
      lengths.push(before);
      before = 0;
    }
    lengths.push(before);
    return lengths;
  }

  encode(): Map<string, Uint8Array> {
    return new Map([['tokens/weights', this.#table.encode()]]);
  }
}

/** @throws ModelError if the model has no tokeniser */
export function loadTokenizer(sections: Sections, wordClasses: WordClasses): Tokenizer {
  return new Tokenizer(WeightTable.decode(section(sections, 'tokens/weights')), wordClasses);
}
