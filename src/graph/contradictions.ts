import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { countryOf } from '../lexicon/index.ts';
import type { Modality } from '../ontology.ts';
import { daysOf } from './dates.ts';

/** What two edges, or two nodes, cannot both be right about. */
export type ContradictionKind = 'leaders' | 'meeting' | 'birthplace' | 'birthdate' | 'denied' | 'types';

/** What an edge says, as far as another can contradict it. */
export interface EdgeClaim {
  key: string;
  source: string;
  target: string;
  type: string;
  modality: Modality;
  date: string | null;
  /** First and last day of its date or, without one, of the articles that say it. */
  since: string | null;
  until: string | null;
  role: string | null;
  roleOf: 'target' | null;
  place: string | null;
  targetLabel: string;
}

const Offices = z.object({ sole: z.array(z.array(z.string())), lesser: z.array(z.string()) });
const { sole, lesser } = Offices.parse(
  JSON.parse(readFileSync(new URL('./data/offices.json', import.meta.url), 'utf8')),
);
const OFFICES = sole.flatMap((names, office) => names.map((name) => ({ name, office })));
const LESSER = new RegExp(`\\b(?:${lesser.join('|')})\\b`, 'iu');

/** Which office of one holder a role is ("the US President"): its number in the list, or null. */
function soleOffice(role: string): number | null {
  if (LESSER.test(role)) return null;
  const words = role.toLowerCase().trim();
  const found = OFFICES.filter(({ name }) => words === name || words.endsWith(` ${name}`));
  return found.sort((a, b) => b.name.length - a.name.length)[0]?.office ?? null;
}

const DAY = 86_400_000;
const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY;

/** Days that pass until a report that gives no date may be of another happening. */
const FRESH = 7;
/** Meetings of the same two on days further apart are several. */
const ONE_MEETING = 3;

/** Whether two spells meet, or are no more than some days apart; those without any day may. */
function meets(a: EdgeClaim, b: EdgeClaim, apart: number): boolean {
  if (a.since === null || a.until === null || b.since === null || b.until === null) return true;
  if (a.since <= b.until && b.since <= a.until) return true;
  return Math.min(daysBetween(a.until, b.since), daysBetween(b.until, a.since)) <= apart;
}

/** The day of its own date, where that is one. */
function dayOf({ date }: EdgeClaim): string | null {
  const days = date === null ? null : daysOf(date);
  return days !== null && days.first === days.last ? days.first : null;
}

const isUndated = ({ date }: EdgeClaim): boolean => date === null || daysOf(date) === null;

function areTwoLeaders(a: EdgeClaim, b: EdgeClaim): boolean {
  if (a.source === b.source || a.target !== b.target || a.role === null || b.role === null) return false;
  if (a.roleOf !== null || b.roleOf !== null || a.since === null || b.since === null) return false;
  const office = soleOffice(a.role);
  return office !== null && office === soleOffice(b.role) && meets(a, b, 0);
}

function isOneMeeting(a: EdgeClaim, b: EdgeClaim): boolean {
  const [one, other] = [dayOf(a), dayOf(b)];
  if (one === null || other === null || one === other || daysBetween(one, other) > ONE_MEETING) return false;
  return a.place === null || b.place === null || a.place === b.place;
}

/** A town may lie in a country; two countries, or two towns, are two places. */
const areTwoPlaces = (a: EdgeClaim, b: EdgeClaim): boolean =>
  a.target !== b.target && (countryOf(a.targetLabel) === null) === (countryOf(b.targetLabel) === null);

function areTwoBirthdays(a: EdgeClaim, b: EdgeClaim): boolean {
  const [x, y] = [a.date, b.date].map((date) => (date === null ? null : daysOf(date)));
  return !!x && !!y && (x.last < y.first || y.last < x.first);
}

/**
 * How two edges contradict each other, if they do. Precise before many: what may be two happenings, or two holders one
 * after the other, is none.
 *
 * - `leaders`: two hold one office of one holder (president, mayor, chief executive) in reports whose days meet
 * - `meeting`: the same two met on days at most three apart, at no different place
 * - `birthplace`, `birthdate`: one person was born in two countries, two towns, or on days that cannot be one
 * - `denied`: the same is said and denied, of days that meet; where a report gives none, within a week
 *
 * @param areApart for a meeting: no article tells both (then they are two); for birthplaces: neither is known to lie
 *   in the other
 */
export function contradictionOf(a: EdgeClaim, b: EdgeClaim, areApart: boolean): ContradictionKind | null {
  if (a.type !== b.type) return null;
  if (a.modality !== b.modality) return isDenial(a, b) ? 'denied' : null;
  if (a.modality !== 'actual') return null;
  if (a.type === 'leads') return areTwoLeaders(a, b) ? 'leaders' : null;
  if (a.source !== b.source) return null;
  if (a.type === 'met') return a.target === b.target && areApart && isOneMeeting(a, b) ? 'meeting' : null;
  if (a.type !== 'born_in') return null;
  if (areTwoBirthdays(a, b)) return 'birthdate';
  return areApart && areTwoPlaces(a, b) ? 'birthplace' : null;
}

function isDenial(a: EdgeClaim, b: EdgeClaim): boolean {
  const said = [a.modality, b.modality];
  if (!said.includes('actual') || !said.includes('negated')) return false;
  if (a.source !== b.source || a.target !== b.target) return false;
  return meets(a, b, isUndated(a) || isUndated(b) ? FRESH : 0);
}
