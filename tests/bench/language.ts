/**
 * How well and how fast text is read, on treebanks that nobody trained on:
 * npx tsx tests/bench/language.ts ../shared/data [model.bin]
 *
 * Tokens and sentences are found in raw text; tags, lemmas and trees are for the treebank's own tokens, all tags
 * predicted, punctuation counted, relations with their subtypes. Times are of the process's own CPU, best of three.
 */

import type { ConlluSentence } from '../../src/language/conllu.ts';
import { annotate, loadModel, type Model } from '../../src/language/index.ts';
import { padded } from '../../src/language/tagger.ts';
import { rawTexts } from '../../src/language/training/raw.ts';
import { segmentation } from '../../src/language/training/tokens.ts';
import { readTreebank } from '../../src/language/training/treebank.ts';

const TREEBANKS = ['ewt-test', 'gum-test', 'gum-news'];

function accuracies(sentences: readonly ConlluSentence[], model: Model): Record<string, string> {
  const right = { UPOS: 0, XPOS: 0, lemma: 0, UAS: 0, LAS: 0 };
  let all = 0;
  for (const { words } of sentences) {
    const found = annotate(
      words.map(({ form }) => form),
      model,
    );
    for (const [i, word] of words.entries()) {
      const ours = found[i];
      const attached = ours !== undefined && ours.head + 1 === word.head;
      all++;
      if (ours?.upos === word.upos) right.UPOS++;
      if (ours?.xpos === word.xpos) right.XPOS++;
      if (ours?.lemma === word.lemma) right.lemma++;
      if (attached) right.UAS++;
      if (attached && ours.relation === word.relation) right.LAS++;
    }
  }
  return Object.fromEntries(Object.entries(right).map(([name, n]) => [name, ((100 * n) / all).toFixed(2)]));
}

/** Thousands of words a second of CPU. */
function speed(words: number, work: () => void): string {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage().user;
    work();
    return process.cpuUsage().user - before;
  });
  return ((words * 1000) / Math.min(...times)).toFixed(1);
}

const [data, file] = process.argv.slice(2);
if (data === undefined) throw new Error('usage: npx tsx tests/bench/language.ts DATA [MODEL]');
const began = performance.now();
const model = file === undefined ? loadModel() : loadModel(file);
console.log(`model loaded in ${(performance.now() - began).toFixed(0)} ms`);

const treebanks = TREEBANKS.map((name) => ({ name, sentences: readTreebank(data, `ud/${name}.conllu`) }));
console.table(
  Object.fromEntries(
    treebanks.map(({ name, sentences }) => [
      name,
      { ...segmentation(model.tokenizer, model.splitter, model.lexemes, sentences), ...accuracies(sentences, model) },
    ]),
  ),
);

const sentences = treebanks.flatMap(({ sentences: some }) => some.map(({ words }) => words.map(({ form }) => form)));
const texts = treebanks.flatMap(({ sentences: some }) => rawTexts(some).map(({ text }) => text));
const words = sentences.reduce((sum, { length }) => sum + length, 0);
const tags = new Int32Array(1000);
const steps: Record<string, () => void> = {
  'tokens and sentences': () => {
    for (const text of texts) {
      model.splitter.split(text, model.tokenizer.tokens(text, 0, text.length, []), model.lexemes);
    }
  },
  tags: () => {
    for (const forms of sentences) model.tagger.tag(model.lexemes, padded(model.lexemes, forms), forms.length, tags);
  },
  'tags, lemmas and trees': () => {
    for (const forms of sentences) annotate(forms, model);
  },
  names: () => {
    for (const forms of sentences) model.names?.tag(forms.map((form) => ({ form, xpos: 'NNP' })));
  },
};
console.table(
  Object.fromEntries(Object.entries(steps).map(([step, work]) => [step, { 'thousand words/s': speed(words, work) }])),
);
