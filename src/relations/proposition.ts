import { dependents, subtree, type Tree } from '../language/tree.ts';

/** A phrase that a predicate takes, by its head token. */
export interface Argument {
  head: number;
  /** The preposition before it ("with", "according_to"); '' where there is none. */
  preposition: string;
}

/**
 * A predicate with its arguments, as if the sentence were in the active voice: `subject` acts, whatever the voice,
 * the mood and the clause in which it is said.
 */
export interface Proposition {
  /** The token that says it: a verb, or the noun or adjective of a copula. */
  predicate: number;
  /** Lemma, with its particle: "lift_off". */
  verb: string;
  kind: 'verb' | 'copula';
  /** The verb is passive, so that what stands as its subject in the sentence is the object here. */
  passive: boolean;
  subject: Argument[];
  object: Argument[];
  indirect: Argument[];
  oblique: Argument[];
  /** The subject stands in another clause: control, coordination, a participle. */
  shared: boolean;
  /** The proposition whose subject it shares or whose complement it is; null at the root. */
  parent: Proposition | null;
}

/** The tokens of an argument in the order of the text, without the preposition. */
export function argumentTokens(tree: Tree, { head: token }: Argument): number[] {
  const cases = new Set(dependents(tree, token, 'case').flatMap((t) => subtree(tree, t)));
  return subtree(tree, token).filter((t) => !cases.has(t));
}

/** What stands as the subject of `one` in the sentence, whatever its voice. */
export const surfaceSubject = (one: Proposition): Argument[] => (one.passive ? one.object : one.subject);

export const hasClause = (tree: Tree, token: number): boolean => dependents(tree, token, 'ccomp', 'xcomp').length > 0;

export const hasOwnSubject = (tree: Tree, token: number): boolean =>
  dependents(tree, token, 'nsubj', 'csubj').length > 0;
