import { describe, expect, it } from 'vitest';
import { UsualCase } from '../../../src/language/case.ts';
import { hash1 } from '../../../src/language/hash.ts';
import { NameTagger } from '../../../src/language/name.ts';
import { NameFeatures, shapeOf, TRANSITION_SEED } from '../../../src/language/name-features.ts';
import { STATES, statesOf } from '../../../src/language/name-labels.ts';
import { Perceptron } from '../../../src/language/training/perceptron.ts';

const classes = new Map([
  ['mara', 1],
  ['oda', 1],
  ['ilves', 2],
]);
const cases = new UsualCase(['said', 'the', 'NATO']);
const wordsOf = (text: string) =>
  text.split(' ').map((form) => ({ form, xpos: /^\p{Lu}/u.test(form) ? 'NNP' : 'VBD' }));

/** A tagger that was shown one sentence. */
function taggerOf(text: string, from: number, to: number): NameTagger {
  const features = new NameFeatures(classes, cases);
  const perceptron = new Perceptron(12, STATES);
  const words = wordsOf(text);
  features.read(words);
  for (const [i, state] of statesOf([{ from, to, label: 'PER' }], words.length).entries()) {
    const { hashes, count } = features.at(i);
    perceptron.update(hashes.slice(0, count), count, state, 1);
    perceptron.update(Int32Array.of(hash1(TRANSITION_SEED, 0)), 1, 0, 0.1);
  }
  perceptron.tick();
  return new NameTagger(new NameFeatures(classes, cases), perceptron.table(100_000));
}

describe('the name tagger', () => {
  const tagger = taggerOf('Mara Ilves spoke here', 0, 2);

  it('finds what it was shown, with a score for every label', () => {
    const [name] = tagger.tag(wordsOf('Mara Ilves spoke here'));
    expect(name).toMatchObject({ from: 0, to: 2, label: 'PER' });
    expect(name?.scores.PER).toBeGreaterThan(name?.scores.ORG ?? 0);
  });

  it('knows a word by the company that its class keeps', () => {
    expect(tagger.tag(wordsOf('Oda Ilves spoke here'))).toMatchObject([{ from: 0, to: 2, label: 'PER' }]);
  });

  it('answers a sentence without words with no names', () => {
    expect(tagger.tag([])).toEqual([]);
  });

  it('gives the same answer whatever it read before', () => {
    const before = tagger.tag(wordsOf('Mara Ilves spoke here'));
    tagger.tag(wordsOf('the Harbour Council of Varna said so and more and more and more'));
    expect(tagger.tag(wordsOf('Mara Ilves spoke here'))).toEqual(before);
  });
});

describe('the shape of a word', () => {
  it.each([
    ['Varna', 'Xx'],
    ['McCoy', 'XxXx'],
    ['NATO', 'XX'],
    ['U.S.', 'X.X.'],
    ['G-20', 'X-d'],
    ['2018', 'd'],
    ['', ''],
  ])('%s: %s', (form, shape) => {
    expect(shapeOf(form)).toBe(shape);
  });
});
