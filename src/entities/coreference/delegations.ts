import { dependents, form, lemma } from '../../language/tree.ts';
import type { Discourse } from '../discourse.ts';
import type { Phrase } from '../phrase.ts';
import type { Chains, Link } from './chains.ts';
import type { Sieve } from './index.ts';

/**
 * "a delegation led by Mara Ilves": what it does, she does, and so does "the delegation" after it, as long as the
 * article knows of no other.
 */
export const delegations: Sieve = function* (discourse, chains) {
  let known: { index: number; leader: number } | null = null;
  let isOne = true;
  for (const [index, phrase] of discourse.phrases.entries()) {
    if (!isDelegation(phrase) || chains.isLinked(index)) continue;
    const leader = leaderOf(phrase, discourse, chains);
    if (leader !== null) {
      isOne &&= known === null || chains.same(known.leader, leader);
      known = { index, leader };
      yield link(index, leader, 0.8);
    } else if (known && isOne && phrase.determiner === 'definite' && !hasOwner(phrase, discourse))
      yield link(index, known.leader, 0.7);
  }
};

const link = (phrase: number, to: number, certainty: number): Link => ({ phrase, to: [to], certainty });

const isDelegation = ({ kind, noun, number, parts, hidden }: Phrase): boolean =>
  kind === 'description' && number === 'singular' && !parts && !hidden && /^(?:delegation|entourage)$/.test(noun);

/** The one by whom it is "led" or "headed". */
function leaderOf({ sentence, head }: Phrase, discourse: Discourse, chains: Chains): number | null {
  const tree = discourse.trees[sentence];
  if (!tree) return null;
  for (const verb of dependents(tree, head, 'acl')) {
    if (!/^(?:lead|head)$/.test(lemma(tree, verb))) continue;
    for (const agent of dependents(tree, verb, 'obl')) {
      const isBy = dependents(tree, agent, 'case').some((token) => form(tree, token) === 'by');
      const leader = discourse.headed[sentence]?.get(agent);
      if (isBy && leader !== undefined && chains.isNamed(leader) && chains.chain(leader).type === 'person')
        return leader;
    }
  }
  return null;
}

/** "the Danish delegation", "the delegation of Norway" may be another. */
function hasOwner({ sentence, from, to, head }: Phrase, { trees }: Discourse): boolean {
  const tree = trees[sentence];
  return to - from > 2 || (!!tree && dependents(tree, head, 'nmod').some((child) => child > head));
}
