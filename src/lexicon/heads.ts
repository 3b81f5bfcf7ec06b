import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { EntityType } from '../ontology.ts';

const HEADED = ['organization', 'facility', 'event', 'document', 'place'] as const;
const heads = z
  .record(z.enum(HEADED), z.array(z.string()))
  .parse(JSON.parse(readFileSync(new URL('./data/heads.json', import.meta.url), 'utf8')));
const index = new Map(HEADED.flatMap((type) => heads[type].map((word) => [word, type] as const)));

/**
 * The type of a name whose head is this word: "Ministry" → organization, "Airport" → facility, "Summit" → event,
 * "Treaty" → document, "Island" → place; null for a word that says nothing. Case does not matter.
 */
export const headType = (word: string): Exclude<EntityType, 'person'> | null =>
  index.get(word.toLowerCase().replace(/\.$/u, '')) ?? null;
