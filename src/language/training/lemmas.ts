import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadClasses, type WordClasses } from '../classes.ts';
import type { ConlluSentence, ConlluWord } from '../conllu.ts';
import { type LemmaRule, Lemmatizer, lemmaKeys, ruleFor, situation } from '../lemmas.ts';
import type { Component } from './component.ts';
import { gold, readTreebank } from './treebank.ts';

/** An ending tells something if so many different words have it. */
const LEAST_WORDS = 2;

/** A word in a situation, with how often each rule makes its lemma. */
interface Entry {
  where: string;
  form: string;
  rules: Map<string, number>;
}

/** Verbs with their past and participle, nouns with their plural. */
const Irregular = z.strictObject({
  verbs: z.array(z.tuple([z.string(), z.string(), z.string()])),
  nouns: z.array(z.tuple([z.string(), z.string()])),
});

/** Irregular words that a treebank of this size may not have in every form. */
function irregular(): ConlluWord[] {
  const json = readFileSync(new URL('./data/irregular.json', import.meta.url), 'utf8');
  const { verbs, nouns } = Irregular.parse(JSON.parse(json));
  const word = (form: string, lemma: string, upos: string, xpos: string): ConlluWord => {
    return { form, lemma, upos, xpos, head: 0, relation: 'root', misc: '_' };
  };
  return [
    ...verbs.flatMap(([lemma, past, participle]) => [
      word(past, lemma, 'VERB', 'VBD'),
      word(participle, lemma, 'VERB', 'VBN'),
    ]),
    ...nouns.map(([lemma, plural]) => word(plural, lemma, 'NOUN', 'NNS')),
  ];
}

/** The most frequent key; of several, the first in the alphabet. */
const mostFrequent = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? '';

function entriesOf(sentences: readonly ConlluSentence[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { words } of sentences) {
    for (const [i, { form, lemma, upos, xpos }] of words.entries()) {
      if (lemma === '_' && form !== '_') continue;
      const where = situation(form, upos, xpos, i === 0);
      const [whole = ''] = lemmaKeys(where, form);
      const entry = entries.get(whole) ?? { where, form, rules: new Map() };
      const rule = JSON.stringify(ruleFor(form, lemma));
      entry.rules.set(rule, (entry.rules.get(rule) ?? 0) + 1);
      entries.set(whole, entry);
    }
  }
  return [...entries.values()];
}

/**
 * Learns for each situation which rule an ending calls for, keeping an ending only where it says something else than
 * the shorter ending does, and then the words that no ending gets right.
 */
function trainLemmatizer(sentences: readonly ConlluSentence[], vocabulary: WordClasses): Lemmatizer {
  const entries = entriesOf(sentences);
  const votes = new Map<string, Map<string, number>>();
  for (const { where, form, rules } of entries) {
    const rule = mostFrequent(rules);
    for (const key of [...lemmaKeys(where, form)].slice(1)) {
      const counts = votes.get(key) ?? new Map<string, number>();
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
      votes.set(key, counts);
    }
  }
  const chosen = new Map<string, string>();
  const said = (keys: readonly string[]): string | undefined => {
    for (const key of keys) if (chosen.has(key)) return chosen.get(key);
    return undefined;
  };
  for (const { where, form, rules } of entries) {
    const keys = [...lemmaKeys(where, form)];
    // From the shortest ending to the whole word.
    for (let k = keys.length - 1; k >= 0; k--) {
      const key = keys[k] ?? '';
      const counts = votes.get(key);
      const enough = k === keys.length - 1 || [...(counts?.values() ?? [])].reduce((a, b) => a + b, 0) >= LEAST_WORDS;
      const rule = k === 0 || !counts ? mostFrequent(rules) : mostFrequent(counts);
      if ((k === 0 || enough) && said(keys.slice(k + 1)) !== rule) chosen.set(key, rule);
    }
  }
  const numbers = new Map([...new Set(chosen.values())].sort().map((rule, i) => [rule, i]));
  const rules = [...numbers.keys()].map((rule): LemmaRule => JSON.parse(rule));
  return new Lemmatizer(rules, new Map([...chosen].map(([key, rule]) => [key, numbers.get(rule) ?? 0])), vocabulary);
}

/** Share of words whose lemma is right, given the gold tags. */
export function lemmaAccuracy(lemmatizer: Lemmatizer, sentences: readonly ConlluSentence[]): string {
  let [all, right] = [0, 0];
  for (const { words } of sentences) {
    for (const [i, { form, lemma, upos, xpos }] of words.entries()) {
      all++;
      if (lemmatizer.lemma(form, upos, xpos, i === 0) === lemma) right++;
    }
  }
  return `lemmas ${((100 * right) / all).toFixed(2)}`;
}

export const lemmas: Component = {
  name: 'lemmas',
  train({ data, log, sections }) {
    const extra = irregular().map((word) => ({ comments: [], words: [word], ranges: [] }));
    const lemmatizer = trainLemmatizer([...gold(data), ...extra], loadClasses(sections));
    for (const name of ['ud/ewt-dev.conllu', 'ud/gum-dev.conllu']) {
      log(`${name}: ${lemmaAccuracy(lemmatizer, readTreebank(data, name))} (gold tags)`);
    }
    return { metadata: {}, parts: lemmatizer.encode() };
  },
};
