import { dependents, form, type Tree } from '../../language/tree.ts';
import type { Discourse } from '../discourse.ts';
import { isGroupNoun } from '../nouns.ts';
import type { Phrase } from '../phrase.ts';
import { isCoordination } from '../phrases.ts';
import type { Chains, Link } from './chains.ts';
import type { Sieve } from './index.ts';

/**
 * A noun set beside a name or said of it by "be" speaks of the same: "Mara Ilves, the mayor", "the mayor, Mara Ilves",
 * "Foreign Minister Mara Ilves", "Mara Ilves is the mayor". Two names set side by side are two ("Varna, Bulgaria").
 */
export const appositions: Sieve = function* (discourse, chains) {
  for (const [index, phrase] of discourse.phrases.entries()) {
    if (phrase.parts || phrase.kind === 'pronoun') continue;
    if (phrase.hidden) yield* titleOf(index, phrase, discourse);
    else yield* besides(index, phrase, discourse, chains);
  }
};

/** The name right behind a title. */
function* titleOf(index: number, phrase: Phrase, { phrases, inSentence }: Discourse): Iterable<Link> {
  const name = inSentence[phrase.sentence]?.find((one) => {
    const other = phrases[one];
    return other?.kind === 'name' && !other.adjective && other.from >= phrase.to && other.from <= phrase.to + 1;
  });
  if (name !== undefined) yield { phrase: index, to: [name], certainty: 1 };
}

function* besides(index: number, phrase: Phrase, discourse: Discourse, chains: Chains): Iterable<Link> {
  const tree = discourse.trees[phrase.sentence];
  const token = tree?.tokens[phrase.head];
  const heads = discourse.headed[phrase.sentence];
  if (!tree || !token || heads?.get(phrase.head) !== index) return;
  if (/^(?:appos|flat|nmod:desc)$/.test(token.relation) || isListedApposition(phrase, tree)) {
    const other = heads.get(token.head);
    const beside = other === undefined ? undefined : discourse.phrases[other];
    if (other !== undefined && beside && isBeside(phrase, beside, tree) && mayBeOne(index, other, discourse, chains))
      yield link(index, other, discourse, 0.9);
  }
  const children = tree.children[phrase.head] ?? [];
  if (phrase.kind !== 'description' || dependents(tree, phrase.head, 'cop').length === 0) return;
  const isDenied = children.some((child) => /^(?:not|n't|never|no)$/.test(form(tree, child)));
  const isMarked = dependents(tree, phrase.head, 'mark', 'case').length > 0;
  const isSure = !isMarked && !children.some((child) => tree.tokens[child]?.xpos === 'MD');
  const [subject] = dependents(tree, phrase.head, 'nsubj');
  const other = subject === undefined ? undefined : heads.get(subject);
  if (other === undefined || isDenied || !isSure) return;
  if (discourse.phrases[other]?.kind !== 'pronoun' && mayBeOne(index, other, discourse, chains))
    yield { phrase: index, to: [other], certainty: 0.85 };
}

/** "Mara Ilves, the mayor, spoke", parsed as a list without "and". */
function isListedApposition(phrase: Phrase, tree: Tree): boolean {
  const token = tree.tokens[phrase.head];
  if (token?.relation !== 'conj' || phrase.kind !== 'description' || phrase.determiner !== 'definite') return false;
  const conjuncts = dependents(tree, token.head, 'conj');
  return conjuncts.length === 1 && !isCoordination(tree, conjuncts);
}

/** Whether nothing but a mark stands before the later of two phrases, and it owns nothing that follows. */
function isBeside(one: Phrase, other: Phrase, tree: Tree): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  const before = tree.tokens[second.from - 1];
  const touches = first.to === second.from || before?.upos === 'PUNCT' || before?.lemma === 'as';
  return touches && tree.tokens[second.to]?.xpos !== 'POS';
}

function link(index: number, other: number, { phrases }: Discourse, certainty: number): Link {
  const isName = phrases[index]?.kind === 'name';
  return isName ? { phrase: other, to: [index], certainty } : { phrase: index, to: [other], certainty };
}

function mayBeOne(a: number, b: number, { phrases }: Discourse, chains: Chains): boolean {
  const [one, other] = [phrases[a], phrases[b]];
  if (!one || !other || one.adjective || other.adjective) return false;
  if (chains.isNamed(a) && chains.isNamed(b)) return false;
  if (one.kind === 'pronoun' || other.kind === 'pronoun') return false;
  const [x, y] = [chains.chain(a), chains.chain(b)];
  if (x.gender && y.gender && x.gender !== y.gender) return false;
  if (x.number && y.number && x.number !== y.number) return false;
  // "the council, Mara Ilves": a body is no person
  if ([one, other].some(({ noun }) => isGroupNoun(noun)) && (x.type === 'person' || y.type === 'person')) return false;
  return x.human === null || y.human === null || x.human === y.human;
}
