import { clauseOf, dependents } from '../../language/tree.ts';
import type { Discourse } from '../discourse.ts';
import { type Phrase, PRONOUNS } from '../phrase.ts';
import type { Sieve } from './index.ts';

/** "who", "which", "whose" refer to the noun that their clause hangs on; a reflexive, to the subject of its clause. */
export const relatives: Sieve = function* (discourse) {
  for (const [index, phrase] of discourse.phrases.entries()) {
    if (phrase.kind !== 'pronoun') continue;
    const pronoun = PRONOUNS.get(phrase.noun);
    const to =
      pronoun?.person === 'relative'
        ? antecedentOfClause(phrase, discourse)
        : pronoun?.reflexive
          ? subjectOf(phrase, discourse)
          : undefined;
    const found = to === undefined ? undefined : discourse.phrases[to];
    if (to === undefined || !found || to === index) continue;
    if (pronoun?.reflexive && pronoun.gender && found.gender && pronoun.gender !== found.gender) continue;
    yield { phrase: index, to: [to], certainty: 0.95 };
  }
};

function antecedentOfClause(phrase: Phrase, { trees, headed }: Discourse): number | undefined {
  const tree = trees[phrase.sentence];
  if (!tree) return undefined;
  let at = phrase.head;
  for (let steps = 0; steps < 12 && at >= 0; steps++) {
    const token = tree.tokens[at];
    if (!token) return undefined;
    if (token.relation === 'acl:relcl') return headed[phrase.sentence]?.get(token.head);
    at = token.head;
  }
  return undefined;
}

function subjectOf(phrase: Phrase, { trees, headed }: Discourse): number | undefined {
  const tree = trees[phrase.sentence];
  if (!tree) return undefined;
  let clause = clauseOf(tree, phrase.head);
  for (let steps = 0; steps < 4 && clause >= 0; steps++) {
    const [subject] = dependents(tree, clause, 'nsubj');
    if (subject !== undefined) return headed[phrase.sentence]?.get(subject);
    const { relation = '', head = -1 } = tree.tokens[clause] ?? {};
    if (!/^(?:xcomp|conj|advcl)/.test(relation)) return undefined;
    clause = head;
  }
  return undefined;
}
