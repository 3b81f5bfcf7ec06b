import { readFileSync } from 'node:fs';
import type { NamedText } from './names.ts';
import type { Rival } from './rivals.ts';
import { f1, percent } from './table.ts';
import { goldTexts } from './words.ts';

/**
 * What another library makes of a treebank's raw text. Marks of punctuation are left out for all but the sentences,
 * since not every library makes tokens of them.
 */
export function rivalSyntax(rival: Rival, path: string): [string, string][] {
  const right = { tokens: 0, sentences: 0, upos: 0 };
  const counts = { found: 0, wanted: 0, sentences: 0, gold: 0 };
  for (const gold of goldTexts(readFileSync(path, 'utf8'))) {
    const { words, sentences } = rival.read(gold.text);
    const ours = words.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(gold.text.slice(start, end)));
    const theirs = gold.words.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(gold.text.slice(start, end)));
    const tags = new Map(theirs.map(({ start, end, upos }) => [`${start} ${end}`, upos]));
    for (const { start, end, upos } of ours) {
      const truth = tags.get(`${start} ${end}`);
      if (truth !== undefined) right.tokens++;
      if (truth === upos) right.upos++;
    }
    // blank edges are no part of a sentence
    const ends = new Set(gold.sentences);
    for (const { start, end } of sentences) {
      const said = gold.text.slice(start, end);
      const from = start + said.length - said.trimStart().length;
      if (ends.has(`${from} ${from + said.trim().length}`)) right.sentences++;
    }
    counts.found += ours.length;
    counts.wanted += theirs.length;
    counts.sentences += sentences.length;
    counts.gold += gold.sentences.length;
  }
  return [
    ['words', percent(f1(right.tokens, counts.found, counts.wanted))],
    ['sentences', percent(f1(right.sentences, counts.sentences, counts.gold))],
    ['UPOS', percent(f1(right.upos, counts.found, counts.wanted))],
  ];
}

export function rivalNames(rival: Rival, texts: readonly NamedText[]): [string, string][] {
  let [found, wanted, spans, typed] = [0, 0, 0, 0];
  for (const { text, names } of texts) {
    const ours = rival.read(text).names;
    const truth = new Map(names.map(({ start, end, label }) => [`${start} ${end}`, label]));
    found += ours.length;
    wanted += truth.size;
    for (const { start, end, label } of ours) {
      const is = truth.get(`${start} ${end}`);
      if (is !== undefined) spans++;
      if (is === label) typed++;
    }
  }
  return [
    ['span', percent(f1(spans, found, wanted))],
    ['typed', percent(f1(typed, found, wanted))],
  ];
}
