import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { roleKind } from '../lexicon/index.ts';
import { singular } from './verbs.ts';

const Nouns = z.strictObject({
  places: z.array(z.string()),
  standsFor: z.array(z.string()),
  /** Nouns that say what kind of body a name is: "the newspaper [A]", "the [A] group". */
  bodies: z.array(z.string()),
  /** Nouns of what a named contest or gathering is, or is won for: "the [A] title". */
  contests: z.array(z.string()),
  /** Nouns of buildings and vessels: "the ship [A]". */
  sites: z.array(z.string()),
  /** Nouns of one who does or is something to another: met behind a preposition, he is not the one who acts. */
  agents: z.array(z.string()),
  /** Those of `standsFor` that mean what someone does or has, and no one who acts. */
  things: z.array(z.string()),
  /** Those that mean armed people or what they drive. */
  armed: z.array(z.string()),
  /** Nouns for persons that are no office. */
  persons: z.array(z.string()),
  /** Those of `standsFor` that speak for the place where they sit or come from: "police in [A]". */
  seated: z.array(z.string()),
  /** Those of `standsFor` that speak for the body whose they are, and not for a country: "the Danish firm". */
  private: z.array(z.string()),
});
const nouns = Nouns.parse(JSON.parse(readFileSync(new URL('./data/nouns.json', import.meta.url), 'utf8')));

/** Lemmatisers leave some plurals as they are ("troops"). */
const among = (list: readonly string[]): ((word: string) => boolean) => {
  const set = new Set(list);
  return (word) => set.has(word) || (word.endsWith('s') && set.has(singular(word)));
};

export const isPlaceNoun = among(nouns.places);
export const isBodyNoun = among(nouns.bodies);
/** "title" of "the [A] title" */
export const isContestNoun = among(nouns.contests);
/** "ship", "hospital" */
export const isSiteNoun = among(nouns.sites);
/** "founder", "critic", "member" */
export const isAgentNoun = among(nouns.agents);
/** Nouns that speak for those whose they are: "Thai officials". */
export const isStandIn = among(nouns.standsFor);
export const isThingNoun = among(nouns.things);
export const isArmedNoun = among(nouns.armed);
/** "police in [A]" speak for A. */
export const isSeated = among(nouns.seated);
/** "firm", "subsidiary" */
export const isPrivate = among(nouns.private);
const isNoOffice = among(nouns.persons);
/** Whether a noun means a person: by his office, or as "man" and "rival" do. */
export const isPersonNoun = (word: string): boolean => roleKind(word) !== null || isNoOffice(word);
