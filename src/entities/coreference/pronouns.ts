import type { Discourse } from '../discourse.ts';
import { isGroupNoun } from '../nouns.ts';
import { type Phrase, PRONOUNS } from '../phrase.ts';
import { quotationAt } from '../quotations.ts';
import type { Chain, Chains, Link } from './chains.ts';
import type { Sieve } from './index.ts';
import { salience, WINDOW } from './salience.ts';

/**
 * Third-person pronouns: of what was spoken of shortly before and agrees in number, gender and kind, the most salient.
 * Unnamed phrases compete too, so that "they" of "her parents" is not tied to a name.
 *
 * @see Lappin & Leass, An Algorithm for Pronominal Anaphora Resolution, CL 1994
 */
export const pronouns: Sieve = function* (discourse, chains) {
  for (const [index, phrase] of discourse.phrases.entries()) {
    const pronoun = phrase.kind === 'pronoun' ? PRONOUNS.get(phrase.noun) : undefined;
    if (pronoun?.person !== 'third' || chains.isLinked(index)) continue;
    if (isEmpty(phrase, discourse)) continue;
    const link = antecedent(index, phrase, discourse, chains);
    if (link) yield link;
  }
};

/** "It is clear that …": an "it" that announces a clause refers to nothing. */
function isEmpty(phrase: Phrase, { trees }: Discourse): boolean {
  const tree = trees[phrase.sentence];
  const token = tree?.tokens[phrase.head];
  if (!tree || phrase.noun !== 'it' || !/^nsubj/.test(token?.relation ?? '')) return false;
  const head = tree.tokens[token?.head ?? -1];
  const clauses = (tree.children[token?.head ?? -1] ?? []).map((child) => tree.tokens[child]?.relation ?? '');
  return (
    (head?.upos === 'ADJ' && clauses.some((one) => /^(?:csubj|ccomp|advcl|xcomp)/.test(one))) ||
    clauses.includes('csubj')
  );
}

function antecedent(index: number, phrase: Phrase, discourse: Discourse, chains: Chains): Link | null {
  const weights = new Map<number, { index: number; weight: number }>();
  const from = Math.max(0, phrase.sentence - WINDOW);
  for (let sentence = from; sentence <= phrase.sentence; sentence++) {
    for (const other of candidatesIn(sentence, discourse)) {
      const candidate = discourse.phrases[other];
      if (!candidate || other === index || !agrees(phrase, candidate, chains.chain(other))) continue;
      const weight = salience(phrase, candidate, discourse);
      if (weight <= 0) continue;
      const id = chains.id(other);
      const known = weights.get(id);
      // every mention of it within sight adds a little
      if (!known) weights.set(id, { index: other, weight });
      else
        weights.set(id, {
          index: weight > known.weight ? other : known.index,
          weight: Math.max(known.weight, weight) + 0.15 * Math.min(known.weight, weight),
        });
    }
  }
  const ranked = [...weights.values()].sort((a, b) => b.weight - a.weight);
  const [best, next] = ranked;
  if (!best) return null;
  const parts = discourse.phrases[best.index]?.parts;
  const margin = next ? (best.weight - next.weight) / best.weight : 1;
  const certainty = Math.min(0.9, 0.5 + 0.6 * margin);
  if (margin < 0.03) return null;
  return { phrase: index, to: parts ?? [best.index], certainty };
}

function candidatesIn(sentence: number, discourse: Discourse): readonly number[] {
  return (discourse.inSentence[sentence] ?? []).filter((index) => {
    const phrase = discourse.phrases[index];
    return phrase && (!phrase.hidden || phrase.parts);
  });
}

function agrees(pronoun: Phrase, candidate: Phrase, chain: Chain): boolean {
  if (candidate.kind === 'pronoun' && PRONOUNS.get(candidate.noun)?.person === 'speaker') return false;
  if (candidate.kind === 'pronoun' && !sameQuotationSide(candidate, pronoun)) return false;
  if (pronoun.gender) {
    if (candidate.parts || chain.human === false || (chain.human === null && chain.type !== null)) return false;
    if (chain.type !== null && chain.type !== 'person') return false;
    if (chain.number === 'plural') return false;
    return chain.gender === null ? chain.human === true : chain.gender === pronoun.gender;
  }
  if (pronoun.number === 'singular') {
    if (candidate.parts || candidate.adjective || chain.type === 'person' || chain.human === true) return false;
    return candidate.number !== 'plural' && chain.number !== 'plural';
  }
  if (candidate.parts) return true;
  if (candidate.number === 'plural') return true;
  if (chain.type === 'person' || chain.gender) return false;
  return (
    chain.type === 'organization' || isGroupNoun(candidate.noun) || (chain.country !== null && !candidate.adjective)
  );
}

const sameQuotationSide = (_a: Phrase, _b: Phrase): boolean => true;
void quotationAt;
