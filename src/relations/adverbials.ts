import { dependents, head, isNoun, lemma, preposition, relation } from '../language/tree.ts';
import { modifiers } from './clauses.ts';
import type { Finding } from './finding.ts';
import { nodes } from './noun-phrase.ts';
import { pair } from './pairs.ts';
import type { Node, Phrases } from './phrases.ts';
import type { Argument, Proposition } from './proposition.ts';
import { phraseRulesOf, type Rule, singular } from './verbs.ts';

/** How often the findings are right. */
const RATE = 0.88;

/** "A spoke in support of B", "at B's invitation", "A is in charge of B": what a phrase says of the one who acts. */
export function fromAdverbials(phrases: Phrases, propositions: readonly Proposition[]): Finding[] {
  const { tree } = phrases;
  const made = new Map(propositions.map((one) => [one.predicate, one]));
  return tree.order.flatMap((noun) => {
    if (!isNoun(tree, noun) || phrases.owner[noun]?.kind === 'name') return [];
    const rules = phraseRulesOf(singular(lemma(tree, noun)));
    if (rules.length === 0) return [];
    const link = preposition(tree, noun);
    const fitting = rules.filter((rule) => rule.link === link);
    const doers = fitting.length === 0 ? [] : actors(phrases, noun, made).flatMap((a) => nodes(phrases, a.head));
    return fitting.flatMap((rule) =>
      pair(doers, targets(phrases, noun, rule), rule).map(
        (ends): Finding => ({
          ...ends,
          type: rule.type,
          predicate: noun,
          trigger: [noun, noun + 1],
          rule: rule.name,
          rate: RATE,
        }),
      ),
    );
  });
}

/** Who acts in the clause of a phrase; where the parser hung it on an object, in the clause of that. */
function actors({ tree }: Phrases, noun: number, made: ReadonlyMap<number, Proposition>): Argument[] {
  const above = head(tree, noun);
  const clause = made.get(noun) ?? made.get(above) ?? made.get(head(tree, above));
  const isHeld = made.has(noun) || made.has(above) || /^(?:obj|obl)$/.test(relation(tree, above));
  return clause && isHeld ? clause.subject : [];
}

function targets(phrases: Phrases, noun: number, { preposition: wanted }: Rule): Node[] {
  const behind = modifiers(phrases, noun, wanted).flatMap((target) => target.nodes);
  // "found a hole in A's defence" did not defend A
  if (behind.length > 0 || !/^(?:of|by|from)$/.test(wanted) || relation(phrases.tree, noun) === 'nmod') return behind;
  return dependents(phrases.tree, noun, 'nmod:poss').flatMap((owner) => nodes(phrases, owner));
}
