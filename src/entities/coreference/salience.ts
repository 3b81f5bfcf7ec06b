import type { Discourse } from '../discourse.ts';
import type { Phrase } from '../phrase.ts';
import type { Tree } from '../tree.ts';

/** So many sentences back a pronoun can reach. */
export const WINDOW = 3;

/**
 * How strongly a phrase offers itself as what a pronoun refers to; 0 where grammar forbids it. Subjects before objects
 * before the rest, the same sentence and the same role before others, halved with every sentence between.
 */
export function salience(pronoun: Phrase, candidate: Phrase, discourse: Discourse): number {
  const tree = discourse.trees[pronoun.sentence];
  const own = discourse.trees[candidate.sentence];
  if (!tree || !own) return 0;
  const isSame = pronoun.sentence === candidate.sentence;
  if (isSame && forbidden(pronoun, candidate, tree)) return 0;
  const isAhead = isSame && candidate.start > pronoun.start;
  if (isAhead && !isCataphor(pronoun, candidate, tree)) return 0;
  const role = roleOf(candidate, own);
  let weight = ROLE_WEIGHT[role];
  if (roleOf(pronoun, tree) === role && role !== 'other') weight += 20;
  if (isMainClause(candidate, own)) weight += 15;
  if (candidate.kind === 'name') weight += 10;
  if (candidate.kind === 'pronoun') weight += 10;
  if (candidate.determiner === 'indefinite' || (candidate.determiner === 'bare' && candidate.kind === 'description'))
    weight -= 10;
  if (isAhead) return weight + 60;
  return (weight + (isSame ? 25 : 0)) * 0.5 ** (pronoun.sentence - candidate.sentence);
}

type Role = 'subject' | 'object' | 'oblique' | 'owner' | 'other';

const ROLE_WEIGHT: Readonly<Record<Role, number>> = { subject: 80, object: 50, oblique: 40, owner: 40, other: 30 };

function roleOf(phrase: Phrase, tree: Tree): Role {
  let { relation = '', head = -1 } = tree.tokens[phrase.head] ?? {};
  // a conjunct has the role of the first
  for (let steps = 0; steps < 4 && relation === 'conj'; steps++)
    ({ relation = '', head = -1 } = tree.tokens[head] ?? {});
  if (/^(?:nsubj|csubj)/.test(relation)) return 'subject';
  if (/^i?obj/.test(relation)) return 'object';
  if (/^obl/.test(relation)) return 'oblique';
  return relation === 'nmod:poss' ? 'owner' : 'other';
}

function isMainClause(phrase: Phrase, tree: Tree): boolean {
  const clause = tree.clauseOf(phrase.head);
  return tree.tokens[clause]?.head === -1;
}

/** A pronoun and another phrase of the same clause are two, unless the pronoun is an owner; nor is a phrase within itself. */
function forbidden(pronoun: Phrase, candidate: Phrase, tree: Tree): boolean {
  const isOwner = tree.tokens[pronoun.head]?.relation === 'nmod:poss';
  const heads = candidate.parts ? [candidate.head] : [candidate.head];
  for (const head of heads) {
    if (tree.isUnder(pronoun.head, head) && !hasClauseBetween(pronoun.head, head, tree)) return true;
    if (
      !isOwner &&
      isArgument(pronoun.head, tree) &&
      isArgument(head, tree) &&
      tree.clauseOf(pronoun.head) === tree.clauseOf(head)
    )
      return true;
  }
  // "his brother": the candidate that the pronoun owns, or owns part of
  return isOwner && tree.isUnder(pronoun.head, candidate.head) && !hasClauseBetween(pronoun.head, candidate.head, tree);
}

const isArgument = (token: number, tree: Tree): boolean =>
  /^(?:nsubj|i?obj|obl|conj)/.test(tree.tokens[token]?.relation ?? '');

function hasClauseBetween(low: number, high: number, tree: Tree): boolean {
  let at = low;
  for (let steps = 0; steps < 40 && at >= 0 && at !== high; steps++) {
    if (/^(?:acl|advcl|ccomp|xcomp|conj|parataxis|appos)/.test(tree.tokens[at]?.relation ?? '')) return true;
    at = tree.tokens[at]?.head ?? -1;
  }
  return false;
}

/** "During his visit, Mara said": a pronoun within what stands before the subject of its clause can mean the subject. */
function isCataphor(pronoun: Phrase, candidate: Phrase, tree: Tree): boolean {
  const subject = tree.tokens[candidate.head];
  if (!subject || !/^nsubj/.test(subject.relation)) return false;
  return (tree.children[subject.head] ?? []).some(
    (child) =>
      child < candidate.head &&
      /^(?:obl|advcl)/.test(tree.tokens[child]?.relation ?? '') &&
      tree.isUnder(pronoun.head, child),
  );
}
