import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeArticle } from '../../src/article/index.ts';
import { extract } from '../../src/extract.ts';
import type { Extraction } from '../../src/extraction.ts';
import { loadModel } from '../../src/language/index.ts';
import { Problem } from '../../src/problem.ts';

const model = loadModel();

/** Text in any script, with pieces of news between, so that rules fire on it too. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'Mara Ilves met Tomas Reyl in Varna on Monday. ',
        'She said that “the talks”, ',
        ' of the Ministry of Trade ',
        "Ilves's visit to ",
        '\n\n',
        'Прага, ',
        '北京',
        ' and ',
        '#Tag https://example.org/a ',
        '(1999–2001) ',
        '\ud83d',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** What is said, or null where the text is no text or in another language. */
function extraction(text: string): Extraction | null {
  try {
    return extract(makeArticle(text), model);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

const spansOf = ({ article, mentions, statements }: Extraction) => [
  ...mentions.map(({ start, end, text }) => ({ start, end, text })),
  ...statements.map(({ evidence: { start, end, text } }) => ({ start, end, text })),
  ...statements.flatMap(({ evidence: { subject, trigger, object, date } }) =>
    [subject, trigger, object, ...(date ? [date] : [])].map(([start, end]) => ({
      start,
      end,
      text: article.text.slice(start, end),
    })),
  ),
];

describe('extract', () => {
  it('reads any text in any script, and points at the very words it names', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = extraction(text);
        if (!found) return;
        for (const { start, end, text: said } of spansOf(found)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(found.article.text.slice(start, end)).toBe(said);
          expect(said).not.toBe('');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says of each statement two different entities that there are, and a confidence between 0 and 1', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { entities = [], statements = [] } = extraction(text) ?? {};
        for (const { subject, object, confidence } of statements) {
          expect(entities[subject]).toBeDefined();
          expect(entities[object]).toBeDefined();
          expect(subject).not.toBe(object);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('says the same twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(extraction(text)).toEqual(extraction(text));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['one word', 'a'],
    ['names', 'Mara Ilves and '],
    ['clauses', 'she said that '],
    ['brackets', '(('],
    ['quotes', '“" '],
    ['Chinese', '北京'],
    ['emoji', '😀'],
    ['lone surrogates', '\ud800'],
    ['blanks', ' \t\n'],
  ])('ends on twenty thousand characters of %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length));
    const found = extraction(text);
    expect(found === null || found.article.text.length > 0).toBe(true);
  });
});
