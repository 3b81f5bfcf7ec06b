import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Organizations = z.array(z.strictObject({ label: z.string(), names: z.array(z.string()) }));
const organizations = Organizations.parse(
  JSON.parse(readFileSync(new URL('./data/organizations.json', import.meta.url), 'utf8')),
);
const index = new Map(organizations.flatMap(({ label, names }) => [label, ...names].map((n) => [n, label] as const)));

/** The usual name of a well-known international body ("UN" → "United Nations"), or null. Case counts: "who" is none. */
export const worldBodyOf = (name: string): string | null => index.get(name.replace(/^the\s+/iu, '')) ?? null;

const platforms = new Set(
  z.array(z.string()).parse(JSON.parse(readFileSync(new URL('./data/platforms.json', import.meta.url), 'utf8'))),
);

/** Whether a word is the name of a place on the internet where people post: "Twitter", "X". Case counts. */
export const isPlatform = (word: string): boolean => platforms.has(word);
