import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { remember } from '../lexicon/index.ts';

const words = z.array(z.string());
const nouns = z
  .strictObject({
    male: words,
    female: words,
    person: words,
    group: words,
    broader: z.record(z.string(), words),
    country: words,
    city: words,
    statesman: words,
    generic: words,
  })
  .parse(JSON.parse(readFileSync(new URL('./data/nouns.json', import.meta.url), 'utf8')));

const male = new Set(nouns.male);
const female = new Set(nouns.female);
const person = new Set([...nouns.person, ...nouns.male, ...nouns.female]);
const group = new Set(nouns.group);
const broader = new Map(Object.entries(nouns.broader).map(([noun, heads]) => [noun, new Set(heads)]));

/** The nouns that a country, and those that a city, is called by. */
export const COUNTRY_NOUNS: ReadonlySet<string> = new Set(nouns.country);
export const CITY_NOUNS: ReadonlySet<string> = new Set(nouns.city);
/** Offices of heads of state and government, and the words that stand for any high office. */
export const STATESMEN: ReadonlySet<string> = new Set(nouns.statesman);
export const GENERIC_OFFICES: ReadonlySet<string> = new Set(nouns.generic);

/** Whether a noun (lemma, lower case) calls a human being. */
export const isPersonNoun = remember((noun) => person.has(noun) || /(?:man|woman|person)$/u.test(noun));
/** Whether it calls a body of people, so that both "it" and "they" can stand for it. */
export const isGroupNoun = (noun: string): boolean => group.has(noun);
/** The gender that a noun says ("widow"), if it says one. */
export const genderOfNoun = (noun: string): 'male' | 'female' | null =>
  male.has(noun) ? 'male' : female.has(noun) ? 'female' : null;

/** Whether "the NOUN" can speak of something that is called by `kind`: the noun itself, or a narrower word. */
export const isKindOf = (kind: string, noun: string): boolean =>
  kind === noun || (broader.get(noun)?.has(kind) ?? false);
