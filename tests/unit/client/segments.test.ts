import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from '../../../client/src/state/segments.ts';

const anyMarks = fc.array(
  fc.tuple(fc.nat(60), fc.nat(60), fc.string()).map(([start, end, value]) => ({ start, end, value })),
);

describe('segments', () => {
  it('gives the text back, whatever is marked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), anyMarks, fc.nat(20), (text, marks, offset) => {
        const pieces = segments(text, marks, offset);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => text.startsWith(piece.text, piece.start - offset))).toBe(true);
      }),
    );
  });

  it('marks each piece with exactly the marks that lie over it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 50 }), anyMarks, (text, marks) => {
        for (const { start, text: words, marks: over } of segments(text, marks)) {
          const expected = marks.filter(
            (mark) => mark.start <= start && mark.end >= start + words.length && mark.start < mark.end,
          );
          expect([...over].sort()).toEqual(expected.map(({ value }) => value).sort());
        }
      }),
    );
  });

  it('parts nested and overlapping marks, the longest first', () => {
    const text = 'the embassy of Varna';
    const marks = [
      { start: 4, end: 20, value: 'embassy' },
      { start: 15, end: 20, value: 'Varna' },
      { start: 0, end: 11, value: 'subject' },
    ];
    expect(segments(text, marks).map((piece) => `${piece.text}: ${piece.marks.join(', ')}`)).toEqual([
      'the : subject',
      'embassy: embassy, subject',
      ' of : embassy',
      'Varna: embassy, Varna',
    ]);
  });
});
