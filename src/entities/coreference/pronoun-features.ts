import { clauseOf, dependents, isUnder, type Tree } from '../../language/tree.ts';
import { countryOf } from '../../lexicon/index.ts';
import type { Discourse } from '../discourse.ts';
import { isGroupNoun } from '../nouns.ts';
import { type Phrase, PRONOUNS } from '../phrase.ts';
import { quotationAt } from '../quotations.ts';
import type { Chain, Chains } from './chains.ts';

/** So many sentences back a pronoun can reach. */
const WINDOW = 3;

/** A phrase that a pronoun may refer to, with the names of the features that speak for or against it. */
export interface Candidate {
  index: number;
  features: string[];
}

/** What kind of pronoun it is, as the model distinguishes: "he", "it", "they". Each has weights of its own. */
export const kindOf = ({ gender, number }: Phrase): string => (gender ? 'he' : number === 'singular' ? 'it' : 'they');

/** No text that people write has as many; a sentence of a hundred pronouns must not be read for minutes. */
const MOST_CANDIDATES = 60;

/** The phrases that agree with a third-person pronoun and that grammar allows, the nearest first. */
export function candidatesOf(index: number, discourse: Discourse, chains: Chains): Candidate[] {
  const pronoun = discourse.phrases[index];
  const tree = pronoun && discourse.trees[pronoun.sentence];
  if (!pronoun || !tree) return [];
  const found: number[] = [];
  for (let sentence = pronoun.sentence; sentence >= Math.max(0, pronoun.sentence - WINDOW); sentence--) {
    const nearestFirst = [...(discourse.inSentence[sentence] ?? [])].sort(
      (a, b) => (discourse.phrases[b]?.start ?? 0) - (discourse.phrases[a]?.start ?? 0),
    );
    for (const other of nearestFirst) {
      if (found.length >= MOST_CANDIDATES) return withFeatures(found, index, discourse, chains);
      const phrase = discourse.phrases[other];
      if (!phrase || other === index || (phrase.hidden && !phrase.parts)) continue;
      if (!agrees(pronoun, phrase, chains.chain(other), discourse, chains)) continue;
      if (sentence === pronoun.sentence) {
        if (forbidden(pronoun, phrase, tree)) continue;
        if (phrase.start >= pronoun.start && !isCataphor(pronoun, phrase, tree)) continue;
      }
      found.push(other);
    }
  }
  return withFeatures(found, index, discourse, chains);
}

const withFeatures = (found: readonly number[], index: number, discourse: Discourse, chains: Chains): Candidate[] =>
  found.map((other, rank) => ({ index: other, features: featuresOf(index, other, rank, discourse, chains) }));

/** Features of the choice that a pronoun refers to none of the candidates. */
export function noneFeatures(index: number, discourse: Discourse): string[] {
  const pronoun = discourse.phrases[index];
  const tree = pronoun && discourse.trees[pronoun.sentence];
  if (!pronoun || !tree) return [];
  const token = tree.tokens[pronoun.head];
  const head = tree.tokens[token?.head ?? -1];
  const has = (...relations: string[]) => dependents(tree, token?.head ?? -1, ...relations).length > 0;
  return [
    'none',
    `none ${roleOf(pronoun, tree)}`,
    `none ${head?.upos}`,
    `none copula ${has('cop')} ${has('csubj', 'ccomp', 'advcl', 'xcomp', 'acl')}`,
    `none first ${pronoun.sentence === 0} ${pronoun.head < 2}`,
    `none quoted ${quotationAt(discourse.quotations, pronoun.start) !== null}`,
  ];
}

function featuresOf(index: number, other: number, rank: number, discourse: Discourse, chains: Chains): string[] {
  const [pronoun, phrase] = [discourse.phrases[index], discourse.phrases[other]];
  const tree = pronoun && discourse.trees[pronoun.sentence];
  const own = phrase && discourse.trees[phrase.sentence];
  if (!pronoun || !phrase || !tree || !own) return [];
  const chain = chains.chain(other);
  const distance = pronoun.sentence - phrase.sentence;
  const [role, pronounRole] = [roleOf(phrase, own), roleOf(pronoun, tree)];
  const near = distance === 0 ? 'same' : distance === 1 ? 'last' : 'far';
  const what = phrase.parts ? 'group' : phrase.kind === 'name' ? `name ${kindOfName(chain)}` : phrase.kind;
  const within = distance === 0 ? clauseTie(pronoun, phrase, tree) : 'apart';
  if (phrase.start > pronoun.start) {
    const isFull = phrase.kind === 'name' && (phrase.to - phrase.from > 1 || phrase.title !== undefined);
    return [`ahead ${phrase.kind} ${isFull}`, `ahead ${pronounRole}`];
  }
  const quotes = `${quotationAt(discourse.quotations, pronoun.start)?.start === quotationAt(discourse.quotations, phrase.start)?.start}`;
  return [
    `distance ${distance}`,
    `rank ${Math.min(rank, 8)}`,
    `role ${role} ${near}`,
    `roles ${role} ${pronounRole}`,
    `what ${what}`,
    `what ${what} ${role}`,
    `tie ${within} ${pronounRole}`,
    `main ${isMainClause(phrase, own)} ${near}`,
    `determiner ${phrase.kind === 'description' ? phrase.determiner : '-'} ${near}`,
    `same word ${phrase.noun === pronoun.noun} ${near}`,
    `pronoun ${phrase.kind === 'pronoun' ? phrase.noun.slice(0, 2) : '-'}`,
    `number ${phrase.number} ${isGroupNoun(phrase.noun)}`,
    `gender ${chain.gender === null ? 'open' : 'agrees'}`,
    `human ${chain.human}`,
    `size ${Math.min(5, Math.ceil(Math.log2(chain.members.length + 1)))} ${chain.names.length > 0}`,
    `adjective ${phrase.adjective === true}`,
    `quotes ${quotes} ${phrase.kind}`,
    `first ${phrase.from === 0 || phrase.head < 3} ${near}`,
  ];
}

