import { describe, expect, it } from 'vitest';
import { loadModel, type NameLabel } from '../../../src/language/index.ts';
import type { Token } from '../../../src/language/sentence.ts';
import { datesOf } from '../../../src/relations/dates.ts';
import { readAndRelate, saying } from '../../support/statements.ts';

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
    ['They met often over the last 18 months.', '2022-11/2024-05'],
    ['They fought for the past three years.', '2021/2024'],
    ['He has been in prison for the past month.', '2024-04/2024-05'],
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

  it('is the one that opens the sentence for all of its clauses, and any other for its own alone', () => {
    const clauses = (first: string, behind: string) =>
      `${first} [PER Anna/NNP/nsubj<met Keller/NNP/flat<Anna] met=meet/VBD/root [PER Peter/NNP/obj<met Novak/NNP/flat<Peter] ${behind} and/CC/cc<praised [PER Mara/NNP/nsubj<praised Ilves/NNP/flat<Mara] praised=praise/VBD/conj<met [LOC Norway/NNP/obj<praised] ./.`;
    const monday = 'on/IN/case<Monday Monday/NNP/obl<met';
    expect(saying([clauses(`${monday} ,/,`, '')]).of('Mara Ilves → praised → Norway').date).toBe('2024-05-13');
    expect(saying([clauses('', monday)]).of('Mara Ilves → praised → Norway').date).toBeUndefined();
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

describe('the date of a statement in a longer sentence', () => {
  const model = loadModel();
  const cast: Readonly<Record<string, NameLabel>> = {
    'Anna Keller': 'PER',
    'Peter Novak': 'PER',
    Norway: 'LOC',
    Denmark: 'LOC',
    Sweden: 'LOC',
    Oslo: 'LOC',
  };
  const said = (text: string, edge: string) => readAndRelate(text, model, cast).of(edge);

  it('is the coming one for what the present tense announces, which is planned then', () => {
    const visit = said('Anna Keller visits Norway next week.', 'Anna Keller → visited → Norway');
    expect([visit.date, visit.modality]).toEqual(['2024-05-20/2024-05-26', 'planned']);
    const meeting = said('Anna Keller is meeting Peter Novak on Friday.', 'Anna Keller → met → Peter Novak');
    expect([meeting.date, meeting.modality]).toEqual(['2024-05-17', 'planned']);
    const perhaps = said('Anna Keller may visit Norway on Friday.', 'Anna Keller → visited → Norway');
    expect([perhaps.date, perhaps.modality]).toEqual(['2024-05-17', 'possible']);
    const today = said('Anna Keller visits Norway on Thursday.', 'Anna Keller → visited → Norway');
    expect([today.date, today.modality]).toEqual(['2024-05-16', 'actual']);
  });

  const cases: [text: string, edge: string, date: string | undefined][] = [
    ['Officials said Friday Anna Keller is not planning to visit Norway.', 'Anna Keller → visited → Norway', undefined],
    ['The ministry said on Tuesday Anna Keller visited Norway.', 'Anna Keller → visited → Norway', undefined],
    ['Anna Keller visited Norway on Tuesday, but Peter Novak left Oslo.', 'Peter Novak → left → Oslo', undefined],
    [
      'Anna Keller praised Peter Novak during talks in Oslo on Tuesday.',
      'Anna Keller → praised → Peter Novak',
      '2024-05-14',
    ],
    ['Thousands marched on Tuesday as Anna Keller met Peter Novak.', 'Anna Keller → met → Peter Novak', '2024-05-14'],
    ['Peter Novak was named Monday to lead Norway.', 'Peter Novak → leads → Norway', undefined],
    [
      'Officials met Tuesday to discuss the agenda of an upcoming summit between Anna Keller and Peter Novak.',
      'Anna Keller → met → Peter Novak',
      undefined,
    ],
    [
      'A soldier was killed Monday near Oslo, where Denmark has fought against Sweden.',
      'Denmark → fought → Sweden',
      undefined,
    ],
  ];
  for (const [text, edge, date] of cases)
    it(`${date === undefined ? 'is none for' : `is ${date} for`} "${edge}" in "${text}"`, () => {
      expect(said(text, edge).date).toBe(date);
    });
});
