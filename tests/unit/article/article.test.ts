import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeArticle } from '../../../src/article/index.ts';

const read = (text: string, about = {}) => {
  const article = makeArticle(text, about);
  return { ...article, said: article.blocks.map((block) => [block.kind, text.slice(block.start, block.end)]) };
};

describe('an article’s head', () => {
  it('finds title and date line above the paragraphs', () => {
    const { title, date, said } = read(
      'Harbour opens again in Varna\n\nMonday, May 18, 2015\n\nThe port opened on Sunday.\n',
    );
    expect(title).toBe('Harbour opens again in Varna');
    expect(date).toBe('2015-05-18');
    expect(said).toEqual([
      ['title', 'Harbour opens again in Varna'],
      ['paragraph', 'The port opened on Sunday.'],
    ]);
  });

  it('takes a date that stands before the first sentence', () => {
    const { date, said } = read('A flag for the island\n\nThursday, May 7, 2015 On Tuesday, the mayor spoke.');
    expect(date).toBe('2015-05-07');
    expect(said.at(-1)).toEqual(['paragraph', 'On Tuesday, the mayor spoke.']);
  });

  it('does not take a date inside a sentence for a date line', () => {
    const { date, said } = read('May 7, 2015 was a warm day in Varna. Nobody worked.');
    expect(date).toBeNull();
    expect(said).toEqual([['paragraph', 'May 7, 2015 was a warm day in Varna. Nobody worked.']]);
  });

  it('reads place and date of a dateline, and keeps the place as a block of its own', () => {
    const { date, said } = read(' date 2021-05-03 Varna [Bulgaria], May 3 : Mara Ilves met Tomas Reyl.');
    expect(date).toBe('2021-05-03');
    expect(said).toEqual([
      ['dateline', 'Varna [Bulgaria]'],
      ['paragraph', 'Mara Ilves met Tomas Reyl.'],
    ]);
  });

  it.each([
    ['VARNA, Bulgaria, May 3, 2021 (AP) — Ships left.', 'VARNA, Bulgaria', '2021-05-03'],
    ['VARNA (Reuters) - Ships left.', 'VARNA', null],
    ['Old Varna, May 3, 2021 (BTA) Ships left.', 'Old Varna', '2021-05-03'],
    ['VARNA (BTA News / Novinite - 3rd May, 2021) Ships left.', 'VARNA', null],
    ['VARNA -- Ships left.', 'VARNA', null],
    ['VARNA, MAY 3, 2021 (BTA) – Ships left.', 'VARNA', '2021-05-03'],
  ])('knows the dateline of %s', (text, place, date) => {
    const article = read(text);
    expect(article.said[0]).toEqual(['dateline', place]);
    expect(article.date).toBe(date);
  });

  it.each(['Analysts: the port will close.', 'Mara Ilves - a mayor - left.'])('sees no dateline in %s', (text) => {
    expect(read(text).said).toEqual([['paragraph', text]]);
  });

  it('lets what the caller knows win over what the text says', () => {
    const text = 'A headline\n\nMonday, May 18, 2015\n\nA sentence.';
    const { title, date } = read(text, { title: 'Another', date: '2020-01-01' });
    expect([title, date]).toEqual(['Another', '2020-01-01']);
  });
});

describe('what is not read', () => {
  it('leaves out addresses, disclaimers, bylines and "read more" lines', () => {
    const text = [
      'By Mara Ilves',
      'The port opened. It is large.',
      'https://example.org/a?b=1',
      '#port #varna',
      'Read more about the port',
      'Disclaimer: This post has been published from a feed.',
    ].join('\n\n');
    expect(read(text).said).toEqual([['paragraph', 'The port opened. It is large.']]);
  });

  it('skips the sign of a hashtag and an address inside a sentence', () => {
    const text = 'He met #Reyl (see https://example.org/#top) in Varna.';
    const { skips } = makeArticle(text);
    expect(skips.map(([start, end]) => text.slice(start, end))).toEqual(['#', 'https://example.org/#top']);
  });

  it('cuts an image credit off a caption', () => {
    expect(read('The mayor at the port. Image: City of Varna.').said).toEqual([
      ['paragraph', 'The mayor at the port.'],
    ]);
  });
});

describe('paragraphs', () => {
  it('joins lines that were wrapped by hand', () => {
    const text =
      'The mayor of the town said on Monday that the port of the\ncity would be opened again before the end of the year.';
    expect(read(text).said).toHaveLength(1);
  });

  it('parts lines that end as sentences do', () => {
    expect(read('The port opened.\nThe ships left.').said).toHaveLength(2);
  });

  it('keeps blocks in order, disjoint, inside the text and without blanks at their ends, whatever the text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '',
        ' ',
        'Monday, May 18, 2015',
        'VARNA (AP) - Ships left.',
        '#a https://b.c',
        'By A B',
        'Image: x',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = `${lines.join('\n')}x`.replaceAll('\0', '');
        const { blocks, skips } = makeArticle(text);
        let last = 0;
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        expect(skips.flat()).toEqual(skips.flat().toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a text that is none', () => {
  it('refuses an empty one and says so', () => {
    expect(() => makeArticle(' \n\uFEFF', {}, 'file "a.txt"')).toThrow('file "a.txt" is empty');
  });

  it('refuses a binary one and says so', () => {
    expect(() => makeArticle('PK\0\0', {}, 'file "a.zip"')).toThrow('file "a.zip" is binary, not text');
  });
});
