import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fullTitle, type RoleKind, roleKind, titleKind } from '../lexicon/index.ts';

const Offices = z.record(
  z.enum([
    'headsOfState',
    'headsOfRegions',
    'kin',
    'becoming',
    'placing',
    'stateBodies',
    'parties',
    'electoral',
    'others',
  ]),
  z.array(z.string()),
);
const offices = Offices.parse(JSON.parse(readFileSync(new URL('./data/offices.json', import.meta.url), 'utf8')));
const STATE = new Set(offices.headsOfState);
const REGION = new Set(offices.headsOfRegions);
const KIN = new Set(offices.kin);
const BECOMING = new Set(offices.becoming);
const PLACING = new Set(offices.placing);
const BODIES = new Set(offices.stateBodies);
const PARTIES = new Set(offices.parties);
const OTHER = new Set(offices.others);
const ELECTORAL = new Set(offices.electoral);

/** What a phrase such as "former foreign minister" or "elder brother" makes of its bearer; null where it names no role. */
export type Role = { kind: RoleKind; head: 'state' | 'region' | 'office' | 'job' } | { kind: 'relative_of' };

const RANK = /^(?:general|colonel|marshal|admiral|major|captain|dr|doctor|professor|sheikh|field|sir|lord|mr|mrs)$/;
const FADED =
  /^(?:former|then|ex|acting|interim|new|outgoing|incoming|late|longtime|current|ousted|deposed|embattled|elected|newly|the|a|an|own)$/;

/** Reads the role that a phrase ends in: "the veteran Russian" is none, "her late husband" and "deputy mayor" are. */
export function roleOf(phrase: string): Role | null {
  const words = fullTitle(phrase)
    .split(/\s+/u)
    .filter((word) => word !== '' && !FADED.test(word));
  const last = words.at(-1) ?? '';
  if (KIN.has(last) || KIN.has(words.slice(-3).join(''))) return { kind: 'relative_of' };
  const kind = roleKind(phrase) ?? (OTHER.has(last) ? 'works_for' : null);
  if (kind === null) return null;
  const whole = [...words.slice(0, -1), last.replace(/(?<=[^s])s$/, '')].join(' ');
  // "Prime Minister General [A]": the rank is not the office
  if (words.length > 1 && RANK.test(last)) {
    const above = roleOf(words.slice(0, -1).join(' '));
    if (above?.kind === 'leads' && above.head !== 'job') return above;
  }
  if (kind === 'leads' && STATE.has(whole)) return { kind, head: 'state' };
  if (kind === 'leads' && REGION.has(whole)) return { kind, head: 'region' };
  return { kind, head: isOffice(phrase) ? 'office' : 'job' };
}

/** An office of state, whose bearer works for the country that stands before it; a job says the nationality only. */
function isOffice(phrase: string): boolean {
  const office = phrase.replace(/(?<=\b(?:minister|secretary)) (?:of|for) .*$/isu, '');
  const words = office.split(/\s+/u);
  for (let from = Math.max(0, words.length - 4); from < words.length; from++) {
    const kind = titleKind(capitalised(words.slice(from)));
    if (kind === 'political' || kind === 'military') return true;
    if (kind !== null) return false;
  }
  return /(?:minister|secretary|ambassador|envoy|diplomat|official|spokesm[ae]n|spokeswoman|spokesperson|general|senator|lawmaker|soldier|counterpart|consul|negotiator)$/iu.test(
    office,
  );
}

const capitalised = (words: readonly string[]): string =>
  words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');

/** "become", "serve", "be appointed": verbs behind which an office stands. */
export const isBecoming = (verb: string): boolean => BECOMING.has(verb) || PLACING.has(verb);
/** "appoint": verbs that give an office to their object. */
export const isPlacing = (verb: string): boolean => PLACING.has(verb);

const endsIn = (words: ReadonlySet<string>, name: string): boolean => {
  const parts = name
    .toLowerCase()
    .replace(/[^\p{L}\s-]/gu, '')
    .split(/\s+/u);
  return words.has(parts.at(-1) ?? '') || words.has(parts.slice(-2).join(' '));
};

/** Whether a name is that of a body of state: "Foreign Ministry", "Navy". */
export const isStateBody = (name: string): boolean =>
  endsIn(BODIES, name) ||
  /\b(?:ministry|department|office|embassy|army|navy|government|council|commission) (?:of|for|in) /iu.test(name);
export const isParty = (name: string): boolean => endsIn(PARTIES, name);
export const isElectoral = (lemma: string): boolean => ELECTORAL.has(lemma);
