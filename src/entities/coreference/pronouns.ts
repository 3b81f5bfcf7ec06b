import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Discourse } from '../discourse.ts';
import { PRONOUNS } from '../phrase.ts';
import type { Chains, Link } from './chains.ts';
import type { Sieve } from './index.ts';
import { candidatesOf, noneFeatures } from './pronoun-features.ts';

const weights: ReadonlyMap<string, number> = new Map(
  Object.entries(
    z
      .record(z.string(), z.number())
      .parse(JSON.parse(readFileSync(new URL('../data/pronouns.json', import.meta.url), 'utf8'))),
  ),
);

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
    const link = choose(index, discourse, chains);
    if (link) yield link;
  }
};

function choose(index: number, discourse: Discourse, chains: Chains): Link | null {
  const candidates = candidatesOf(index, discourse, chains);
  const powers = candidates.map(({ features }) => Math.exp(score(features)));
  const total = powers.reduce((sum, power) => sum + power, Math.exp(score(noneFeatures(index, discourse))));
  /** By chain: its probability, and the phrase of it that is surest and nearest. */
  const shares = new Map<number, { to: number; share: number }>();
  for (const [at, candidate] of candidates.entries()) {
    const share = (powers[at] ?? 0) / total;
    const id = chains.id(candidate.index);
    const known = shares.get(id);
    if (!known) shares.set(id, { to: candidate.index, share });
    else {
      known.share += share;
      if (chains.certainty(candidate.index) > chains.certainty(known.to)) known.to = candidate.index;
    }
  }
  let best: { to: number; share: number } | null = null;
  for (const one of shares.values()) if (one.share > (best?.share ?? 0)) best = one;
  if (!best || best.share < SURE) return null;
  return { phrase: index, to: discourse.phrases[best.to]?.parts ?? [best.to], certainty: Math.min(0.95, best.share) };
}

const score = (features: readonly string[]): number =>
  features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0);
