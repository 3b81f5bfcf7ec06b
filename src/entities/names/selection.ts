import type { Sentence, Token } from '../../language/sentence.ts';
import type { Name, NameType } from './name.ts';

/** What verbs ask of their subjects and objects, and nouns of their owners, where little else is asked. */
const ORGANIZATION_DOES = /^(?:employ|manufacture|acquire|merge|compete|outsource|rebrand|headquarter)$/u;
const DONE_TO_ORGANIZATION = /^(?:acquire|quit|found|co-found|nationali[sz]e|privati[sz]e|outlaw|disband)$/u;
const DONE_TO_PLACE = /^(?:capture|recapture|shell|bomb|besiege|invade|occupy|evacuate|annex|liberate)$/u;
const OF_ORGANIZATION =
  /^(?:share|stock|subsidiary|shareholder|customer|headquarters|profit|revenue|employee|franchise|offices|lawmaker|fighter|militant|roster)s?$/u;
const OF_PLACE = /^(?:court|police|resident|suburb|mayor|street|governor|prefecture|skyline|waterfront)s?$/u;

/** The type that the words around a name ask for: "Skerry employs 300 people", "a Varna court", "flew to Varna"; or null. */
export function typeBySelection({ tokens }: Sentence, { from, to }: Name): NameType | null {
  const head = tokens.findIndex((token, at) => at >= from && at < to && (token.head < from || token.head >= to));
  const token = tokens[head];
  if (!token) return null;
  return typeByVerb(tokens, token) ?? typeByPossession(tokens, to);
}

function typeByVerb(tokens: readonly Token[], token: Token): NameType | null {
  const verb = tokens[token.head];
  if (verb?.upos !== 'VERB') return null;
  const relation = token.relation.split(':')[0];
  if (token.relation === 'nsubj' && ORGANIZATION_DOES.test(verb.lemma)) return 'organization';
  const undergoes = relation === 'obj' || token.relation === 'nsubj:pass';
  if (undergoes && DONE_TO_ORGANIZATION.test(verb.lemma)) return 'organization';
  return undergoes && DONE_TO_PLACE.test(verb.lemma) ? 'place' : null;
}

/** "Skerry's shares", "Skerry shares", "a Varna court". */
function typeByPossession(tokens: readonly Token[], to: number): NameType | null {
  const isOwner = /^['’]s?$/u.test(tokens[to]?.form ?? '');
  const noun = tokens[isOwner ? to + 1 : to];
  if (!noun || !/^NNS?$/u.test(noun.xpos)) return null;
  if (OF_ORGANIZATION.test(noun.form)) return 'organization';
  return !isOwner && OF_PLACE.test(noun.form) ? 'place' : null;
}
