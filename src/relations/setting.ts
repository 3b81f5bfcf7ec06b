import { dependents, head, preposition, relation } from '../language/tree.ts';
import type { Finding } from './finding.ts';
import { nodes } from './noun-phrase.ts';
import type { Phrases } from './phrases.ts';
import type { Proposition } from './proposition.ts';
import { isSetting } from './verbs.ts';

/** The entity of the place where a finding's clause is set ("in Vienna", "at the embassy"); a building before a city; null for none. */
export function settingOf(phrases: Phrases, finding: Finding, clauses: readonly Proposition[]): number | null {
  const { tree } = phrases;
  const above = head(tree, finding.predicate);
  const holders = [
    finding.predicate,
    ...(relation(tree, finding.predicate) === 'obj' || relation(tree, finding.predicate) === 'obl' ? [above] : []),
  ];
  const heads = holders.flatMap((at) => {
    const clause = clauses.find((one) => one.predicate === at);
    const obliques = clause ? clause.oblique.map((argument) => argument.head) : dependents(tree, at, 'nmod', 'obl');
    return obliques.filter(
      (h) => isSetting(preposition(tree, h)) || clause?.oblique.some((a) => a.head === h && isSetting(a.preposition)),
    );
  });
  const sites = heads
    .flatMap((h) => nodes(phrases, h))
    .filter(
      (n) =>
        (n.type === 'place' || n.type === 'facility') &&
        n.entity !== finding.subject.entity &&
        n.entity !== finding.object.entity,
    );
  return (sites.find((n) => n.type === 'facility') ?? sites[0])?.entity ?? null;
}
