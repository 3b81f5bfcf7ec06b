import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Sentence } from '../language/sentence.ts';
import { type Tree, treeOf } from '../language/tree.ts';
import { KNOWN_VERBS } from './verbs.ts';

const irregular = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(new URL('./data/irregular.json', import.meta.url), 'utf8')));

const VOWEL = /[aeiou]/;

/** The forms of a regular verb: "bombs", "bombed", "bombing"; with and without a doubled consonant. */
function formsOf(verb: string): string[] {
  const stem = verb.replace(/e$/, '');
  const doubled = /[^aeiou][aeiou][bdgklmnprtz]$/.test(verb) ? [verb + verb.slice(-1)] : [];
  const y = /[^aeiou]y$/.test(verb) ? verb.slice(0, -1) : null;
  const s = y !== null ? `${y}ies` : /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [s, y !== null ? `${y}ied` : `${stem}ed`, `${stem}ing`, ...doubled.flatMap((d) => [`${d}ed`, `${d}ing`])];
}

const known = new Set(KNOWN_VERBS);
const byForm = new Map<string, string>();
for (const verb of KNOWN_VERBS)
  if (VOWEL.test(verb)) for (const form of formsOf(verb)) if (!byForm.has(form)) byForm.set(form, verb);
for (const [form, verb] of Object.entries(irregular)) byForm.set(form, verb);

/**
 * The lemma of a verb that the rules know, where the lemmatiser, which has never seen the form, made up another
 * ("bombed" from "bom"); `lemma` as it is otherwise.
 */
function verbLemma(form: string, lemma: string): string {
  if (known.has(lemma) || known.has(form)) return known.has(lemma) ? lemma : form;
  return byForm.get(form) ?? lemma;
}

/** A sentence's tree, with the lemmas of verbs that the rules know. */
export const plant = (sentence: Sentence): Tree => treeOf(sentence, verbLemma);

/** Whether it is a finite or participle form of a verb that the rules know. */
export const isVerbForm = (form: string): boolean => byForm.has(form);
