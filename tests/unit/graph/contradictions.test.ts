import { describe, expect, it } from 'vitest';
import { contradictionOf, type EdgeClaim } from '../../../src/graph/index.ts';

const claim = (said: Partial<EdgeClaim>): EdgeClaim => ({
  key: 'e0',
  source: 'person:mara-ilves',
  target: 'person:tomas-reyl',
  type: 'met',
  modality: 'actual',
  date: null,
  since: null,
  until: null,
  role: null,
  roleOf: null,
  place: null,
  targetLabel: 'Tomas Reyl',
  ...said,
});
const on = (day: string) => ({ date: day, since: day, until: day });
const told = (since: string, until = since) => ({ since, until });
const between = (a: EdgeClaim, b: EdgeClaim, apart = true) => [
  contradictionOf(a, b, apart),
  contradictionOf(b, a, apart),
];

describe('two leaders of one body', () => {
  const leads = (source: string, role: string, since: string, until?: string) =>
    claim({ type: 'leads', source, target: 'organization:north-bank', role, ...told(since, until) });

  it('contradict each other where one reports lie among the others', () => {
    const [a, b] = [
      leads('a', 'Chief Executive', '2024-01-01', '2024-06-01'),
      leads('b', 'chief executive officer', '2024-03-01'),
    ];
    expect(between(a, b)).toEqual(['leaders', 'leaders']);
  });

  it('do not where one followed the other, or they hold offices of which there are several', () => {
    expect(between(leads('a', 'president', '2024-01-01', '2024-02-01'), leads('b', 'president', '2024-03-01'))).toEqual(
      [null, null],
    );
    const day = '2024-01-01';
    for (const role of ['vice president', 'director', 'former president', 'acting president', 'commander'])
      expect(between(leads('a', 'president', day), leads('b', role, day))).toEqual([null, null]);
    expect(between(leads('a', 'chairman', day), leads('b', 'president', day))).toEqual([null, null]);
    expect(between(leads('a', 'co-president', day), leads('b', 'co-president', day))).toEqual([null, null]);
  });
});

describe('two dates of a meeting', () => {
  it('contradict each other where they are close and no article tells both', () => {
    expect(between(claim(on('2024-05-01')), claim(on('2024-05-02')))).toEqual(['meeting', 'meeting']);
  });

  it('are two meetings where they are far apart, at two places, or told by one article', () => {
    const [a, b] = [claim(on('2024-05-01')), claim(on('2024-05-02'))];
    expect(between(a, b, false)).toEqual([null, null]);
    expect(between(a, claim(on('2024-05-09')))).toEqual([null, null]);
    expect(between({ ...a, place: 'place:varna' }, { ...b, place: 'place:oslo' })).toEqual([null, null]);
    expect(between(a, claim({ date: '2024-05', since: '2024-05-01', until: '2024-05-31' }))).toEqual([null, null]);
  });
});

describe('two births', () => {
  const born = (target: string, more: Partial<EdgeClaim> = {}) =>
    claim({ type: 'born_in', target: `place:${target.toLowerCase()}`, targetLabel: target, ...more });

  it('contradict each other in two countries, in two towns, and on two days', () => {
    expect(between(born('Norway'), born('Chile'))).toEqual(['birthplace', 'birthplace']);
    expect(between(born('Dalfen'), born('Korlund'))).toEqual(['birthplace', 'birthplace']);
    expect(between(born('Dalfen', on('1960-03-02')), born('Dalfen', on('1961-03-02')))).toEqual([
      'birthdate',
      'birthdate',
    ]);
  });

  it('do not where one place lies, or may lie, in the other, or one date holds the other', () => {
    expect(between(born('Dalfen'), born('Korlund'), false)).toEqual([null, null]);
    expect(between(born('Dalfen'), born('Norway'))).toEqual([null, null]);
    const year = { date: '1960', since: '1960-01-01', until: '1960-12-31' };
    expect(between(born('Dalfen', on('1960-03-02')), born('Dalfen', year))).toEqual([null, null]);
  });
});

describe('what is said and denied', () => {
  it('is a contradiction on one day, and in reports of one week', () => {
    expect(between(claim(on('2024-05-01')), claim({ ...on('2024-05-01'), modality: 'negated' }))).toEqual([
      'denied',
      'denied',
    ]);
    expect(between(claim(told('2024-05-01')), claim({ ...told('2024-05-04'), modality: 'negated' }))).toEqual([
      'denied',
      'denied',
    ]);
  });

  it('is none of other days, of other nodes, and of what is only planned', () => {
    expect(between(claim(on('2024-05-01')), claim({ ...on('2024-05-02'), modality: 'negated' }))).toEqual([null, null]);
    expect(between(claim(told('2024-05-01')), claim({ ...told('2024-06-04'), modality: 'negated' }))).toEqual([
      null,
      null,
    ]);
    expect(between(claim({ modality: 'planned' }), claim({ modality: 'negated' }))).toEqual([null, null]);
    expect(between(claim({}), claim({ target: 'person:oda-brandt', modality: 'negated' }))).toEqual([null, null]);
  });
});
