import { loadClasses } from '../classes.ts';
import type { ConlluSentence } from '../conllu.ts';
import { FeatureList } from '../hash.ts';
import { Lexemes } from '../lexemes.ts';
import { best, PADDING, padded, TAG_TEMPLATES, type Tag, Tagger, tagFeatures } from '../tagger.ts';
import type { Component } from './component.ts';
import { Perceptron } from './perceptron.ts';
import { seeded, shuffled } from './random.ts';
import { gold, readTreebank, silver } from './treebank.ts';

const BITS = 19;
/** A pair of tags that is rarer than this in the gold treebanks is an error more often than not. */
const RARE = 3;

/** The pairs of tags that the gold treebanks use, the most frequent first. */
export function tagset(sentences: readonly ConlluSentence[]): Tag[] {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const { upos, xpos } of words) counts.set(`${upos}\t${xpos}`, (counts.get(`${upos}\t${xpos}`) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= RARE)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([label]) => {
      const [upos = '', xpos = ''] = label.split('\t');
      return { upos, xpos };
    });
}

export interface TaggerTraining {
  lexemes: Lexemes;
  tags: readonly Tag[];
  /** How many updates must call for a feature before it gets weights. */
  needed: number;
  epochs: number;
  seed: number;
  /** How many weights to keep. */
  size: number;
  log: (line: string) => void;
}

/** Learns to tag each word given the tags it chose itself for the words before. */
export function trainTagger(sentences: readonly ConlluSentence[], options: TaggerTraining): Tagger {
  const { lexemes, tags, needed, epochs, size, log } = options;
  const numbers = new Map(tags.map(({ upos, xpos }, i) => [`${upos}\t${xpos}`, i]));
  const perceptron = new Perceptron(BITS, tags.length, needed);
  const list = new FeatureList(TAG_TEMPLATES);
  const scores = new Float32Array(tags.length);
  const random = seeded(options.seed);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let right = 0;
    let all = 0;
    for (const { words } of shuffled(sentences, random)) {
      const ids = padded(
        lexemes,
        words.map(({ form }) => form),
      );
      let t1 = -1;
      let t2 = -1;
      for (const [i, { upos, xpos }] of words.entries()) {
        tagFeatures(list, lexemes, ids, i + PADDING, t1, t2);
        perceptron.score(list.hashes, list.count, scores);
        const guess = best(scores);
        const truth = numbers.get(`${upos}\t${xpos}`);
        if (truth !== undefined) {
          all++;
          if (guess === truth) right++;
          else {
            perceptron.update(list.hashes, list.count, truth, 1);
            perceptron.update(list.hashes, list.count, guess, -1);
          }
          perceptron.tick();
        }
        t2 = t1;
        t1 = guess;
      }
    }
    log(`epoch ${epoch} of ${epochs}: ${((100 * right) / all).toFixed(2)} % of ${all} tags while learning`);
  }
  return new Tagger(tags, perceptron.table(size));
}

/** Share of words tagged rightly in both alphabets, and in each. */
export function tagAccuracy(tagger: Tagger, lexemes: Lexemes, sentences: readonly ConlluSentence[]): string {
  let [all, upos, xpos] = [0, 0, 0];
  const out = new Int32Array(2000);
  for (const { words } of sentences) {
    tagger.tag(
      lexemes,
      padded(
        lexemes,
        words.map(({ form }) => form),
      ),
      words.length,
      out,
    );
    for (const [i, word] of words.entries()) {
      const tag = tagger.tags[out[i] ?? 0];
      all++;
      if (tag?.upos === word.upos) upos++;
      if (tag?.xpos === word.xpos) xpos++;
    }
  }
  return `UPOS ${((100 * upos) / all).toFixed(2)} XPOS ${((100 * xpos) / all).toFixed(2)}`;
}

export const tags: Component = {
  name: 'tags',
  train({ data, seed, log, sections }) {
    const lexemes = new Lexemes(loadClasses(sections));
    const treebanks = gold(data);
    const options = { lexemes, tags: tagset(treebanks), needed: 1, epochs: 5, seed, size: 900_000, log };
    log(`${options.tags.length} pairs of tags`);
    const tagger = trainTagger([...treebanks, ...treebanks, ...silver(data)], options);
    for (const name of ['ud/ewt-dev.conllu', 'ud/gum-dev.conllu']) {
      log(`${name}: ${tagAccuracy(tagger, lexemes, readTreebank(data, name))}`);
    }
    return { metadata: {}, parts: tagger.encode() };
  },
};
