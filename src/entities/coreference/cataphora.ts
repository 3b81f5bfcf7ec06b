import { dependents, span, type Tree } from '../../language/tree.ts';
import { type Phrase, PRONOUNS } from '../phrase.ts';
import type { Sieve } from './index.ts';

/**
 * "During his visit, Mayor Mara Ilves said": a pronoun in a phrase that opens the sentence speaks of the person who is
 * named in full as the subject behind it. A surname alone is more often another person, already known.
 */
export const cataphora: Sieve = function* ({ phrases, trees, headed }, chains) {
  for (const [index, phrase] of phrases.entries()) {
    const tree = trees[phrase.sentence];
    if (phrase.kind !== 'pronoun' || !phrase.gender || !tree || chains.isLinked(index)) continue;
    if (PRONOUNS.get(phrase.noun)?.person !== 'third') continue;
    const subject = subjectBehind(phrase, tree);
    if (subject === undefined) continue;
    const to = namesAt(subject, tree)
      .map((token) => headed[phrase.sentence]?.get(token))
      .find((one) => one !== undefined);
    if (to === undefined) continue;
    const { gender, type, members } = chains.chain(to);
    // "Denmark's mayor, Mara Ilves, said": the name can stand beside the subject
    const isFull = members.some((member) => {
      const name = phrases[member];
      return (
        name?.kind === 'name' &&
        name.sentence === phrase.sentence &&
        (name.title !== undefined || name.to - name.from > 1)
      );
    });
    if (isFull && type === 'person' && (gender === null || gender === phrase.gender))
      yield { phrase: index, to: [to], certainty: 0.75 };
  }
};

/** The subject's head, and what stands in apposition to it: in "Norwegian minister Mara Ilves" either may be the head. */
const namesAt = (subject: number, tree: Tree): number[] => [subject, ...dependents(tree, subject, 'appos')];

/** The subject of the clause that the sentence's opening phrase, with the pronoun in it, hangs on. */
function subjectBehind(pronoun: Phrase, tree: Tree): number | undefined {
  let at = pronoun.head;
  for (let steps = 0; steps < 20 && at >= 0; steps++) {
    const { relation = '', head = -1 } = tree.tokens[at] ?? {};
    if (/^(?:obl|advcl)/.test(relation) && head > at) {
      const [from] = span(tree, at);
      const [subject] = dependents(tree, head, 'nsubj');
      if (from === 0 && subject !== undefined && subject > at) return subject;
    }
    at = head;
  }
  return undefined;
}
