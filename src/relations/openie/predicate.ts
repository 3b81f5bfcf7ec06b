import { dependents, form, head, isVerb, relation, type Tree } from '../../language/tree.ts';
import type { Proposition } from '../proposition.ts';

/** The verbs that say one thing together ("wants to go", "began moving"), the finite one first. */
export function chain(tree: Tree, one: Proposition): number[] {
  const verbs = [one.predicate];
  if (one.kind === 'copula') return verbs;
  for (let at = 0; at < verbs.length && verbs.length < 4; at++) {
    const verb = verbs[at] ?? -1;
    if (dependents(tree, verb, 'obj', 'iobj').length > 0) break;
    const next = dependents(tree, verb, 'xcomp').find((child) => child > verb && isVerb(tree, child));
    if (next !== undefined) verbs.push(next);
  }
  return verbs;
}

/** Whether a clause is said as part of the one above: "go" of "wants to go". */
export function isChained(tree: Tree, token: number): boolean {
  const above = head(tree, token);
  return (
    relation(tree, token) === 'xcomp' &&
    above >= 0 &&
    token > above &&
    isVerb(tree, above) &&
    isVerb(tree, token) &&
    dependents(tree, above, 'obj', 'iobj').length === 0 &&
    dependents(tree, above, 'xcomp').find((child) => child > above && isVerb(tree, child)) === token
  );
}

/** The tokens of the relation: the verbs of a chain with auxiliaries, particles and the adverbs between them. */
export function relationWords(tree: Tree, one: Proposition, verbs: readonly number[]): number[] {
  const all = new Set<number>();
  for (const verb of verbs) {
    if (one.kind === 'verb') all.add(verb);
    for (const child of tree.children[verb] ?? []) if (isOfRelation(tree, child, verb)) all.add(child);
  }
  if (one.kind === 'verb') addInner(tree, all, verbs);
  return [...all].sort((a, b) => a - b);
}

function isOfRelation(tree: Tree, child: number, verb: number): boolean {
  const name = relation(tree, child);
  if (name === 'aux' || name === 'cop') return true;
  if (tree.tokens[child]?.relation === 'compound:prt') return true;
  if (name === 'mark') return form(tree, child) === 'to' && relation(tree, verb) === 'xcomp';
  return name === 'advmod' && child < verb && NEGATION.has(form(tree, child));
}

const NEGATION = new Set(['not', "n't", 'never', 'no', 'longer']);

/** Single adverbs between the first and the last word, and right before the verb. */
function addInner(tree: Tree, all: Set<number>, verbs: readonly number[]): void {
  const first = Math.min(...all);
  for (const verb of verbs)
    for (const child of dependents(tree, verb, 'advmod')) {
      if ((tree.children[child] ?? []).length > 0) continue;
      if ((child > first && child < verb) || child === verb - 1) all.add(child);
    }
}
