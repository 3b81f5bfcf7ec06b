import { loadCase } from '../case.ts';
import { loadClasses } from '../classes.ts';
import { hash1 } from '../hash.ts';
import { Lexemes } from '../lexemes.ts';
import type { Sections } from '../model.ts';
import { NAMES_SECTION, NameTagger } from '../name.ts';
import { NameFeatures, type NameWord, TRANSITION_SEED } from '../name-features.ts';
import { bestStates, STATES, statesOf } from '../name-labels.ts';
import { NAME_LABELS, type NameLabel } from '../sentence.ts';
import { loadTagger, padded } from '../tagger.ts';
import type { Component } from './component.ts';
import { type NameSentence, readNames, readUniversalNames } from './name-data.ts';
import { Perceptron, summed } from './perceptron.ts';
import { seeded, shuffled } from './random.ts';

const BITS = 20;
const EPOCHS = 10;
/** How many are trained, each in another order of the sentences, and summed: one tagger that errs less than each of them. */
const TAGGERS = 3;
/** How many weights are kept: about 2 MB of them. */
const SIZE = 1_100_000;

/** The agency news was annotated with these only here and there: where it has none, it says nothing of them. */
const SPARSE: readonly NameLabel[] = ['EVT', 'DOC', 'MISC'];

interface Lesson {
  words: readonly NameWord[];
  states: Uint8Array;
  /** Labels, by number, that the sentence does not speak of. */
  masked: readonly number[];
}

function lessonOf({ corpus, forms, spans }: NameSentence, tag: Tag): Lesson {
  const silent = corpus === 'gmb' && !spans.some(({ label }) => SPARSE.includes(label));
  const xpos = tag(forms);
  return {
    words: forms.map((form, i) => ({ form, xpos: xpos[i] ?? '' })),
    states: statesOf(spans, forms.length),
    masked: silent ? SPARSE.map((label) => NAME_LABELS.indexOf(label)) : [],
  };
}

/** The Penn tags of a sentence's words. */
type Tag = (forms: readonly string[]) => readonly string[];

/** Tags as the model's own tagger gives them, errors and all: the name tagger will see no others. */
function taggerOf(sections: Sections): Tag {
  const tagger = loadTagger(sections);
  const lexemes = new Lexemes(loadClasses(sections));
  return (forms) => {
    const tags = new Int32Array(forms.length);
    tagger.tag(lexemes, padded(lexemes, forms), forms.length, tags);
    return Array.from(tags, (number) => tagger.tags[number]?.xpos ?? '');
  };
}

/**
 * What is learned from in one epoch: web text three times, another third of the agency news each time (all of it would drown the
 * rest, and alone it has poor types), everything else once.
 */
function mixOf(sentences: readonly NameSentence[], random: () => number): NameSentence[] {
  return sentences.flatMap((sentence) => {
    if (sentence.corpus === 'gmb') return random() < 1 / 3 ? [sentence] : [];
    return sentence.corpus === 'uner' ? [sentence, sentence, sentence] : [sentence];
  });
}

class NameLearner {
  readonly perceptron = new Perceptron(BITS, STATES);
  readonly #features: NameFeatures;
  readonly #scores = new Float32Array(STATES);
  readonly #transitions = new Float64Array(STATES * STATES);

  constructor(features: NameFeatures) {
    this.#features = features;
  }

