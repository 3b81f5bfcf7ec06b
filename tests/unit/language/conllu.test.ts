import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConlluError, type ConlluSentence, readConllu, writeConllu } from '../../../src/language/conllu.ts';

const field = fc.stringMatching(/^[a-zA-Z0-9.'-]{1,8}$/);
const anySentence: fc.Arbitrary<ConlluSentence> = fc
  .array(
    fc.record({
      form: field,
      lemma: field,
      upos: fc.constantFrom('NOUN', 'VERB'),
      xpos: fc.constantFrom('NN', 'VBD'),
      head: fc.nat(5),
      relation: fc.constantFrom('root', 'nsubj:pass'),
      misc: fc.constantFrom('_', 'SpaceAfter=No'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((words) => ({
    comments: ['# sent_id = 1'],
    words,
    ranges: words.length > 2 ? [{ from: 2, to: 3, form: "don't", misc: '_' }] : [],
  }));

const line = (id: string, form: string): string => [id, form, '_', '_', '_', '_', '_', '_', '_', '_'].join('\t');

describe('CoNLL-U', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(anySentence), (sentences) => {
        expect([...readConllu(sentences.map(writeConllu).join(''))]).toEqual(sentences);
      }),
    );
  });

  it('may end its lines in any way, and need not end the last sentence', () => {
    const text = `# newdoc\r\n${line('1', 'Grain')}\r\n\r\n\r\n${line('1', 'deal')}`;
    expect([...readConllu(text)].map(({ words }) => words.map(({ form }) => form))).toEqual([['Grain'], ['deal']]);
  });

  it('leaves empty nodes out', () => {
    const [sentence] = readConllu([line('1', 'Reyl'), line('1.1', 'left'), line('2', 'too')].join('\n'));
    expect(sentence?.words.map(({ form }) => form)).toEqual(['Reyl', 'too']);
  });

  it.each([
    ['plain text', 'Talks went on.', /line 1 does not have the ten columns/],
    ['a number left out', `${line('1', 'a')}\n${line('3', 'b')}`, /line 2 has the number "3" where 2 should follow/],
    ['an empty form', line('1', ''), /line 1 has an empty form/],
  ])('refuses %s and says where', (_, text, message) => {
    expect(() => [...readConllu(text)]).toThrow(ConlluError);
    expect(() => [...readConllu(text)]).toThrow(message);
  });
});
