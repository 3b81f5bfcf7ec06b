import { makeArticle } from '../../src/article/index.ts';
import type { Extraction } from '../../src/extraction.ts';

/** An article in which each two of so many places are tied, once by each of these types. */
export function crowd(size: number, types: readonly string[]): Extraction {
  const text = `A crowd of ${size}: ${types.join(', ')}.`;
  const places = Array.from({ length: size }, (_, index) => index);
  return {
    article: makeArticle(text, { source: 'The Test' }),
    entities: places.map((index) => ({ type: 'place', label: `Kor${index}`, aliases: [] })),
    mentions: places.map((index) => ({
      ...{ start: 0, end: 7, text: 'A crowd', sentence: 0, from: 0, to: 1, head: 0 },
      ...{ kind: 'name', entities: [index], certainty: 1 },
    })),
    statements: places.flatMap((subject) =>
      places.slice(subject + 1).flatMap((object) =>
        types.map((type) => ({
          ...{ subject, object, type, predicate: type, modality: 'actual' as const, attributedTo: [], confidence: 0.8 },
          evidence: {
            start: 0,
            end: text.length,
            text,
            subject: [0, 7],
            trigger: [8, 10],
            object: [0, 7],
            rule: 'plain',
          },
        })),
      ),
    ),
  };
}
