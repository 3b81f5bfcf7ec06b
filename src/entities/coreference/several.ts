import { countryOf } from '../../lexicon/index.ts';
import type { Discourse } from '../discourse.ts';
import { COUNTRY_NOUNS, isPersonNoun } from '../nouns.ts';
import type { Phrase } from '../phrase.ts';
import type { Chain, Chains, Link } from './chains.ts';
import type { Sieve } from './index.ts';

/** "the two leaders", "both countries": so many of the kind as were named last, if the nearest sentences name just so many. */
export const several: Sieve = function* (discourse, chains) {
  for (const [index, phrase] of discourse.phrases.entries()) {
    if (phrase.kind !== 'description' || phrase.parts || phrase.hidden || chains.isLinked(index)) continue;
    const count = countOf(phrase, discourse);
    const kind = kindOf(phrase.noun);
    const link = count && kind ? lastOf(index, phrase, count, kind, discourse, chains) : null;
    if (link) yield link;
  }
};

const PAIR = /^(?:pair|duo|couple)$/;

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['both', 2],
  ['two', 2],
  ['three', 3],
  ['four', 4],
]);

function countOf(phrase: Phrase, { trees }: Discourse): number | null {
  const tree = trees[phrase.sentence];
  if (phrase.determiner !== 'definite' || !tree) return null;
  if (phrase.number !== 'plural') return PAIR.test(phrase.noun) ? 2 : null;
  for (const at of [phrase.head, ...(tree.children[phrase.head] ?? [])]) {
    const count = NUMBERS.get(tree.tokens[at]?.form.toLowerCase() ?? '');
    if (count) return count;
  }
  return null;
}

type Kind = (chain: Pick<Chain, 'type' | 'country' | 'nouns'>) => boolean;

/** Nouns that tell nothing of a person that the article must have said before. */
const ANYBODY: ReadonlySet<string> = new Set(
  'pair duo couple two leader man woman person people politician official diplomat statesman player partner rival friend colleague ally candidate opponent side'.split(
    ' ',
  ),
);

function kindOf(noun: string): Kind | null {
  const isPerson: Kind = ({ type }) => type === 'person';
  const isCountry: Kind = ({ type, country }) =>
    type === 'place' && country !== null && /^(?:country|nation|historic)$/.test(countryOf(country)?.kind ?? '');
  if (COUNTRY_NOUNS.has(noun) || noun === 'neighbour' || noun === 'neighbor' || noun === 'government') return isCountry;
  if (/^(?:company|firm|organization|organisation|agency|party|club|team)$/.test(noun))
    return ({ type }) => type === 'organization';
  if (noun === 'side') return (chain) => isCountry(chain) || chain.type === 'organization';
  if (ANYBODY.has(noun)) return isPerson;
  return isPersonNoun(noun) ? (chain) => isPerson(chain) && chain.nouns.has(noun) : null;
}

/** Whether both depend on one verb, so that they cannot be the same: "A and B have urged both sides". */
function areArguments(one: Phrase, other: Phrase, { trees }: Discourse): boolean {
  const tree = trees[one.sentence];
  const verbOf = (phrase: Phrase): number => {
    let at = phrase.head;
    for (let steps = 0; tree?.tokens[at]?.relation === 'conj' && steps < tree.tokens.length; steps++)
      at = tree.tokens[at]?.head ?? -1;
    return tree?.tokens[at]?.head ?? -1;
  };
  return verbOf(one) >= 0 && verbOf(one) === verbOf(other);
}

function lastOf(
  index: number,
  phrase: Phrase,
  count: number,
  kind: Kind,
  discourse: Discourse,
  chains: Chains,
): Link | null {
  const found = new Map<number, number>();
  for (let sentence = phrase.sentence; sentence >= Math.max(0, phrase.sentence - 2) && found.size < count; sentence--) {
    for (const other of discourse.inSentence[sentence] ?? []) {
      const candidate = discourse.phrases[other];
      if (!candidate || candidate.parts || candidate.adjective || candidate.start >= phrase.start) continue;
      if (candidate.sentence === phrase.sentence && areArguments(candidate, phrase, discourse)) continue;
      if (chains.isNamed(other) && kind(chains.chain(other))) found.set(chains.id(other), other);
    }
  }
  return found.size === count && count > 1
    ? { phrase: index, to: [...found.values()].sort((a, b) => a - b), certainty: 0.7 }
    : null;
}
