import { COUNTRIES, type Country, countryOf, countryOfCapital, countryOfDemonym } from './countries.ts';
import { remember } from './remember.ts';

/** A place, a demonym or a capital found among the words of a sentence. */
export interface PlaceMatch {
  /** In words, from 1 up. */
  length: number;
  as: 'name' | 'demonym' | 'capital';
  country: Country;
}

/** How many words the longest entry has that begins with this word. */
const longest = new Map<string, number>();
for (const { label, names, adjectives, people, capitals } of COUNTRIES) {
  for (const entry of [label, ...names, ...adjectives, ...people, ...capitals]) {
    // the plurals of demonyms have other last words, so one-word entries are asked for anyway
    const words = entry.split(' ');
    const first = words[0] ?? '';
    for (const form of [first, first.toUpperCase()]) {
      longest.set(form, Math.max(longest.get(form) ?? 1, words.length));
    }
  }
}

/** The longest country, region, demonym or capital that begins with word `at`, or null. Words are as written. */
export function matchPlace(words: readonly string[], at: number): PlaceMatch | null {
  const most = longest.get(words[at] ?? '') ?? 1;
  for (let length = Math.min(most, words.length - at); length > 0; length--) {
    const phrase = length === 1 ? (words[at] ?? '') : words.slice(at, at + length).join(' ');
    const match = matchPhrase(phrase);
    if (match !== null) return { length, ...match };
  }
  return null;
}

const matchPhrase = remember((phrase: string): Omit<PlaceMatch, 'length'> | null => {
  if (phrase.toLowerCase().startsWith('the ')) return null;
  const named = countryOf(phrase);
  if (named !== null) return { as: 'name', country: named };
  const demonym = countryOfDemonym(phrase);
  if (demonym !== null) return { as: 'demonym', country: demonym };
  const capital = countryOfCapital(phrase);
  return capital === null ? null : { as: 'capital', country: capital };
});
