import type { Model } from '../../../src/language/index.ts';
import { type Judged, judgedByGold, judgedByParses } from './judged.ts';
import type { Example } from './regression.ts';

/**
 * How much a statement judged by gold parses counts beside one judged by hand. The rules were written with the gold
 * articles in view, so that these alone would make every statement sure; those of other texts, where a wrong parse is the
 * most common fault, keep the level down and show what speaks against a statement.
 */
const PROXY_WEIGHT = 0.25;
/** Treebanks that the parser was not trained on. */
const UNSEEN = ['gum-dev', 'gum-test'];
/** See `regress`. */
export const PENALTY = 20;

export interface Material {
  gold: Judged[];
  proxy: Judged[];
}

export const gather = (shared: string, model: Model): Material => ({
  gold: judgedByGold(shared, model),
  proxy: UNSEEN.flatMap((treebank) => judgedByParses(shared, treebank, model)),
});

/** What to fit to; without one of the gold articles where that is to be predicted. */
export function examples({ gold, proxy }: Material, without?: string): Example[] {
  return [
    ...gold.filter(({ article }) => article !== without).map((one) => ({ ...one, weight: 1 })),
    ...proxy.map((one) => ({ ...one, weight: PROXY_WEIGHT })),
  ];
}
