import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Names = z.strictObject({ female: z.array(z.string()), male: z.array(z.string()) });
const names = Names.parse(JSON.parse(readFileSync(new URL('./data/first-names.json', import.meta.url), 'utf8')));
const female = new Set(names.female);
const male = new Set(names.male);

/** Whether it is a common first name, written with a capital: "Andrew", not "ANDREW" or "andrew". */
export const isFirstName = (word: string): boolean => female.has(word) || male.has(word);

/** Whether a first name is borne by women, men or both; null where it is not known. */
export function genderOf(firstName: string): 'female' | 'male' | 'both' | null {
  if (female.has(firstName)) return male.has(firstName) ? 'both' : 'female';
  return male.has(firstName) ? 'male' : null;
}
