import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { remember } from './remember.ts';

const Record = z.strictObject({
  label: z.string(),
  names: z.array(z.string()),
  adjectives: z.array(z.string()),
  people: z.array(z.string()),
  capitals: z.array(z.string()),
});
const Countries = z.array(Record);
const Places = z.strictObject({
  nation: z.array(Record),
  region: z.array(Record),
  historic: z.array(Record),
  state: z.array(Record),
});

/** A country or another place that has a demonym. */
export interface Country {
  /** As English news calls it: "South Korea", "United Kingdom". */
  label: string;
  /**
   * `country`: a state of today, or a dependency; `nation`: part of one, or one that few recognise (Scotland,
   * Chechnya); `historic`: a state that is no more; `region`: a continent, sea or landscape; `state`: of a federation.
   */
  kind: 'country' | 'nation' | 'historic' | 'region' | 'state';
  /** Every other name and abbreviation, without article. */
  names: readonly string[];
  /** "South Korean" */
  adjectives: readonly string[];
  /** What its people are called where that is not an adjective of the list: "Danes". */
  people: readonly string[];
  capitals: readonly string[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8'));

const places = Places.parse(read('places.json'));
/** All countries and regions; where two share a name, the first has it. */
export const COUNTRIES: readonly Country[] = [
  ...Countries.parse(read('countries.json')).map((c) => ({ kind: 'country' as const, ...c })),
  ...(['nation', 'historic', 'region', 'state'] as const).flatMap((kind) => places[kind].map((c) => ({ kind, ...c }))),
];

function indexed(words: (country: Country) => readonly string[]): ReadonlyMap<string, Country> {
  const index = new Map<string, Country>();
  const put = (word: string, country: Country) => {
    if (!index.has(word)) index.set(word, country);
  };
  for (const country of COUNTRIES) for (const word of words(country)) put(word, country);
  // headlines; short names in capitals would be taken for abbreviations
  for (const [word, country] of [...index]) if (word.length > 3) put(word.toUpperCase(), country);
  return index;
}

const byName = indexed((c) => [c.label, ...c.names]);
const byDemonym = indexed((c) => [...c.adjectives, ...c.people, ...c.adjectives.filter(takesS).map((a) => `${a}s`)]);
const byCapital = indexed((c) => c.capitals);

/** "Russians", but not "Chinese", "British", "Swiss", "Dutch" with an s. */
function takesS(adjective: string): boolean {
  return !/(?:ese|ss|sh|ch|ois|s)$/u.test(adjective);
}

const bare = remember((name: string): string => name.replace(/^the\s+/iu, '').replaceAll('’', "'"));

/**
 * The country, nation, region or federal state of that name ("Britain", "the U.S.", "USSR", "Texas"), or null.
 * Case counts: "US" is a country, "us" is not.
 */
export const countryOf = (name: string): Country | null => byName.get(bare(name)) ?? null;

/** The country or region that a demonym speaks of: "Russian", "North Koreans", "Briton"; or null. Case counts. */
export const countryOfDemonym = (word: string): Country | null => byDemonym.get(bare(word)) ?? null;

/** The country whose capital bears that name ("Nairobi"), or null. */
export const countryOfCapital = (city: string): Country | null => byCapital.get(bare(city)) ?? null;

/** The capitals of the country of that name: none where it has none or is not known. */
export const capitalsOf = (name: string): readonly string[] => countryOf(name)?.capitals ?? [];
