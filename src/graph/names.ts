import { createHash } from 'node:crypto';
import { countryOf, titleKind } from '../lexicon/index.ts';
import type { EntityType } from '../ontology.ts';

/** Letters that Unicode does not take apart into a base letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Longer keys would not fit an index page of the store. */
const LONGEST_SLUG = 100;

/** A name without case, marks, punctuation and leading article, words apart by one space: "the U.N." → "un". */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðþßæœı]/gu, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/['’ʼ`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/u, '')
    .replace(/(?<![\p{L}\p{N}])\p{L}(?: \p{L}(?![\p{L}\p{N}]))+/gu, (initials) => initials.replaceAll(' ', ''));
}

const hash = (text: string, digits: number): string => createHash('sha256').update(text).digest('hex').slice(0, digits);

/**
 * What a name is known by: two names of one type are the same name where this is equal. A country's names all lead
 * to the one that English news uses. Readable, stable, and a function of type and name alone: "person:mara-ilves".
 */
export function nameKey(type: EntityType, name: string): string {
  const country = type === 'place' ? countryOf(name) : null;
  const slug = foldName(country?.label ?? name).replaceAll(' ', '-');
  if (slug === '') return `${type}:${hash(name, 8)}`;
  if (slug.length > LONGEST_SLUG) return `${type}:${slug.slice(0, LONGEST_SLUG)}-${hash(slug, 8)}`;
  return `${type}:${slug}`;
}

const words = (name: string): string[] => name.split(/[\s-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Whether `name` is made of the first letters of the capitalised words of `full` ("IMF", "U.N."). */
export function isAcronymOf(name: string, full: string): boolean {
  const letters = name.replaceAll('.', '');
  if (!/^\p{Lu}{2,8}$/u.test(letters)) return false;
  const initials = words(full)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0));
  return initials.length > 1 && initials.join('') === letters;
}

/**
 * Whether an alias names the thing across articles as surely as its label does. Short names ("Ilves", "the
 * ministry") are sure only within their article: a person's alias must be a full name, any other's an acronym.
 */
export function isSureAlias(type: EntityType, alias: string, label: string): boolean {
  if (type === 'place') return false;
  if (type !== 'person') return isAcronymOf(alias, label);
  const parts = words(alias);
  const first = parts[0];
  return first !== undefined && parts.length > 1 && first.replaceAll('.', '').length > 1 && titleKind(first) === null;
}