const kindOfName = ({ type, country }: Chain): string =>
  country !== null && /^(?:country|nation|historic)$/.test(countryOf(country)?.kind ?? '') ? 'country' : (type ?? '');

type Role = 'subject' | 'object' | 'oblique' | 'owner' | 'apposition' | 'other';

function roleOf(phrase: Phrase, tree: Tree): Role {
  let { relation = '', head = -1 } = tree.tokens[phrase.head] ?? {};
  // a conjunct has the role of the first
  for (let steps = 0; steps < 4 && relation === 'conj'; steps++)
    ({ relation = '', head = -1 } = tree.tokens[head] ?? {});
  if (/^(?:nsubj|csubj)/.test(relation)) return 'subject';
  if (/^i?obj/.test(relation)) return 'object';
  if (/^obl/.test(relation)) return 'oblique';
  if (relation === 'appos') return 'apposition';
  return relation === 'nmod:poss' ? 'owner' : 'other';
}

const isMainClause = (phrase: Phrase, tree: Tree): boolean => tree.tokens[clauseOf(tree, phrase.head)]?.head === -1;

/** Where in one sentence a candidate stands towards a pronoun: in its clause, in one above it, or elsewhere. */
function clauseTie(pronoun: Phrase, phrase: Phrase, tree: Tree): string {
  const [low, high] = [clauseOf(tree, pronoun.head), clauseOf(tree, phrase.head)];
  if (low === high) return 'clause';
  return high >= 0 && isUnder(tree, low, high) ? 'above' : 'elsewhere';
}

/** Whether a pronoun can speak of a phrase by number, gender and kind. */
function agrees(pronoun: Phrase, phrase: Phrase, chain: Chain, discourse: Discourse, chains: Chains): boolean {
  if (phrase.kind === 'pronoun') {
    const other = PRONOUNS.get(phrase.noun);
    if (
      other?.person === 'speaker' &&
      quotationAt(discourse.quotations, pronoun.start)?.start === quotationAt(discourse.quotations, phrase.start)?.start
    )
      return false;
  }
  if (pronoun.gender) {
    if (phrase.parts || phrase.adjective || chain.human === false || chain.number === 'plural') return false;
    if (chain.type !== null && chain.type !== 'person') return false;
    return chain.gender === null ? chain.human === true || phrase.kind === 'pronoun' : chain.gender === pronoun.gender;
  }
  if (pronoun.number === 'singular')
    return (
      !phrase.parts &&
      chain.type !== 'person' &&
      chain.human !== true &&
      phrase.number !== 'plural' &&
      chain.gender === null
    );
  if (phrase.parts) return phrase.parts.every((part) => !chains.phrases[part]?.adjective);
  if (phrase.number === 'plural') return true;
  if (chain.type === 'person' || chain.gender !== null) return false;
  return (
    chain.type === 'organization' || chain.type === 'place' || isGroupNoun(phrase.noun) || phrase.kind === 'pronoun'
  );
}

/** A pronoun and another argument of its clause are two, unless the pronoun is an owner; nor is a phrase within itself. */
function forbidden(pronoun: Phrase, phrase: Phrase, tree: Tree): boolean {
  if (isUnder(tree, pronoun.head, phrase.head) && !hasClauseBetween(pronoun.head, phrase.head, tree)) return true;
  if (tree.tokens[pronoun.head]?.relation === 'nmod:poss') return false;
  const areArguments = isArgument(pronoun.head, tree) && isArgument(phrase.head, tree);
  return areArguments && clauseOf(tree, pronoun.head) === clauseOf(tree, phrase.head);
}

const isArgument = (token: number, tree: Tree): boolean =>
  /^(?:nsubj|i?obj|obl|conj)/.test(tree.tokens[token]?.relation ?? '');

function hasClauseBetween(low: number, high: number, tree: Tree): boolean {
  let at = low;
  for (let steps = 0; steps < 40 && at >= 0 && at !== high; steps++) {
    if (/^(?:acl|advcl|ccomp|xcomp|conj|parataxis|appos)/.test(tree.tokens[at]?.relation ?? '')) return true;
    at = tree.tokens[at]?.head ?? -1;
  }
  return false;
}

/** "During his visit, Mara said": a pronoun within what stands before the subject of its clause can mean the subject. */
function isCataphor(pronoun: Phrase, phrase: Phrase, tree: Tree): boolean {
  const subject = tree.tokens[phrase.head];
  if (!subject || !/^nsubj/.test(subject.relation) || phrase.kind === 'pronoun') return false;
  const adjuncts = dependents(tree, subject.head, 'obl', 'advcl');
  return adjuncts.some((child) => child < phrase.head && isUnder(tree, pronoun.head, child));
}
