import { describe, expect, it } from 'vitest';
import {
  COUNTRIES,
  capitalsOf,
  countryOf,
  countryOfCapital,
  countryOfDemonym,
  frontType,
  genderOf,
  headType,
  isFirstName,
  isPlatform,
  isSubject,
  matchPlace,
  nounType,
  roleKind,
  titleKind,
  worldBodyOf,
} from '../../../src/lexicon/index.ts';

describe('countries', () => {
  it.each([
    ['the U.S.', 'United States'],
    ['US', 'United States'],
    ['UK', 'United Kingdom'],
    ['Britain', 'United Kingdom'],
    ['DPRK', 'North Korea'],
    ['Republic of Korea', 'South Korea'],
    ['Russian Federation', 'Russia'],
    ['UAE', 'United Arab Emirates'],
    ['USSR', 'Soviet Union'],
    ['Burma', 'Myanmar'],
    ['Scotland', 'Scotland'],
    ['Texas', 'Texas'],
    ['Georgia', 'Georgia'],
    ['FRANCE', 'France'],
  ])('calls %s %s', (name, label) => {
    expect(countryOf(name)?.label).toBe(label);
  });

  it('does not take small words or codes for countries', () => {
    for (const word of ['us', 'it', 'IT', 'IN', 'is', 'to', 'who', 'Mara']) expect(countryOf(word)).toBeNull();
  });

  it.each([
    ['Russian', 'Russia'],
    ['North Koreans', 'North Korea'],
    ['British', 'United Kingdom'],
    ['Danes', 'Denmark'],
    ['American', 'United States'],
    ['Congolese', 'DR Congo'],
    ['Dominican', 'Dominican Republic'],
    ['Soviet', 'Soviet Union'],
    ['European', 'Europe'],
    ['Welsh', 'Wales'],
    ['Chinese', 'China'],
    ['Vatican', undefined],
  ])('traces the demonym %s to %s', (word, label) => {
    expect(countryOfDemonym(word)?.label).toBe(label);
  });

  it('knows capitals both ways', () => {
    expect(countryOfCapital('Nairobi')?.label).toBe('Kenya');
    expect(capitalsOf('South Africa')).toContain('Cape Town');
    expect(capitalsOf('Atlantis')).toEqual([]);
  });

  it('finds every country by its own label', () => {
    const lost = COUNTRIES.filter((c) => countryOf(c.label) !== c).map((c) => `${c.label} (${c.kind})`);
    expect(lost).toEqual([]);
  });
});

describe('offices', () => {
  it.each([
    ['President', 'leads'],
    ['prime ministers', 'leads'],
    ['former president', 'leads'],
    ['Russian president', 'leads'],
    ['chief executive of the firm', 'leads'],
    ['vice president', 'works_for'],
    ['deputy head', 'works_for'],
    ['deputy chairman', 'works_for'],
    ['foreign minister', 'works_for'],
    ['chief of staff of the army', 'works_for'],
    ['spokeswoman for the ministry', 'works_for'],
    ['ambassador to France', 'represents'],
    ['lawyers', 'represents'],
    ['congressmen', 'member_of'],
    ['the tall man', null],
  ])('%s: %s', (phrase, kind) => {
    expect(roleKind(phrase)).toBe(kind);
  });

  it('tells the kinds of titles apart', () => {
    expect(titleKind('Mr')).toBe('honorific');
    expect(titleKind('Prime Minister')).toBe('political');
    expect(titleKind('Lt. Gen.')).toBe('military');
    expect(titleKind('spokesman')).toBe('job');
    expect(titleKind('Spokesman')).toBe('job');
    expect(titleKind('mr')).toBeNull();
  });

  it('knows abbreviated offices in capitals, and takes no hour for one', () => {
    expect([roleKind('Deputy PM'), roleKind('former PM'), roleKind('PM'), roleKind('pm')]).toEqual([
      'works_for',
      'leads',
      'leads',
      null,
    ]);
  });
});

describe('names and heads', () => {
  it('knows first names with the gender that they are used with', () => {
    expect(isFirstName('Margaret')).toBe(true);
    expect(isFirstName('margaret')).toBe(false);
    expect([genderOf('Margaret'), genderOf('Gregory'), genderOf('Qwfp')]).toEqual(['female', 'male', null]);
  });

  it('reads the type of a name off its head', () => {
    expect(['Ministry', 'Airport', 'Summit', 'Treaty', 'Island', 'Bluebell'].map(headType)).toEqual([
      'organization',
      'facility',
      'event',
      'document',
      'place',
      null,
    ]);
  });

  it('reads the type of a name off its first word, and of a common noun', () => {
    expect([frontType('Hurricane'), frontType('Mount'), frontType('USS'), frontType('Blue')]).toEqual([
      'event',
      'place',
      'facility',
      null,
    ]);
    expect([nounType('ferry'), nounType('newspaper'), nounType('idea')]).toEqual(['facility', 'organization', null]);
    expect([isSubject('Agriculture'), isSubject('Bluebell')]).toEqual([true, false]);
  });

  it('finds places among the words of a sentence, the longest first', () => {
    const words = 'The United States and South African envoys met in New Delhi'.split(' ');
    expect(matchPlace(words, 1)).toMatchObject({ length: 2, as: 'name', country: { label: 'United States' } });
    expect(matchPlace(words, 4)).toMatchObject({ length: 2, as: 'demonym', country: { label: 'South Africa' } });
    expect(matchPlace(words, 9)).toMatchObject({ length: 2, as: 'capital', country: { label: 'India' } });
    expect(matchPlace(words, 0)).toBeNull();
  });

  it('knows where people post', () => {
    expect([isPlatform('Telegram'), isPlatform('telegram')]).toEqual([true, false]);
  });

  it('knows international bodies by their abbreviations', () => {
    expect(worldBodyOf('the UN')).toBe('United Nations');
    expect(worldBodyOf('who')).toBeNull();
  });
});
