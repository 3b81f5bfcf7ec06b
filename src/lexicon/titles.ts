import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { remember } from './remember.ts';

const TITLE_KINDS = ['honorific', 'political', 'military', 'job'] as const;
const ROLE_KINDS = ['leads', 'represents', 'member_of', 'works_for'] as const;

/** What a title before a name tells of its bearer. */
export type TitleKind = (typeof TITLE_KINDS)[number];
/** The relation that an office makes between its bearer and the organization or country. */
export type RoleKind = (typeof ROLE_KINDS)[number];

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8'));
const titles = z.record(z.enum(TITLE_KINDS), z.array(z.string())).parse(read('titles.json'));
const roles = z.record(z.enum(ROLE_KINDS), z.array(z.string())).parse(read('roles.json'));

const titleIndex = new Map(TITLE_KINDS.flatMap((kind) => titles[kind].map((t) => [t, kind] as const)).reverse());
const lowerTitles = new Map([...titleIndex].map(([title, kind]) => [title.toLowerCase(), kind] as const));
const roleIndex = new Map(ROLE_KINDS.flatMap((kind) => roles[kind].map((r) => [r, kind] as const)).reverse());

/** The longest title and the longest role, in words. */
export const LONGEST_TITLE = 4;

/**
 * The kind of a title of one or more words ("Prime Minister", "Lt. Gen.", "spokesman"), or null. Jobs are written
 * small or large; the others, large ("general" is no rank unless it is "General"). A hyphen in it does not matter.
 */
export const titleKind = remember((title: string): TitleKind | null => {
  const exact = titleIndex.get(title) ?? titleIndex.get(title.replaceAll(/ ?- ?/gu, ' '));
  if (exact !== undefined) return exact;
  const kind = lowerTitles.get(title.toLowerCase());
  return kind !== undefined && title !== title.toLowerCase() ? kind : null;
});

const ABBREVIATED = new Map([
  ['PM', 'prime minister'],
  ['FM', 'foreign minister'],
  ['CM', 'chief minister'],
  ['DPM', 'deputy prime minister'],
]);

export const isAbbreviatedTitle = (title: string): boolean => ABBREVIATED.has(title);

/** A title in full and in lower case: "prime minister" for "PM", which is no "4 pm". */
export const fullTitle = (title: string): string =>
  title.replace(/\p{Lu}+$/u, (word) => ABBREVIATED.get(word) ?? word).toLowerCase();

/** Words before an office that leave its kind as it is: "former president", "acting director". */
const FADED = new Set(['former', 'then', 'ex', 'acting', 'interim', 'new', 'outgoing', 'incoming', 'late', 'longtime']);
/** Words that make of a leader one who works for the leader: "deputy head". */
const BELOW = new Set(['deputy', 'vice', 'assistant', 'associate', 'under', 'junior']);

const singular = (word: string): string =>
  word.endsWith('men') ? `${word.slice(0, -2)}an` : word.replace(/(?<=[^s])s$/u, '');

/**
 * What an office makes of its bearer: `leads` ("prime minister", "chief executive", "captain"), `represents`
 * ("ambassador", "lawyer"), `member_of` ("lawmaker"), `works_for` (any other: "foreign minister", "spokesman"); null
 * for a phrase that names no office ("the tall man"). Case, plural and words in front ("former", "Russian") do not
 * matter, and of what follows "of", "for" or "to" nothing is read unless it belongs to the office ("chief of staff").
 */
export const roleKind = remember((phrase: string): RoleKind | null => {
  const words = fullTitle(phrase)
    .replace(/^(?:the|a|an|his|her|its|their)\s+/u, '')
    .split(/\s+/u)
    .flatMap((w) => (w.startsWith('ex-') ? ['ex', w.slice(3)] : [w]))
    .filter((w) => w !== '' && !FADED.has(w));
  const whole = roleIndex.get(words.join(' '));
  if (whole !== undefined) return whole;
  const stop = words.findIndex((w) => w === 'of' || w === 'for' || w === 'to' || w === 'in' || w === 'at');
  const office = stop > 0 ? words.slice(0, stop) : words;
  // "chief of staff of the army": the longest office that the phrase begins with
  for (let n = Math.min(words.length, LONGEST_TITLE + 1); stop > 0 && n > stop; n--) {
    const kind = roleIndex.get(words.slice(0, n).join(' '));
    if (kind !== undefined) return kind;
  }
  const below = office.some((w) => BELOW.has(w) || /^(?:vice|deputy)-/u.test(w));
  for (let from = Math.max(0, office.length - LONGEST_TITLE); from < office.length; from++) {
    const tail = office.slice(from);
    const kind =
      roleIndex.get(tail.join(' ')) ?? roleIndex.get([...tail.slice(0, -1), singular(tail.at(-1) ?? '')].join(' '));
    if (kind !== undefined) return below && kind === 'leads' ? 'works_for' : kind;
  }
  return null;
});
