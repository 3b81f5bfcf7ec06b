import type { Model } from '../../../src/language/index.ts';
import { type Judged, judgedByGold, judgedByParses } from './judged.ts';
import type { Example } from './regression.ts';

/**
 * How much a statement judged by gold parses counts beside one judged by hand. The rules were written with the gold
 * articles in view, so that these alone would make every statement sure; those of other texts, where a wrong parse is the
 * most common fault, keep the level down and show what speaks against a statement.
 */
const PROXY_WEIGHT = 0.25;
/** Gold tells what may be said too, and need not be; who reads statements one by one is stricter. */
const UNSEEN_WEIGHT = 0.7;
/** Treebanks that the parser was not trained on. */
const UNSEEN = ['gum-dev', 'gum-test'];
/** See `regress`. */
export const PENALTY = 1;

export interface Material {
  gold: Judged[];
  /** Of articles that the rules were not written for, judged by hand. */
  unseen: Judged[];
  proxy: Judged[];
}

/** @param also folders like `shared`, with articles of their own under `bench/gold` */
export const gather = (shared: string, also: readonly string[], model: Model): Material => ({
  gold: judgedByGold(shared, model),
  unseen: also.flatMap((folder) => judgedByGold(folder, model)),
  proxy: UNSEEN.flatMap((treebank) => judgedByParses(shared, treebank, model)),
});

/** What to fit to; without one of the articles where that is to be predicted. Where enough is judged by hand, parses judge nothing. */
export function examples({ gold, unseen, proxy }: Material, without?: string): Example[] {
  const kept = ({ article }: Judged) => article !== without;
  return [
    ...gold.filter(kept).map((one) => ({ ...one, weight: 1 })),
    ...unseen.filter(kept).map((one) => ({ ...one, weight: UNSEEN_WEIGHT })),
    ...(unseen.length === 0 ? proxy.map((one) => ({ ...one, weight: PROXY_WEIGHT })) : []),
  ];
}
