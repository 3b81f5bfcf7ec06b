import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Discourse } from '../discourse.ts';
import { type Phrase, PRONOUNS } from '../phrase.ts';
import type { Chains, Link } from './chains.ts';
import type { Sieve } from './index.ts';
import { candidatesOf, kindOf, noneFeatures } from './pronoun-features.ts';

const Weights = z.record(z.string(), z.number());
/** Of each kind of pronoun, by feature. */
const weights = new Map<string, Map<string, number>>();
for (const [name, weight] of Object.entries(
  Weights.parse(JSON.parse(readFileSync(new URL('../data/pronouns.json', import.meta.url), 'utf8'))),
)) {
  const [kind = '', ...feature] = name.split(' ');
  const known = weights.get(kind) ?? new Map<string, number>();
  weights.set(kind, known.set(feature.join(' '), weight));
}

/** Below this a pronoun is left alone. */
const SURE = 0.5;

/**
 * Third-person pronouns: a log-linear model chooses among the phrases of the last sentences that agree, named and
 * unnamed, or none; the probability of a chain is the sum over its phrases. Weights learnt on GUM's training part.
 *
 * @see Denis & Baldridge, Specialized Models and Ranking for Coreference Resolution, EMNLP 2008
 */
export const pronouns: Sieve = function* (discourse, chains) {
  for (const [index, phrase] of discourse.phrases.entries()) {
    if (phrase.kind !== 'pronoun' || PRONOUNS.get(phrase.noun)?.person !== 'third') continue;
    if (chains.isLinked(index)) continue;
    const link = choose(index, phrase, discourse, chains);
    if (link) yield link;
  }
};

function choose(index: number, pronoun: Phrase, discourse: Discourse, chains: Chains): Link | null {
  const candidates = candidatesOf(index, discourse, chains);
  const known = weights.get(kindOf(pronoun));
  const power = (features: readonly string[]): number =>
    Math.exp(features.reduce((sum, feature) => sum + (known?.get(feature) ?? 0), 0));
  const powers = candidates.map(({ features }) => power(features));
  const total = powers.reduce((sum, one) => sum + one, power(noneFeatures(index, discourse)));
  /** By chain: its probability, and the phrase of it that is surest and nearest. */
  const shares = new Map<number, { to: number; share: number }>();
  for (const [at, candidate] of candidates.entries()) {
    const share = (powers[at] ?? 0) / total;
    const id = chains.id(candidate.index);
    const before = shares.get(id);
    if (!before) shares.set(id, { to: candidate.index, share });
    else {
      before.share += share;
      if (chains.certainty(candidate.index) > chains.certainty(before.to)) before.to = candidate.index;
    }
  }
  let best: { to: number; share: number } | null = null;
  for (const one of shares.values()) if (one.share > (best?.share ?? 0)) best = one;
  if (!best || best.share < SURE) return null;
  return { phrase: index, to: discourse.phrases[best.to]?.parts ?? [best.to], certainty: Math.min(0.95, best.share) };
}
