import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../src/language/index.ts';
import { MODALITIES } from '../../../src/ontology.ts';
import { readAndRelate } from '../../support/statements.ts';

const model = loadModel();
const word = fc.constantFrom(
  'Anna',
  'Keller',
  'Norway',
  'Norwegian',
  'President',
  'met',
  'said',
  'will',
  'visit',
  'in',
  'Oslo',
  ',',
  '.',
  '"',
  'the',
  'of',
  "'s",
  'and',
  'on',
  'Monday',
  'by',
  'was',
  'arrested',
  'according',
  'to',
  'Reuters',
  'who',
  'not',
  '(',
  ')',
  '-',
  '2019',
  'visit to',
  'talks with',
  '\n\n',
  '𝔘',
  'é',
);

describe('evidence', () => {
  it('lies in its sentence, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        const { statements } = readAndRelate(text, model);
        for (const { evidence, subject, object, confidence, modality } of statements) {
          expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
          for (const span of [evidence.subject, evidence.trigger, evidence.object, evidence.date ?? evidence.trigger]) {
            expect(span[0]).toBeGreaterThanOrEqual(evidence.start);
            expect(span[1]).toBeLessThanOrEqual(evidence.end);
            expect(span[0]).toBeLessThan(span[1]);
          }
          expect(subject).not.toBe(object);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(MODALITIES).toContain(modality);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the same twice', () => {
    const text = 'Norwegian President Anna Keller met Peter Novak in Oslo on Monday, Reuters said.';
    expect(readAndRelate(text, model).statements).toEqual(readAndRelate(text, model).statements);
  });

  it('takes no longer by the word for a sentence of thousands of names', () => {
    const list = (n: number) => `Anna Keller met ${Array.from({ length: n }, (_, i) => `Peter Novak${i}`).join(', ')}.`;
    const time = (n: number) => {
      const start = performance.now();
      readAndRelate(list(n), model);
      return performance.now() - start;
    };
    time(500);
    expect(time(4000)).toBeLessThan(40 * Math.max(20, time(500)));
  });
});
