import { remember } from '../../lexicon/index.ts';
import type { Discourse } from '../discourse.ts';
import type { Phrase } from '../phrase.ts';

/** A name as it is compared: no accents, case, article, possessive 's, stops or hyphens. */
export const nameKey = remember((text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('#', '')
    .replace(/^the\s+/u, '')
    .replace(/'s?(?=\s|$)/gu, '')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b|$|\s)/gu, '')
    .replace(/(?<=\p{L}{2})\.$/u, '')
    .replace(/[-–\s]+/gu, ' ')
    .trim(),
);

/** The words of a name's key. */
export const nameWords = (text: string): string[] => nameKey(text).split(' ');

/** The names of an article that are no adjectives, with their indices, in order. */
export function* namesOf(discourse: Discourse): Iterable<[index: number, phrase: Phrase]> {
  for (const [index, phrase] of discourse.phrases.entries())
    if (phrase.kind === 'name' && !phrase.adjective) yield [index, phrase];
}

/** Whether names of these types can be of one thing: persons only with persons. */
export const typesAgree = (a: Phrase, b: Phrase): boolean => (a.type === 'person') === (b.type === 'person');
