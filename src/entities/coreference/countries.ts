import type { Sieve } from './index.ts';
import { namesOf, nameWords } from './name-forms.ts';

/**
 * All names and demonyms of one country are one; a name without its direction ("Timor" of "East Timor") is the one
 * country of the article that ends so.
 */
export const countries: Sieve = function* (discourse, chains) {
  const first = new Map<string, number>();
  for (const [index, { country, type }] of discourse.phrases.entries()) {
    if (country === undefined || type !== 'place') continue;
    const before = first.get(country);
    if (before === undefined) first.set(country, index);
    else yield { phrase: index, to: [before], certainty: 1 };
  }
  for (const [short, index] of first) {
    const longer = [...first].filter(([country]) => country !== short && country.endsWith(` ${short}`));
    const [only] = longer;
    if (only && longer.length === 1 && LOOSE.test(only[0])) yield { phrase: index, to: [only[1]], certainty: 0.9 };
  }
  yield* partNames(discourse, chains);
};

/** Countries that are also called by their last word alone. */
const LOOSE = /^(?:North|South|East|West) /;

/** "State of Ohio" is Ohio, "Republic of X" is X, where X stands in the article too. */
const partNames: Sieve = function* (discourse) {
  const places = new Map<string, number>();
  for (const [index, phrase] of namesOf(discourse)) {
    const key = nameWords(phrase.text).join(' ');
    if (phrase.type === 'place' && !places.has(key)) places.set(key, index);
  }
  for (const [key, index] of places) {
    const bare =
      /^(?:state|city|republic|kingdom|commonwealth|province|town|territory|county|island) of (?:the )?(.+)$/u.exec(
        key,
      )?.[1];
    const other = bare === undefined ? undefined : places.get(bare);
    if (other !== undefined) yield { phrase: index, to: [other], certainty: 0.95 };
  }
};
