import { dependents } from '../../language/tree.ts';
import { countryOf, headType, nounType, worldBodyOf } from '../../lexicon/index.ts';
import type { Discourse } from '../discourse.ts';
import { CITY_NOUNS, COUNTRY_NOUNS, isGroupNoun, isKindOf } from '../nouns.ts';
import type { Phrase } from '../phrase.ts';
import type { Chain, Chains, Link } from './chains.ts';
import type { Sieve } from './index.ts';

/**
 * "the ship", "the agency", "the country": the one thing of that kind that the article has named before. A word in the
 * phrase that the thing was not called by ("the new agency") speaks of another.
 */
export const descriptions: Sieve = function* (discourse, chains) {
  /** Chains in the order in which they were last named or called. */
  const recent = new Map<number, { index: number; sentence: number }>();
  for (const [index, phrase] of discourse.phrases.entries()) {
    if (phrase.kind === 'description' && isAnaphor(phrase, index, discourse, chains)) {
      const link = kindred(index, phrase, recent, discourse, chains);
      if (link) yield link;
    }
    const id = chains.id(index);
    if (!chains.isNamed(index) || phrase.parts) continue;
    recent.delete(id);
    recent.set(id, { index, sentence: phrase.sentence });
    const oldest = recent.keys().next();
    if (recent.size > WINDOW && !oldest.done) recent.delete(oldest.value);
  }
};

/** So many things an article can keep in the reader's mind. */
const WINDOW = 60;

function isAnaphor(phrase: Phrase, index: number, discourse: Discourse, chains: Chains): boolean {
  if (phrase.parts || phrase.hidden || phrase.number === 'plural' || chains.isLinked(index)) return false;
  if (phrase.determiner !== 'definite' && phrase.determiner !== 'demonstrative') return false;
  const tree = discourse.trees[phrase.sentence];
  if (!tree) return false;
  // "the country that …", "the city of …" describe anew; "the head of the firm, [A]" names the head, not the firm
  return !dependents(tree, phrase.head, 'acl', 'nmod', 'appos', 'nummod').some(
    (child) =>
      tree.tokens[child]?.relation !== 'nmod:poss' && !(phrase.human !== true && isPersonAt(child, phrase, discourse)),
  );
}

/** Whether a token heads the name of a person, with no preposition before it. */
function isPersonAt(token: number, { sentence }: Phrase, { headed, phrases, trees }: Discourse): boolean {
  const tree = trees[sentence];
  if (!tree || dependents(tree, token, 'case').length > 0) return false;
  return phrases[headed[sentence]?.get(token) ?? -1]?.type === 'person';
}

function kindred(
  index: number,
  phrase: Phrase,
  recent: ReadonlyMap<number, { index: number; sentence: number }>,
  discourse: Discourse,
  chains: Chains,
): Link | null {
  const extra = extraWords(phrase, discourse);
  const candidates = [...recent.values()]
    .filter(
      (one) =>
        isOfKind(chains.chain(one.index), phrase) &&
        extra.every((word) => isCalled(one.index, word, discourse, chains)),
    )
    .sort((a, b) => b.sentence - a.sentence);
  const [first, second] = candidates;
  if (!first) return extra.length === 0 ? strangers(index, phrase, recent, chains) : null;
  const isPlace = COUNTRY_NOUNS.has(phrase.noun) || CITY_NOUNS.has(phrase.noun);
  const reach = isPlace ? 2 : phrase.human ? 3 : 12;
  const link = (index: number, certainty: number) => ({ to: [chains.chain(index).names[0] ?? index], certainty });
  const isNear = phrase.sentence - first.sentence <= reach;
  if (isNear && !second) return { phrase: index, ...link(first.index, isPlace ? 0.75 : 0.85) };
  // the nearer one of two, where the other is well out of sight
  const lead = first.sentence - (second?.sentence ?? 0);
  if (isNear && lead >= (isPlace ? 1 : 2) && phrase.sentence - first.sentence <= 1)
    return { phrase: index, ...link(first.index, 0.65) };
  const main = isPlace ? mainOf(candidates, chains) : null;
  return main === null ? null : { phrase: index, ...link(main, 0.6) };
}