  /** Decodes one sentence and corrects the weights where the states are wrong. */
  learn({ words, states, masked }: Lesson): boolean {
    const { perceptron } = this;
    this.#features.read(words);
    const hashes: Int32Array[] = [];
    const emissions = new Float64Array(words.length * STATES);
    for (let i = 0; i < words.length; i++) {
      const list = this.#features.at(i);
      const copy = list.hashes.slice(0, list.count);
      hashes.push(copy);
      perceptron.score(copy, copy.length, this.#scores);
      emissions.set(this.#scores, i * STATES);
    }
    for (let state = 0; state < STATES; state++) {
      perceptron.score(transition(state), 1, this.#scores);
      this.#transitions.set(this.#scores, state * STATES);
    }
    const guess = bestStates(emissions, words.length, this.#transitions, masked);
    const right = guess.every((state, i) => state === states[i]);
    if (!right) this.#correct(hashes, states, guess);
    perceptron.tick();
    return right;
  }

  #correct(hashes: readonly Int32Array[], states: Uint8Array, guess: Uint8Array): void {
    for (const [i, features] of hashes.entries()) {
      const [truth = 0, said = 0, before = 0, saidBefore = 0] = [states[i], guess[i], states[i - 1], guess[i - 1]];
      if (truth !== said) {
        this.perceptron.update(features, features.length, truth, 1);
        this.perceptron.update(features, features.length, said, -1);
      }
      if (truth !== said || before !== saidBefore) {
        this.perceptron.update(transition(before), 1, truth, 1);
        this.perceptron.update(transition(saidBefore), 1, said, -1);
      }
    }
  }
}

const transitionRows = Array.from({ length: STATES }, (_, state) => Int32Array.of(hash1(TRANSITION_SEED, state)));
const transition = (state: number): Int32Array => transitionRows[state] ?? new Int32Array(1);

/** Precision, recall and F1 of names, in per cent, with and without their label. */
export function nameScores(
  tagger: NameTagger,
  lessons: readonly NameSentence[],
  tag: Tag,
  labels: readonly NameLabel[],
) {
  let [said, true_, spans, typed] = [0, 0, 0, 0];
  for (const { forms, spans: truth } of lessons) {
    const xpos = tag(forms);
    const guess = tagger.tag(forms.map((form, i) => ({ form, xpos: xpos[i] ?? '' })));
    const wanted = new Map(truth.filter((s) => labels.includes(s.label)).map((s) => [`${s.from}-${s.to}`, s.label]));
    const found = guess.map((s) =>
      s.label === 'FAC' && !labels.includes('FAC') ? { ...s, label: 'LOC' as const } : s,
    );
    const counted = found.filter((s) => labels.includes(s.label));
    said += counted.length;
    true_ += wanted.size;
    for (const { from, to, label } of counted) {
      const is = wanted.get(`${from}-${to}`);
      if (is !== undefined) spans++;
      if (is === label) typed++;
    }
  }
  const f1 = (hits: number): number => (200 * hits) / (said + true_ || 1);
  return { spans: f1(spans), typed: f1(typed), precision: (100 * typed) / said, recall: (100 * typed) / true_ };
}

function learned(
  learner: NameLearner,
  lessons: ReadonlyMap<NameSentence, Lesson>,
  random: () => number,
  log: (line: string) => void,
): Perceptron {
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    let right = 0;
    const mix = shuffled(mixOf([...lessons.keys()], random), random);
    for (const sentence of mix) {
      const lesson = lessons.get(sentence);
      if (lesson && learner.learn(lesson)) right++;
    }
    log(`epoch ${epoch} of ${EPOCHS}: ${((100 * right) / mix.length).toFixed(2)} % of ${mix.length} sentences right`);
  }
  return learner.perceptron;
}

export const names: Component = {
  name: 'names',
  train({ data, seed, log, sections }) {
    const features = () => new NameFeatures(loadClasses(sections), loadCase(sections));
    const all = readNames(data, 'ner/names-train.tsv');
    const tag = taggerOf(sections);
    const lessons = new Map(all.map((sentence) => [sentence, lessonOf(sentence, tag)]));
    log(`${all.length} sentences`);
    const tables = Array.from({ length: TAGGERS }, (_, turn) => {
      const told = (line: string) => log(`tagger ${turn + 1} of ${TAGGERS}, ${line}`);
      return learned(new NameLearner(features()), lessons, seeded(seed + turn), told).table(Number.POSITIVE_INFINITY);
    });
    const table = summed(tables, SIZE);
    const tagger = new NameTagger(features(), table);
    const web = readUniversalNames(data, 'ner/uner-ewt-test.iob2');
    const news = readNames(data, 'ner/names-gmb-test.tsv');
    const figures = {
      uner: nameScores(tagger, web, tag, ['PER', 'ORG', 'LOC']),
      gmb: nameScores(tagger, news, tag, ['PER', 'ORG', 'LOC', 'FAC', 'DEM']),
    };
    log(JSON.stringify(figures));
    return { metadata: { names: figures }, parts: new Map([[NAMES_SECTION, table.encode()]]) };
  },
};
