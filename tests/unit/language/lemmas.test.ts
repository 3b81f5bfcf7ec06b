import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadModel, type Model } from '../../../src/language/index.ts';
import { applyRule, ruleFor } from '../../../src/language/lemmas.ts';

let model: Model;
beforeAll(() => {
  model = loadModel();
});

describe('lemmas', () => {
  it('come from a form by the rule that was made for the two', () => {
    const word = fc.stringMatching(/^[A-Za-z]{1,10}$/);
    fc.assert(
      fc.property(word, word, (form, lemma) => {
        expect(applyRule(form, ruleFor(form, lemma))).toBe(lemma);
      }),
    );
  });

  it.each([
    ['met', 'VERB', 'VBD', 'meet'],
    ['provoked', 'VERB', 'VBN', 'provoke'],
    ['condemning', 'VERB', 'VBG', 'condemn'],
    ['fled', 'VERB', 'VBD', 'flee'],
    ['accuses', 'VERB', 'VBZ', 'accuse'],
    ['countries', 'NOUN', 'NNS', 'country'],
    ['women', 'NOUN', 'NNS', 'woman'],
    ['n\u2019t', 'PART', 'RB', 'not'],
    ['Estonia', 'PROPN', 'NNP', 'Estonia'],
    ['larger', 'ADJ', 'JJR', 'large'],
  ])('of %s as %s (%s) is found', (form, upos, xpos, lemma) => {
    expect(model.lemmatizer.lemma(form, upos, xpos, false)).toBe(lemma);
  });

  it('of a word at the beginning of a sentence is small, but for names and what comes of them', () => {
    expect(model.lemmatizer.lemma('Children', 'NOUN', 'NNS', true)).toBe('child');
    expect(model.lemmatizer.lemma('Fled', 'VERB', 'VBD', true)).toBe('flee');
    expect(model.lemmatizer.lemma('Estonia', 'PROPN', 'NNP', true)).toBe('Estonia');
  });

  it('are never empty', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom('NOUN', 'VERB', 'PROPN'),
        (form, upos) => {
          expect(model.lemmatizer.lemma(form, upos, 'NN', false)).not.toBe('');
        },
      ),
    );
  });
});
