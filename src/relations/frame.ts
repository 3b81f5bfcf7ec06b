import { dependents } from '../language/tree.ts';
import type { Finding } from './finding.ts';
import type { Node, Phrases } from './phrases.ts';
import type { Argument, Proposition } from './proposition.ts';

/** The arguments of a proposition as entities. */
export interface Frame {
  one: Proposition;
  subject: Node[];
  object: Node[];
  indirect: Node[];
  /** `inner`: it stands behind something without a name that is the argument ("at his home in [A]"). */
  oblique: { argument: Argument; nodes: Node[]; inner?: true }[];
  /** Heads of arguments that a rule has used. */
  used: Set<number>;
  /** Entities that stand in a relation of the clause. */
  tied: Set<number>;
}

/** The words of the predicate: the verb with its particle. */
export function said({ tree }: Phrases, one: Proposition): Pick<Finding, 'predicate' | 'trigger'> {
  const particle = dependents(tree, one.predicate, 'compound:prt').find((p) => p === one.predicate + 1);
  return { predicate: one.predicate, trigger: [one.predicate, (particle ?? one.predicate) + 1] };
}
