import { dependents, form, head, lemma, preposition, relation, subtree, type Tree } from '../language/tree.ts';
import { type Argument, hasOwnSubject, type Proposition, surfaceSubject } from './proposition.ts';
import { isBlaming, isForAnother, isObjectControl, rulesOf } from './verbs.ts';

/** Takes the subject of the governing clause where the clause has none: control, raising, coordination, participles. */
export function shareSubject(tree: Tree, one: Proposition): void {
  const { parent, predicate } = one;
  const name = relation(tree, predicate);
  if (hasOwnSubject(tree, predicate)) return;
  let subject = parent ? forWhom(tree, predicate, parent) : [];
  if (subject.length > 0) {
    // its own, as if it stood before the infinitive
  } else if (name === 'acl') subject = nounController(tree, predicate, parent);
  else if (!parent || head(tree, predicate) !== parent.predicate) return;
  else if (name === 'conj') subject = surfaceSubject(parent);
  else if (name === 'xcomp') subject = controller(parent);
  else if (name === 'advcl' && isFree(tree, predicate) && (!isTrailing(tree, one, parent) || isCompany(tree, one)))
    subject =
      isCharge(tree, predicate, parent) || isAsked(tree, predicate, parent)
        ? controller(parent)
        : surfaceSubject(parent);
  else if (name === 'ccomp' || name === 'parataxis' || name === 'dep')
    subject =
      tree.tokens[predicate]?.xpos === 'VBG' || dependents(tree, predicate, 'mark').some((m) => form(tree, m) === 'to')
        ? controller(parent)
        : [];
  if (subject.length === 0) return;
  one.shared = true;
  (one.passive ? one.object : one.subject).push(...subject);
}

/** "[A]" of "waited for A to go": it stands right before the infinitive. */
function forWhom(tree: Tree, infinitive: number, parent: Proposition): Argument[] {
  const to = dependents(tree, infinitive, 'mark').find((m) => form(tree, m) === 'to');
  if (to === undefined) return [];
  // "left for A to meet B" is no such wish
  if (rulesOf(parent.verb).some((rule) => rule.noun === null && rule.preposition === 'for')) return [];
  const above = head(tree, infinitive);
  const holders = [above, ...parent.object.map((argument) => argument.head)];
  // "an invitation to A to go"
  const isAsked = holders.some((holder) => isForAnother(lemma(tree, holder)));
  const fits = (t: number): boolean =>
    t < to &&
    (isAsked ? /^(?:for|to|on)$/ : /^for$/).test(preposition(tree, t)) &&
    (isCount(tree, t) || dependents(tree, t, 'nmod').every((below) => below < t)) &&
    subtree(tree, t)
      .filter((each) => each < to)
      .at(-1) ===
      to - 1;
  const candidates = [
    ...parent.oblique.map((argument) => argument.head),
    ...holders.flatMap((holder) => dependents(tree, holder, 'nmod')),
    above,
  ];
  const who = candidates.find(fits);
  return who === undefined ? [] : [{ head: who, preposition: '' }];
}

/** "tens of thousands of Danes" */
const isCount = (tree: Tree, noun: number): boolean =>
  /^(?:dozen|hundred|thousand|ten|million|group|number)$/.test(lemma(tree, noun).replace(/s$/, ''));

/** Who does what the infinitive or gerund of a verb says: "asked A to go", "called on A to go", "accused A of going". */
function controller(parent: Proposition): Argument[] {
  if (parent.passive || !isObjectControl(parent.verb)) return surfaceSubject(parent);
  // "called A to congratulate him" is a call by telephone, "called on A to go" a demand
  if (parent.verb === 'call' && parent.object.length > 0) return surfaceSubject(parent);
  const called = parent.oblique.filter((argument) => /^(?:on|upon|to)$/.test(argument.preposition));
  if (parent.indirect.length > 0) return parent.indirect;
  if (parent.object.length > 0) return parent.object;
  return called.length > 0 ? called : surfaceSubject(parent);
}

/** "A opened an office, headed by B": a participle behind the clause may say something of any noun before it. */
const isTrailing = (tree: Tree, one: Proposition, parent: Proposition): boolean =>
  one.passive &&
  one.predicate > parent.predicate &&
  // "before being taken to B" is said of who acts
  dependents(tree, one.predicate, 'mark').length === 0 &&
  parent.object.length + parent.oblique.length > 0;

/** "A visited B, accompanied by C": who comes along comes with the one who acts. */
const isCompany = (tree: Tree, one: Proposition): boolean =>
  /^(?:accompany|join|assist|flank|escort)$/.test(one.verb) && form(tree, one.predicate - 1) === ',';

/** "accused A of going": not "met A before going". */
const isCharge = (tree: Tree, gerund: number, parent: Proposition): boolean =>
  isBlaming(parent.verb) && dependents(tree, gerund, 'mark').some((m) => /^(?:of|for|with|from)$/.test(form(tree, m)));

/** "called on A to go", where the parser took the infinitive for an aside: not "met A to talk". */
const isAsked = (tree: Tree, infinitive: number, parent: Proposition): boolean =>
  isObjectControl(parent.verb) && dependents(tree, infinitive, 'mark').some((m) => form(tree, m) === 'to');

/** "A's decision to go", "A made an attempt to go": the one who decides is the one who goes. */
function nounController(tree: Tree, token: number, parent: Proposition | null): Argument[] {
  const marks = dependents(tree, token, 'mark').map((m) => form(tree, m));
  if (!marks.some((mark) => /^(?:to|for|of|in)$/.test(mark))) return [];
  const noun = head(tree, token);
  const owner = dependents(tree, noun, 'nmod:poss')[0];
  if (owner !== undefined && !isForAnother(lemma(tree, noun))) return [{ head: owner, preposition: '' }];
  if (!parent || parent.passive) return [];
  return parent.object.some((argument) => argument.head === noun) ? parent.subject : [];
}

/** A participle or infinitive, which shares the subject of the clause it hangs on. */
const isFree = (tree: Tree, token: number): boolean =>
  /^VB[GNP]?$/.test(tree.tokens[token]?.xpos ?? '') || dependents(tree, token, 'cop').length > 0;
