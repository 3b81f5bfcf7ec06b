import { roleKind } from '../../lexicon/index.ts';
import type { Discourse } from '../discourse.ts';
import type { Phrase } from '../phrase.ts';
import type { Chains, Link } from './chains.ts';
import type { Sieve } from './index.ts';
import { fitOf, type Office, officeOf } from './office.ts';

/**
 * "the Estonian leader", "the minister": the person whom the article has introduced with an office that fits, of the
 * same country or organization. Where two fit as well, none is taken. An office that a lead speaks of is that of whom
 * the next sentences name with its title, or without any.
 */
export const offices: Sieve = function* (discourse, chains) {
  const known: Introduced[] = [];
  let vacant: Introduced | null = null;
  for (const [index, phrase] of discourse.phrases.entries()) {
    if (vacant && phrase.sentence - vacant.phrase.sentence > NEXT) vacant = null;
    const office = officeOf(phrase, discourse);
    if (vacant && isNamedNext(vacant, index, phrase, office, discourse, chains)) {
      yield { phrase: vacant.index, to: [index], certainty: 0.85 };
      known.push(vacant);
      vacant = null;
    }
    if (!office) continue;
    const { type, names } = chains.chain(index);
    if (names.length && type === 'person') known.push({ index, phrase, office });
    else if (!names.length) {
      const link = holderOf(index, phrase, office, known, discourse, chains);
      if (link) yield link;
      else if (isVacant(phrase, office)) vacant = { index, phrase, office };
    }
  }
};

/** How many sentences later the holder of an office is named. */
const NEXT = 2;

/** "The Danish defence minister has …", at the beginning of a sentence */
const isVacant = (phrase: Phrase, { title, of }: Office): boolean =>
  of.length > 0 &&
  phrase.from <= 2 &&
  phrase.number !== 'plural' &&
  phrase.determiner !== 'indefinite' &&
  roleKind(title) !== null;

/** "Defence Minister [A] …", of no other country or body; or, in the next sentence, "[A] said …", of whom nothing was said before. */
function isNamedNext(
  { phrase: lead, office: vacant }: Introduced,
  index: number,
  phrase: Phrase,
  office: Office | null,
  { phrases, sentences, inSentence }: Discourse,
  chains: Chains,
): boolean {
  const { type, names, members } = chains.chain(index);
  if (type !== 'person' || phrase.sentence === lead.sentence || !names.length) return false;
  const isNew = (members[0] ?? index) >= Math.min(index, names[0] ?? index) - 1;
  if (office) return isNew && office.title === vacant.title && office.of.length === 0;
  if (phrase.kind !== 'name' || phrase.title || !phrase.text.includes(' ') || phrase.sentence > lead.sentence + 1)
    return false;
  const isAlone = members[0] === index && members.every((one) => phrases[one]?.kind === 'name');
  const next = sentences[phrase.sentence]?.tokens[phrase.to];
  const others = inSentence[lead.sentence] ?? [];
  return (
    isAlone &&
    phrase.from === 0 &&
    /^(?:VB[DZP]|POS)$/.test(next?.xpos ?? '') &&
    !others.some((other) => chains.chain(other).type === 'person')
  );
}

interface Introduced {
  index: number;
  phrase: Phrase;
  office: Office;
}

const WINDOW = 40;

function holderOf(
  index: number,
  phrase: Phrase,
  office: Office,
  known: readonly Introduced[],
  discourse: Discourse,
  chains: Chains,
): Link | null {
  if (
    phrase.number === 'plural' ||
    phrase.determiner === 'indefinite' ||
    (phrase.determiner === 'possessive' && !office.of.length)
  )
    return null;
  if (phrase.determiner === 'bare' && !office.of.length) return null;
  const best = new Map<number, { to: number; fit: number; at: number }>();
  for (const one of known.slice(-WINDOW)) {
    const { gender } = chains.chain(one.index);
    if (phrase.gender && gender && gender !== phrase.gender) continue;
    const fit = fitOf(office.title, one.office.title) * holderFit(office, one.office, chains);
    const id = chains.id(one.index);
    if (fit > (best.get(id)?.fit ?? 0))
      best.set(id, { to: one.index, fit, at: lastBefore(one.index, phrase, discourse, chains) });
  }
  const [first, second] = [...best.values()].sort((a, b) => b.fit - a.fit || b.at - a.at);
  if (!first || first.fit < 0.35) return null;
  // of two whose office fits as well, the one spoken of in this sentence or the last is meant, if the other is not
  const near = second && second.fit > first.fit - 0.2 ? first.at - second.at : Infinity;
  if (near < 2) return null;
  return { phrase: index, to: [first.to], certainty: Math.min(0.9, first.fit) * (second && near < Infinity ? 0.7 : 1) };
}

/** 1: the same country or organization; less where one of them is not said; 0: another. */
function holderFit(spoken: Office, known: Office, chains: Chains): number {
  if (!spoken.of.length) return 0.9;
  if (!known.of.length) return 0.4;
  return spoken.of.some((one) => known.of.some((other) => chains.same(one, other))) ? 1 : 0;
}

/** The sentence in which a chain was last spoken of before a phrase; -1 if in none. */
function lastBefore(of: number, phrase: Phrase, { phrases }: Discourse, chains: Chains): number {
  const { members } = chains.chain(of);
  let [low, high] = [0, members.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((phrases[members[middle] ?? -1]?.start ?? 0) < phrase.start) low = middle + 1;
    else high = middle;
  }
  return phrases[members[low - 1] ?? -1]?.sentence ?? -1;
}
