import { dependents, form, head, relation, type Tree } from '../../language/tree.ts';
import { type Proposition, surfaceSubject } from '../proposition.ts';
import { members } from './coordination.ts';
import { chain, isChained, relationWords } from './predicate.ts';
import { clauseWords, phrase } from './words.ts';

/** A tuple before it is written: tokens of each part. */
export interface Draft {
  relation: readonly number[];
  /** Words that the relation lacks in the sentence ("is" of an apposition), before its tokens. */
  before?: string;
  subject: readonly number[];
  rest: readonly (readonly number[])[];
  /** 0–1: how often drafts of this kind are right. */
  rate: number;
  /** The tokens whose attachment it hangs on. */
  hinges: readonly number[];
}

interface Slot {
  head: number;
  tokens: readonly number[];
  /** Tokens of its preposition. */
  preposition: readonly number[];
  kind: 'object' | 'oblique' | 'clause';
}

/** The tuples of one proposition: one for each member of its subject and of its first object. */
export function fromClause(tree: Tree, one: Proposition): Draft[] {
  const verbs = chain(tree, one);
  const last = verbs.at(-1) ?? one.predicate;
  if (isChained(tree, one.predicate) || relation(tree, one.predicate) === 'amod') return [];
  const slots = one.kind === 'copula' ? copulaSlots(tree, one) : slotsOf(tree, one, verbs);
  const words = relationWords(tree, one, verbs);
  const subjects = surfaceSubject(one).flatMap((argument) =>
    argument.head === last || isRelative(tree, argument.head) ? [] : members(tree, argument.head),
  );
  if (subjects.length === 0) return [];
  const main =
    slots.find((slot) => slot.kind !== 'oblique' && slot.head > one.predicate - 1) ??
    slots.find((slot) => slot.head > last) ??
    slots[0];
  const further = slots.filter((slot) => slot !== main);
  const before = reduced(tree, one);
  return subjects.flatMap((subject) =>
    (main ? mainTokens(tree, main) : [[]]).map(
      (object): Draft => ({
        relation:
          main?.kind === 'oblique' || one.kind === 'copula'
            ? [...words, ...(main?.preposition ?? [])].sort((a, b) => a - b)
            : words,
        ...(before === '' ? {} : { before }),
        subject: phrase(tree, subject, one.predicate),
        rest: [object, ...further.map((slot) => [...slot.preposition, ...slot.tokens])],
        rate: one.shared ? 0.6 : 0.8,
        hinges: [one.predicate, subject, ...(main ? [main.head] : [])],
      }),
    ),
  );
}

const mainTokens = (tree: Tree, main: Slot): (readonly number[])[] =>
  main.kind === 'clause' ? [main.tokens] : members(tree, main.head).map((each) => phrase(tree, each));

/** "is" or "was" that a participle after a noun lacks. */
function reduced(tree: Tree, one: Proposition): string {
  if (relation(tree, one.predicate) !== 'acl' || tree.tokens[one.predicate]?.relation === 'acl:relcl') return '';
  return one.passive ? 'was' : '';
}

/** What a verb takes, in the order of the text. */
function slotsOf(tree: Tree, one: Proposition, verbs: readonly number[]): Slot[] {
  const slots: Slot[] = [];
  const antecedent = new Set(
    one.object.concat(one.subject, one.indirect, one.oblique).map((argument) => argument.head),
  );
  for (const verb of verbs)
    for (const child of tree.children[verb] ?? []) {
      const slot = slotOf(tree, child, verb, verbs);
      if (slot) slots.push(slot);
    }
  // what a relative clause hangs on, where it is not the subject
  const above = head(tree, one.predicate);
  if (tree.tokens[one.predicate]?.relation === 'acl:relcl' && antecedent.has(above)) {
    const isSubject = surfaceSubject(one).some((argument) => argument.head === above);
    if (
      !isSubject &&
      !one.passive &&
      slots.every((slot) => slot.kind === 'oblique') &&
      one.object.some((argument) => argument.head === above)
    )
      slots.unshift({ head: above, tokens: phrase(tree, above, one.predicate), preposition: [], kind: 'object' });
  }
  // "went well"
  if (slots.length === 0)
    for (const child of dependents(tree, verbs.at(-1) ?? one.predicate, 'advmod'))
      if (child > one.predicate)
        slots.push({ head: child, tokens: phrase(tree, child), preposition: [], kind: 'clause' });
  return slots;
}

/** A pronoun whose meaning was not found; "that" only where it points at nothing. */
const isRelative = (tree: Tree, token: number): boolean =>
  /^(?:who|whom|which|that|where|when)$/.test(form(tree, token)) && tree.tokens[token]?.xpos !== 'DT';

function slotOf(tree: Tree, child: number, verb: number, verbs: readonly number[]): Slot | null {
  const name = relation(tree, child);
  if (verbs.includes(child) || isRelative(tree, child)) return null;
  switch (name) {
    case 'obj':
    case 'iobj':
      return { head: child, tokens: phrase(tree, child), preposition: [], kind: 'object' };
    case 'obl':
      return { head: child, tokens: phrase(tree, child), preposition: caseOf(tree, child), kind: 'oblique' };
    case 'advcl':
      return child > verb ? { head: child, tokens: clauseWords(tree, child), preposition: [], kind: 'oblique' } : null;
    case 'xcomp':
    case 'ccomp':
      return child > verb || name === 'ccomp'
        ? { head: child, tokens: clauseWords(tree, child), preposition: [], kind: 'clause' }
        : null;
    default:
      return null;
  }
}

/** The tokens of a preposition, "because of" as a whole. */
function caseOf(tree: Tree, head: number): number[] {
  return dependents(tree, head, 'case')
    .filter((token) => token < head)
    .flatMap((token) => [token, ...dependents(tree, token, 'fixed')])
    .sort((a, b) => a - b);
}

function copulaSlots(tree: Tree, one: Proposition): Slot[] {
  const { predicate } = one;
  const slots: Slot[] = [
    { head: predicate, tokens: phrase(tree, predicate), preposition: caseOf(tree, predicate), kind: 'object' },
  ];
  for (const child of dependents(tree, predicate, 'obl'))
    if (child < predicate)
      slots.push({ head: child, tokens: phrase(tree, child), preposition: caseOf(tree, child), kind: 'oblique' });
  return slots;
}
