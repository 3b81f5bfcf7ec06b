import { ByteReader, ByteWriter } from './bytes.ts';
import type { WordClasses } from './classes.ts';
import { interned } from './interned.ts';
import { straight } from './lexemes.ts';
import { type Sections, section } from './model.ts';

/** Endings longer than this are not looked at: the word is then known as a whole, or not. */
export const LONGEST_ENDING = 6;
/** A longer word is its own lemma. */
const LONGEST_WORD = 60;
const REMEMBERED = 50_000;

/** How a word becomes its lemma: its case, how many letters go from its end, what comes in their place. */
export interface LemmaRule {
  case: 'keep' | 'lower' | 'title';
  strip: number;
  append: string;
}

const recased = (form: string, how: LemmaRule['case']): string => {
  if (how === 'keep') return form;
  const lower = form.toLowerCase();
  return how === 'lower' ? lower : lower.slice(0, 1).toUpperCase() + lower.slice(1);
};

export const applyRule = (form: string, rule: LemmaRule): string => {
  const word = recased(form, rule.case);
  return rule.strip > word.length ? word : word.slice(0, word.length - rule.strip) + rule.append;
};

/** The rule that makes this lemma, with as few letters changed as can be. */
export function ruleFor(form: string, lemma: string): LemmaRule {
  let rule: LemmaRule = { case: 'keep', strip: form.length, append: lemma };
  for (const how of ['keep', 'lower', 'title'] as const) {
    const word = recased(form, how);
    let same = 0;
    while (same < Math.min(word.length, lemma.length) && word[same] === lemma[same]) same++;
    if (word.length - same < rule.strip) rule = { case: how, strip: word.length - same, append: lemma.slice(same) };
  }
  return rule;
}

/** Capitals tell names from other words, but less so at the beginning of a sentence. */
export function situation(form: string, upos: string, xpos: string, first: boolean): string {
  const written = !/^\p{Lu}/u.test(form) ? 'x' : form.length > 1 && !/\p{Ll}/u.test(form) ? 'XX' : first ? '^X' : 'X';
  return `${upos} ${xpos} ${written}`;
}

/** The keys to look a word up by, the most special first: the whole word, then its endings. */
export function* lemmaKeys(where: string, form: string): Generator<string> {
  const word = straight(form).toLowerCase();
  yield `${where} ^${word}`;
  for (let n = Math.min(LONGEST_ENDING, word.length); n >= 0; n--) yield `${where} ${word.slice(word.length - n)}`;
}

/** A lemma as it was found before. */
interface Known {
  upos: string;
  xpos: string;
  first: boolean;
  lemma: string;
}

/** Finds lemmas by the longest known ending of a word in its tag and case; irregular words are known as wholes. */
export class Lemmatizer {
  readonly #rules: readonly LemmaRule[];
  readonly #table: ReadonlyMap<string, number>;
  readonly #vocabulary: WordClasses;
  /** By form; of one form there are few, and to compare their tags is cheaper than to put a key together. */
  readonly #remembered = new Map<string, Known[]>();

  /**
   * @param table key of `lemmaKeys` → number of a rule
   * @param vocabulary the words of the language: a lemma had better be one
   */
  constructor(rules: readonly LemmaRule[], table: ReadonlyMap<string, number>, vocabulary: WordClasses) {
    this.#rules = rules;
    this.#table = table;
    this.#vocabulary = vocabulary;
  }

  /** @param first whether the word begins its sentence */
  lemma(form: string, upos: string, xpos: string, first: boolean): string {
    if (form.length > LONGEST_WORD) return form;
    const known = this.#remembered.get(form);
    for (const one of known ?? []) if (one.xpos === xpos && one.upos === upos && one.first === first) return one.lemma;
    const lemma = interned(this.#find(situation(form, upos, xpos, first), form));
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    this.#remembered.set(form, [...(known ?? []), { upos, xpos, first, lemma }]);
    return lemma;
  }

  /**
   * What the longest known ending says. Where that makes no word of the language of a noun or verb, an e may have been
   * dropped ("provok-ed"), or a shorter ending know better.
   */
  #find(where: string, form: string): string {
    const small = form.toLowerCase();
    if (small !== form && !/^(?:PROPN|ADJ) /.test(where)) {
      const irregular = this.#rules[this.#table.get(`${where.replace(/ \S+$/, ' x')} ^${straight(small)}`) ?? -1];
      if (irregular && !this.#table.has(`${where} ^${straight(small)}`)) return applyRule(small, irregular);
    }
    let first: string | undefined;
    for (const key of lemmaKeys(where, form)) {
      const rule = this.#rules[this.#table.get(key) ?? -1];
      if (!rule) continue;
      const lemma = applyRule(form, rule) || form;
      if (!/^(?:NOUN|VERB) /.test(where) || key.includes('^', where.length) || this.#knows(lemma)) return lemma;
      if (rule.strip > 0 && this.#knows(`${lemma}e`)) return `${lemma}e`;
      first ??= lemma;
    }
    return first ?? form;
  }

  #knows(lemma: string): boolean {
    return this.#vocabulary.has(lemma.toLowerCase());
  }

  encode(): Map<string, Uint8Array> {
    const writer = new ByteWriter();
    writer.texts(this.#rules.map((rule) => `${rule.case}\t${rule.strip}\t${rule.append}`));
    const entries = [...this.#table].sort(([a], [b]) => (a < b ? -1 : 1));
    writer.texts(entries.map(([key]) => key));
    for (const [, rule] of entries) writer.unsigned(rule);
    return new Map([['lemmas/table', writer.done()]]);
  }
}

/** @throws ModelError if the model has no lemmatiser */
export function loadLemmatizer(sections: Sections, vocabulary: WordClasses): Lemmatizer {
  const reader = new ByteReader(section(sections, 'lemmas/table'));
  const rules = reader.texts().map((line): LemmaRule => {
    const [how = '', strip = '', append = ''] = line.split('\t');
    return { case: how === 'lower' || how === 'title' ? how : 'keep', strip: Number(strip), append };
  });
  const table = new Map<string, number>();
  for (const key of reader.texts()) table.set(key, reader.unsigned());
  return new Lemmatizer(rules, table, vocabulary);
}