/**
 * "the company", "the club" where nothing was called so: the one organization of the nearest sentences whose name does
 * not tell what it is ("Skylark"), or tells no more of a party than "union" or "movement" would.
 */
function strangers(
  index: number,
  phrase: Phrase,
  recent: ReadonlyMap<number, { index: number; sentence: number }>,
  chains: Chains,
): Link | null {
  if (nounType(phrase.noun) !== 'organization') return null;
  const near = [...recent.values()].filter(
    ({ index, sentence }) =>
      phrase.sentence - sentence <= 2 &&
      chains.chain(index).type === 'organization' &&
      mayBe(phrase.noun, index, chains),
  );
  const [only] = near;
  const to = only && chains.chain(only.index).names[0];
  return to !== undefined && near.length === 1 ? { phrase: index, to: [to], certainty: 0.65 } : null;
}

const PARTY_HEADS = /^(?:union|movement|front|alliance|congress|league|rally|coalition|bloc)$/;

function mayBe(noun: string, index: number, chains: Chains): boolean {
  const { nouns, names } = chains.chain(index);
  if (names.some((name) => worldBodyOf(chains.phrases[name]?.text ?? '') !== null)) return false;
  return [...nouns].every((one) =>
    noun === 'party' ? headType(one) === null || PARTY_HEADS.test(one) : headType(one) === null && !isGroupNoun(one),
  );
}

/** The place that the article is about, if one is named far oftener than the others. */
function mainOf(candidates: readonly { index: number }[], chains: Chains): number | null {
  const counts = candidates.map(({ index }) => ({ index, count: chains.chain(index).names.length }));
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  return first && first.count > 3 && first.count > 2 * (second?.count ?? 0) ? first.index : null;
}

function isOfKind(chain: Chain, phrase: Phrase): boolean {
  if (phrase.human === true) return chain.type === 'person' && chain.nouns.has(phrase.noun);
  if (chain.type === 'person') return false;
  if (COUNTRY_NOUNS.has(phrase.noun) && phrase.noun !== 'kingdom')
    return chain.type === 'place' && isCountry(chain.country);
  if (CITY_NOUNS.has(phrase.noun)) return isCity(chain);
  for (const noun of chain.nouns) if (isKindOf(noun, phrase.noun)) return true;
  return false;
}

const isCountry = (label: string | null): boolean =>
  label !== null && /^(?:country|nation|historic)$/.test(countryOf(label)?.kind ?? '');

/** A place that is neither a country or region nor, by its last word, a river, an island or the like. */
const isCity = ({ type, country, nouns }: Chain): boolean =>
  type === 'place' && country === null && [...nouns].every((noun) => headType(noun) === null || CITY_NOUNS.has(noun));

/** What stands before the noun beside its article. */
function extraWords(phrase: Phrase, discourse: Discourse): string[] {
  const tokens = discourse.sentences[phrase.sentence]?.tokens.slice(phrase.from, phrase.head) ?? [];
  return tokens
    .filter(({ upos }) => upos !== 'DET' && upos !== 'PUNCT' && upos !== 'PART')
    .map(({ form }) => form.toLowerCase())
    .filter((word) => word !== 'same' && word !== 'said');
}

function isCalled(index: number, word: string, { sentences }: Discourse, chains: Chains): boolean {
  return chains
    .chain(index)
    .members.slice(0, 20)
    .some((member) => {
      const phrase = chains.phrases[member];
      const tokens = phrase && sentences[phrase.sentence]?.tokens.slice(phrase.from, phrase.to);
      return tokens?.some(({ form }) => form.toLowerCase() === word) ?? false;
    });
}
