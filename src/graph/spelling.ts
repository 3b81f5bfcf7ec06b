import { countryOf } from '../lexicon/index.ts';
import { byCodeUnit } from './identity.ts';
import { bareName, isShort } from './people.ts';

/** How often a form of words was the label of a thing in an article, and how often it was any of its names. */
export interface Spelling {
  form: string;
  labels: number;
  uses: number;
}

/**
 * What a thing is called over all articles: the form that most articles have as its label (then the longer one, then
 * the first by code units), and every other form, sorted. A country goes by the name that English news uses, where
 * any article does; of two people with one name, each is told by the year of birth. A person with a full name goes by no short one.
 */
export function chooseLabel(key: string, spellings: readonly Spelling[]): { label: string; aliases: string[] } {
  const labels = new Map<string, number>();
  for (const { form, labels: count } of spellings) labels.set(form, (labels.get(form) ?? 0) + count);
  const isPerson = key.startsWith('person:') && key.includes('-');
  const full = [...labels].filter(([form]) => !isPerson || !isShort(form));
  const ranked = (full.length > 0 ? full : [...labels]).sort(
    ([a, left], [b, right]) => right - left || b.length - a.length || byCodeUnit(a, b),
  );
  const first = ranked[0]?.[0] ?? key;
  const country = key.startsWith('place:') ? countryOf(first)?.label : undefined;
  const { born } = bareName(key);
  const name = country !== undefined && labels.has(country) ? country : first;
  const label = born === null ? name : `${name} (born about ${born})`;
  return { label, aliases: [...labels.keys()].filter((form) => form !== label).sort(byCodeUnit) };
}
