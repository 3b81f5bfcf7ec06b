import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/server/publish/excerpt.ts';
import type { ArticleDetail } from '../../../src/server/schemas/index.ts';

const TEXT = 'Mara Ilves flew in. Tomas Reyl met her. Nobody else came. They spoke of tea.';

const article = (text: string): ArticleDetail => ({
  ...{ id: 'a0123456789abcdef', title: null, date: null, source: null, url: null },
  ...{ length: text.length, entities: 0, mentions: 0, statements: 0 },
  text,
  nodes: [{ key: 'person:mara-ilves', label: 'Mara Ilves', type: 'person' }],
  mentionList: [{ start: 0, end: 10, text: 'Mara Ilves', kind: 'name', entities: ['person:mara-ilves'] }],
  statementList: [],
});

describe('an excerpt', () => {
  it('holds the sentences that are asked for and nothing else of the text', () => {
    const { article: cut } = excerpt(article(TEXT), [
      [20, 39],
      [58, 76],
    ]);
    expect(cut.text.split('[…]').map((part) => part.trim())).toEqual(['Tomas Reyl met her.', 'They spoke of tea.']);
    expect(cut.mentionList).toEqual([]);
    expect(cut.nodes).toEqual([]);
  });

  it('keeps mentions that stand in its sentences', () => {
    const { article: cut } = excerpt(article(TEXT), [[0, 19]]);
    expect(cut.mentionList.map(({ start, end }) => cut.text.slice(start, end))).toEqual(['Mara Ilves']);
  });

  it('tells where each span stands, whatever overlaps', () => {
    const span = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 16 }))
      .map(([start, n]): [number, number] => [start, start + n]);
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), (spans) => {
        const { article: cut, move } = excerpt(article(TEXT), spans);
        for (const each of spans) {
          const [start, end] = move(each) ?? [0, 0];
          expect(cut.text.slice(start, end)).toBe(TEXT.slice(...each));
        }
      }),
    );
  });
});
