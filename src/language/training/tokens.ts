import { loadClasses, type WordClasses } from '../classes.ts';
import type { ConlluSentence } from '../conllu.ts';
import { FeatureList } from '../hash.ts';
import { Lexemes } from '../lexemes.ts';
import { END_TEMPLATES, endFeatures, Places, SentenceSplitter } from '../sentences.ts';
import { followingOf, Run, runsOf, type Stretch, TOKEN_TEMPLATES, Tokenizer } from '../tokens.ts';
import type { Component } from './component.ts';
import { Perceptron } from './perceptron.ts';
import { seeded, shuffled } from './random.ts';
import { type RawText, rawTexts } from './raw.ts';
import { gold, readTreebank } from './treebank.ts';

const BITS = 18;
const EPOCHS = 6;

/** Learns from each place inside a run of marks whether a token ends there. */
function trainTokenizer(texts: readonly RawText[], classes: WordClasses, seed: number): Tokenizer {
  const perceptron = new Perceptron(BITS, 1);
  const list = new FeatureList(TOKEN_TEMPLATES);
  const score = new Float32Array(1);
  const random = seeded(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { text, tokens } of shuffled(texts, random)) {
      const ends = new Set(tokens.map(({ end }) => end));
      const runs = [...runsOf(text, 0, text.length, [])];
      for (const [r, { start, end }] of runs.entries()) {
        const next = runs[r + 1];
        const mark = next ? String.fromCodePoint(text.codePointAt(next.start) ?? 0) : '';
        const run = new Run(text.slice(start, end), followingOf(mark), classes);
        for (let at = 1, before = 1; at < run.length; at++, before++) {
          if (!run.allows(at)) continue;
          run.features(list, at, before);
          perceptron.score(list.hashes, list.count, score);
          const truth = ends.has(start + at);
          if ((score[0] ?? 0) > 0 !== truth) perceptron.update(list.hashes, list.count, 0, truth ? 1 : -1);
          perceptron.tick();
          if (truth) before = 0;
        }
      }
    }
  }
  return new Tokenizer(perceptron.table(60_000), classes);
}

/** Learns from each token that may end a sentence whether it does. */
function trainSplitter(texts: readonly RawText[], lexemes: Lexemes, seed: number): SentenceSplitter {
  const perceptron = new Perceptron(BITS, 1);
  const list = new FeatureList(END_TEMPLATES);
  const score = new Float32Array(1);
  const random = seeded(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { text, tokens, ends } of shuffled(texts, random)) {
      const forms = tokens.map(({ start, end }) => ({ start, end, form: text.slice(start, end) }));
      const places = new Places(text, forms, lexemes);
      for (let i = 0; i + 1 < tokens.length; i++) {
        const place = places.at(i);
        const truth = ends.has(i);
        if (place) {
          endFeatures(list, lexemes, place);
          perceptron.score(list.hashes, list.count, score);
          if ((score[0] ?? 0) > 0 !== truth) perceptron.update(list.hashes, list.count, 0, truth ? 1 : -1);
          perceptron.tick();
        }
        if (truth) places.begin();
      }
    }
  }
  return new SentenceSplitter(perceptron.table(60_000));
}

/** Precision and recall in one of two sets of spans over the same texts. */
class Agreement {
  #right = 0;
  #ours = 0;
  #theirs = 0;

  add(ours: readonly string[], theirs: readonly string[]): void {
    const expected = new Set(theirs);
    this.#right += ours.filter((span) => expected.has(span)).length;
    this.#ours += ours.length;
    this.#theirs += theirs.length;
  }

  get f1(): string {
    return ((200 * this.#right) / (this.#ours + this.#theirs)).toFixed(2);
  }
}

/** F1 of tokens and of sentences, in percent, when paragraphs are read as raw text. */
export function segmentation(
  tokenizer: Tokenizer,
  splitter: SentenceSplitter,
  lexemes: Lexemes,
  sentences: readonly ConlluSentence[],
): { tokens: string; sentences: string } {
  const words = new Agreement();
  const whole = new Agreement();
  for (const { text, tokens, ends } of rawTexts(sentences)) {
    const ours = tokenizer.tokens(text, 0, text.length, []);
    words.add(ours.map(spanText), tokens.map(spanText));
    const found = splitter.split(text, ours, lexemes).map(({ start, end }) => stretchOf(ours, start, end));
    const starts = [0, ...[...ends].map((end) => end + 1)];
    const expected = [...ends].map((end, i) => stretchOf(tokens, starts[i] ?? 0, end + 1));
    whole.add(found.map(spanText), expected.map(spanText));
  }
  return { tokens: words.f1, sentences: whole.f1 };
}

const spanText = ({ start, end }: Stretch): string => `${start} ${end}`;

/** The stretch of text from one token (inclusive) to another (exclusive). */
const stretchOf = (tokens: readonly Stretch[], from: number, to: number): Stretch => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

export const tokens: Component = {
  name: 'tokens',
  train({ data, seed, log, sections }) {
    const classes = loadClasses(sections);
    const lexemes = new Lexemes(classes);
    const texts = rawTexts(gold(data));
    const tokenizer = trainTokenizer(texts, classes, seed);
    log('tokens learned');
    const splitter = trainSplitter(texts, lexemes, seed);
    for (const name of ['ud/ewt-dev.conllu', 'ud/gum-dev.conllu']) {
      const f1 = segmentation(tokenizer, splitter, lexemes, readTreebank(data, name));
      log(`${name}: F1 of tokens ${f1.tokens}, of sentences ${f1.sentences}`);
    }
    return { metadata: {}, parts: new Map([...tokenizer.encode(), ...splitter.encode()]) };
  },
};
