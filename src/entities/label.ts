import { worldBodyOf } from '../lexicon/index.ts';
import type { EntityType } from '../ontology.ts';
import type { Entity } from './entity.ts';
import type { Phrase } from './phrase.ts';

/** The entity that names, all of one thing, make: at least one is wanted. A former name is an alias, not the label. */
export function entityOf(names: readonly Phrase[], isFormer: (name: Phrase) => boolean): Entity {
  const type = typeOf(names);
  const forms = new Map<string, number>();
  for (const name of names) if (!name.adjective) forms.set(formOf(name), (forms.get(formOf(name)) ?? 0) + 1);
  const country = names.find((name) => name.country !== undefined)?.country;
  const former = new Set(names.filter(isFormer).map(formOf));
  const today = new Map([...forms].filter(([form]) => !former.has(form)));
  const label = labelOf(today.size ? today : forms, country, type);
  const quiet = type === 'person' || (type === 'place' && isShouted(label)) ? label.replace(SHOUTED, lowered) : label;
  return { label: quiet, type, aliases: [...forms.keys()].filter((form) => form !== quiet).sort() };
}

/** "VARNA", in a dateline or a headline; shorter ones may be abbreviations. */
const isShouted = (form: string): boolean => form === form.toUpperCase() && /\p{Lu}{5}/u.test(form);

/** A word in capitals ("Asif ALI"); without a vowel it is made of initials. */
const SHOUTED = /(?<!\p{L})(?=\p{L}*[AEIOUY])\p{Lu}{3,}(?!\p{L})/gu;

const lowered = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

/** A name on one line, without a hashtag's sign or the article in front. */
const formOf = ({ text }: Phrase): string =>
  text
    .replaceAll('#', '')
    .replace(/\s+/gu, ' ')
    .replace(/^the (?=\p{Lu})/u, '')
    .replace(/['’]s?$/u, '');

/** The type that most names have; of equals, the first's. */
function typeOf(names: readonly Phrase[]): EntityType {
  const counts = new Map<EntityType, number>();
  for (const { type, adjective } of names) if (type) counts.set(type, (counts.get(type) ?? 0) + (adjective ? 0.1 : 1));
  let best: EntityType = 'organization';
  let most = 0;
  for (const [type, count] of counts) if (count > most) [best, most] = [type, count];
  return best;
}

/** The fullest form: a country's usual name, else the one of most words that is no abbreviation. */
function labelOf(forms: ReadonlyMap<string, number>, country: string | undefined, type: EntityType): string {
  if (country !== undefined && (forms.size === 0 || forms.has(country))) return country;
  const ranked = [...forms].sort(
    ([a, m], [b, n]) => fullness(b, type) - fullness(a, type) || n - m || (a < b ? -1 : 1),
  );
  return ranked[0]?.[0] ?? country ?? '';
}

function fullness(form: string, type: EntityType): number {
  const isShort = /^[\p{Lu}\d.&-]{2,8}$/u.test(form);
  const length = type === 'place' ? form.length / 100 : form.split(' ').length + form.length / 100;
  return length - (isShort ? 10 : 0) - (isShouted(form) ? 5 : 0) + (worldBodyOf(form) === form ? 5 : 0);
}
