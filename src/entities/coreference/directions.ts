import { countryOf } from '../../lexicon/index.ts';
import type { Sieve } from './index.ts';
import { namesOf } from './name-forms.ts';

/**
 * "the North" is North X where the article speaks of it and a South X exists too; so in "North and South X".
 */
export const directions: Sieve = function* (discourse, chains) {
  const named = new Map<string, number[]>();
  for (const [index, phrase] of namesOf(discourse)) {
    const label = phrase.country ?? phrase.text;
    const direction = /^(North|South|East|West) (\p{Lu}.*)$/u.exec(label);
    if (!direction || phrase.text === direction[1] || !hasOpposite(direction[1] ?? '', direction[2] ?? '')) continue;
    const known = named.get(direction[1] ?? '') ?? [];
    if (known.every((one) => !chains.same(one, index))) named.set(direction[1] ?? '', [...known, index]);
  }
  for (const [index, phrase] of namesOf(discourse)) {
    const word = phrase.text.replace(/^[Tt]he /u, '');
    const [only, ...others] = named.get(word) ?? [];
    if (only !== undefined && !others.length && !chains.same(only, index))
      yield { phrase: index, to: [only], certainty: 0.9 };
  }
};

const OPPOSITE: ReadonlyMap<string, string> = new Map([
  ['North', 'South'],
  ['South', 'North'],
  ['East', 'West'],
  ['West', 'East'],
]);

const hasOpposite = (direction: string, rest: string): boolean =>
  countryOf(`${OPPOSITE.get(direction)} ${rest}`) !== null;
