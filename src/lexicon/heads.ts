import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { EntityType } from '../ontology.ts';
import { remember } from './remember.ts';

const HEADED = ['organization', 'facility', 'event', 'document', 'place'] as const;
type HeadedType = (typeof HEADED)[number];
const Lists = z.record(z.enum(HEADED), z.array(z.string()));

function indexOf(file: string): ReadonlyMap<string, HeadedType> {
  const lists = Lists.parse(JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')));
  return new Map(HEADED.flatMap((type) => lists[type].map((word) => [word, type] as const)));
}

const heads = indexOf('heads.json');
const fronts = indexOf('fronts.json');
const classNouns = indexOf('class-nouns.json');

/**
 * The type of a name whose head is this word: "Ministry" → organization, "Airport" → facility, "Summit" → event,
 * "Treaty" → document, "Island" → place; null for a word that says nothing. Case does not matter.
 */
export const headType = remember(
  (word: string): Exclude<EntityType, 'person'> | null => heads.get(word.toLowerCase().replace(/\.$/u, '')) ?? null,
);

/** The type of a name that begins with these words: "Hurricane" → event, "Mount" → place, "USS" → facility; or null. */
export const frontType = (words: string): Exclude<EntityType, 'person'> | null =>
  fronts.get(words.toLowerCase()) ?? null;

/**
 * The type of what a common noun calls: "the cruise ship Aurora" is a facility, "the daily Le Phare" an organization;
 * null for nouns of persons, which `roleKind` knows, and of anything else. In the singular, in small letters.
 */
export const nounType = (noun: string): Exclude<EntityType, 'person'> | null => classNouns.get(noun) ?? null;

const subjects = new Set(
  z.array(z.string()).parse(JSON.parse(readFileSync(new URL('./data/subjects.json', import.meta.url), 'utf8'))),
);

/** Whether a word says what ministries, institutes and the like are for: "Trade", "Science", "Refugee". */
export const isSubject = (word: string): boolean => subjects.has(word.toLowerCase());
