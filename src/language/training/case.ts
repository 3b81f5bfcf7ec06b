import { CASE_SECTION, encodeCase } from '../case.ts';
import type { Component } from './component.ts';
import { readNames } from './name-data.ts';
import { gold } from './treebank.ts';

/** A word seen less often than this is not known well enough. */
const LEAST = 2;
/** Marks after which a capital says nothing. */
const OPENING = /^(?:["“”'‘’`:;([-]|``|''|--)$/u;

/** The most frequent form of each word, counted where its place in the sentence asks for no capital. */
export function usualForms(sentences: Iterable<readonly string[]>): string[] {
  const counts = new Map<string, Map<string, number>>();
  for (const forms of sentences) {
    if (isShouted(forms)) continue;
    for (const [i, form] of forms.entries()) {
      if (i === 0 || OPENING.test(forms[i - 1] ?? '') || !/^\p{L}[\p{L}\p{N}.&'’-]*$/u.test(form)) continue;
      const key = form.toLowerCase();
      const of = counts.get(key) ?? new Map<string, number>();
      of.set(form, (of.get(form) ?? 0) + 1);
      counts.set(key, of);
    }
  }
  return [...counts.values()].flatMap((of) => {
    const [best] = [...of].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1));
    const all = [...of.values()].reduce((sum, n) => sum + n, 0);
    return best && all >= LEAST ? [best[0]] : [];
  });
}

/** Headlines and the like: their capitals say nothing. */
function isShouted(forms: readonly string[]): boolean {
  const words = forms.filter((form) => form.length >= 4 && /^\p{L}/u.test(form));
  return words.length > 2 && words.filter((form) => /^\p{Lu}/u.test(form)).length > 0.6 * words.length;
}

/** Nothing to learn but to count. */
export const cases: Component = {
  name: 'case',
  train({ data, log }) {
    const names = readNames(data, 'ner/names-train.tsv').map(({ forms }) => forms);
    const treebanks = gold(data).map(({ words }) => words.map(({ form }) => form));
    const forms = usualForms([...names, ...treebanks]);
    log(`${forms.length} words`);
    return { metadata: {}, parts: new Map([[CASE_SECTION, encodeCase(forms)]]) };
  },
};
