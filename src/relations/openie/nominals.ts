import { dependents, isNoun, lemma, type Tree } from '../../language/tree.ts';
import { roleKind } from '../../lexicon/index.ts';
import type { Draft } from './clauses.ts';
import { clauseWords, phrase } from './words.ts';

/** What nouns say without a verb: appositions, titles, possessors. */
export function fromNouns(tree: Tree): Draft[] {
  return tree.order.flatMap((token) =>
    isNoun(tree, token) ? [...appositions(tree, token), ...possessions(tree, token), ...titles(tree, token)] : [],
  );
}

/** "X, Y of Z": X is Y of Z. */
function appositions(tree: Tree, head: number): Draft[] {
  return dependents(tree, head, 'appos')
    .filter((child) => isNoun(tree, child))
    .map((child) => ({
      relation: [],
      before: 'is',
      subject: phrase(tree, head),
      rest: [clauseWords(tree, child)],
      rate: 0.6,
      hinges: [child],
    }));
}

/** "President X": X is President. */
function titles(tree: Tree, head: number): Draft[] {
  if (tree.tokens[head]?.upos !== 'PROPN') return [];
  return dependents(tree, head, 'compound', 'nmod:desc')
    .filter((child) => child < head && roleKind(lemma(tree, child)) !== null)
    .map((child) => ({
      relation: [],
      before: 'is',
      subject: phrase(tree, head).filter((token) => token > child),
      rest: [clauseWords(tree, child)],
      rate: 0.55,
      hinges: [child],
    }));
}

/** "X's Y": X has Y. */
function possessions(tree: Tree, head: number): Draft[] {
  return dependents(tree, head, 'nmod:poss')
    .filter((child) => isNoun(tree, child))
    .map((child) => ({
      relation: [],
      before: 'has',
      subject: phrase(tree, child).filter((token) => tree.tokens[token]?.xpos !== 'POS'),
      rest: [phrase(tree, head).filter((token) => token > child && tree.tokens[token]?.xpos !== 'POS')],
      rate: 0.3,
      hinges: [child],
    }));
}
