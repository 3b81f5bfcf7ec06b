import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Organizations = z.array(z.strictObject({ label: z.string(), names: z.array(z.string()) }));
const organizations = Organizations.parse(
  JSON.parse(readFileSync(new URL('./data/organizations.json', import.meta.url), 'utf8')),
);
const index = new Map(organizations.flatMap(({ label, names }) => [label, ...names].map((n) => [n, label] as const)));

/** The usual name of a well-known international body ("UN" → "United Nations"), or null. Case counts: "who" is none. */
export const worldBodyOf = (name: string): string | null => index.get(name.replace(/^the\s+/iu, '')) ?? null;

const byFirstWord = new Map<string, string[][]>();
for (const name of index.keys()) {
  const words = name.split(' ');
  const first = words[0] ?? '';
  if (words.length > 1) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words]);
}

/** How many words from `at` on are the name of a well-known international body of several words; 0 for none. */
export const matchBody = (forms: readonly string[], at: number): number =>
  (byFirstWord.get(forms[at] ?? '') ?? []).reduce(
    (longest, words) => (words.every((word, i) => forms[at + i] === word) ? Math.max(longest, words.length) : longest),
    0,
  );

const platforms = new Set(
  z.array(z.string()).parse(JSON.parse(readFileSync(new URL('./data/platforms.json', import.meta.url), 'utf8'))),
);

/** Whether a word is the name of a place on the internet where people post: "Twitter", "X". Case counts. */
export const isPlatform = (word: string): boolean => platforms.has(word);
