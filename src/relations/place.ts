import type { Mention } from '../entities/entity.ts';
import { isNoun, type Tree } from '../language/tree.ts';
import type { Finding } from './finding.ts';
import type { Node } from './phrases.ts';

/** How often the findings of each kind of rule are right. */
export const RATE = { comma: 0.98, preposition: 0.92, possessive: 0.8, body: 0.97, capital: 0.97, inner: 0.9 };

/** That one named thing lies in another, or belongs to it, as words that stand beside them say. */
export const place = (
  subject: Node,
  object: Node,
  at: readonly [number, number],
  type: string,
  rule: string,
  rate: number,
): Finding => ({
  subject,
  object,
  type,
  predicate: subject.mention.head,
  trigger: at,
  rule,
  rate,
  state: 'named',
});

export const canHold = (node: Node): boolean => node.type === 'place' || node.type === 'facility';

export const isPossessed = (tree: Tree, mention: Mention): boolean => tree.tokens[mention.to]?.xpos === 'POS';

/** Whether a name says of the noun behind it what kind of thing that is: "[Danish] officials", "[Skylark] membership". */
export function isModifier(tree: Tree, { head, to }: Mention): boolean {
  const { head: above = -1, relation = '' } = tree.tokens[head] ?? {};
  return above >= to && /^(?:compound|amod|nmod)$/.test(relation) && isNoun(tree, to);
}
