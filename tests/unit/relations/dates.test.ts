import { describe, expect, it } from 'vitest';
import type { Token } from '../../../src/language/sentence.ts';
import { datesOf } from '../../../src/relations/dates.ts';
import { saying } from '../../support/statements.ts';

/** The dates of a text, its words parted at spaces; `named` holds words that belong to a name. */
function dates(text: string, reference: string | null = '2024-05-16', named: readonly string[] = []) {
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].map(
    ({ 0: form, index }): Token => ({
      start: index,
      end: index + form.length,
      form,
      upos: /^\d+$/.test(form) ? 'NUM' : 'X',
      xpos: 'X',
      lemma: form,
      head: -1,
      relation: 'dep',
      margin: 1,
    }),
  );
  const sentence = { start: 0, end: text.length, tokens, names: [], kind: 'paragraph' as const };
  return datesOf(text, sentence, reference, (t) => named.includes(tokens[t]?.form ?? ''));
}

describe('dates', () => {
  const past: [string, string][] = [
    ['They met on 4 March 2019.', '2019-03-04'],
    ['They met in March 2019.', '2019-03'],
    ['In 2007 they met.', '2007'],
    ['They met yesterday.', '2024-05-15'],
    ['They met on Tuesday.', '2024-05-14'],
    ['They met on Thursday.', '2024-05-16'],
    ['They met last month.', '2024-04'],
    ['They met earlier this month.', '2024-05'],
    ['They met in September.', '2023-09'],
    ['They met two years ago.', '2022'],
    ['They met at the end of last month.', '2024-04'],
    ['They met at the beginning of the month, on 2 May.', '2024-05-02'],
    ['They met last week.', '2024-05-06/2024-05-12'],
    ['The war lasted from 1939 to 1945.', '1939/1945'],
    ['Earlier in the day they met.', '2024-05-16'],
  ];
  for (const [text, date] of past)
    it(`reads "${text}" as ${date}`, () => {
      expect(dates(text).map((one) => one.past)).toEqual([date]);
    });

  it('keeps the coming day for what is still to happen', () => {
    expect(dates('They will meet on Friday.')[0]?.future).toBe('2024-05-17');
    expect(dates('They will meet in January.')[0]?.future).toBe('2025-01');
  });

  it('takes no length of time, no score and no verb for a date', () => {
    for (const text of ['They talked for two years.', 'It ended 3 - 2.', 'They may march.', 'He spent 2,000 dollars.'])
      expect(dates(text)).toEqual([]);
  });

  it('counts nothing from the day of the article that is counted from what is told', () => {
    for (const text of ['One year later they met.', 'They served for both in the next five years.'])
      expect(dates(text)).toEqual([]);
  });

  it('takes no part of a name for a date', () => {
    expect(dates('She reads the Sunday Times.', '2024-05-16', ['Sunday', 'Times'])).toEqual([]);
  });

  it('resolves nothing relative without a date of the article', () => {
    expect(dates('They met on Tuesday and last month.', null)).toEqual([]);
    expect(dates('They met on 4 March 2019.', null).map((one) => one.past)).toEqual(['2019-03-04']);
  });

  it('points at the words of the date', () => {
    const text = 'They met on 4 March 2019.';
    expect(dates(text).map(({ span }) => text.slice(...span))).toEqual(['on 4 March 2019']);
  });
});

describe('the date of a statement', () => {
  const two =
    '[PER Anna/NNP/nsubj<met Keller/NNP/flat<Anna] met=meet/VBD/root [PER Peter/NNP/obj<met Novak/NNP/flat<Peter] on/IN/case<Monday Monday/NNP/obl<met and/CC/cc<praised praised=praise/VBD/conj<met [LOC Norway/NNP/obj<praised] ./.';

  it('is that of its own clause and of what is coordinated with it', () => {
    const said = saying([two]);
    expect(said.of('Anna Keller → met → Peter Novak').date).toBe('2024-05-13');
    expect(said.of('Anna Keller → praised → Norway').date).toBe('2024-05-13');
  });

  it('is not that of the clause which reports it', () => {
    const said = saying([
      '[PER Anna/NNP/nsubj<said Keller/NNP/flat<Anna] said=say/VBD/root on/IN/case<Monday Monday/NNP/obl<said that/IN/mark<praised [PER Peter/NNP/nsubj<praised Novak/NNP/flat<Peter] praised=praise/VBD/ccomp<said [LOC Norway/NNP/obj<praised] ./.',
    ]);
    expect(said.of('Peter Novak → praised → Norway').date).toBeUndefined();
  });

  it('is left out for an office', () => {
    const said = saying([
      '[DEM Norwegian/JJ/amod<Minister] Prime/NNP/amod<Minister Minister/NNP/nmod:desc<Anna [PER Anna/NNP/nsubj<met Keller/NNP/flat<Anna] met=meet/VBD/root [PER Peter/NNP/obj<met Novak/NNP/flat<Peter] on/IN/case<Monday Monday/NNP/obl<met in/IN/case<Norway [LOC Norway/NNP/obl<met] ./.',
    ]);
    expect(said.of('Anna Keller → leads → Norway').date).toBeUndefined();
    expect(said.of('Anna Keller → leads → Norway').role).toBe('Prime Minister');
  });
});
