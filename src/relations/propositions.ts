import {
  dependents,
  form,
  head,
  isVerb,
  lemma,
  preposition,
  relation,
  subtree,
  type Tree,
  upwards,
} from '../language/tree.ts';
import { isVerbForm } from './inflection.ts';
import { isBlaming, isForAnother, isObjectControl, rulesOf, takesObject } from './verbs.ts';

/** A phrase that a predicate takes, by its head token. */
export interface Argument {
  head: number;
  /** The preposition before it ("with", "according_to"); '' where there is none. */
  preposition: string;
}

/**
 * A predicate with its arguments, as if the sentence were in the active voice: `subject` acts, whatever the voice,
 * the mood and the clause in which it is said.
 */
export interface Proposition {
  /** The token that says it: a verb, or the noun or adjective of a copula. */
  predicate: number;
  /** Lemma, with its particle: "lift_off". */
  verb: string;
  kind: 'verb' | 'copula';
  /** The verb is passive, so that what stands as its subject in the sentence is the object here. */
  passive: boolean;
  subject: Argument[];
  object: Argument[];
  indirect: Argument[];
  oblique: Argument[];
  /** The subject stands in another clause: control, coordination, a participle. */
  shared: boolean;
  /** The proposition whose subject it shares or whose complement it is; null at the root. */
  parent: Proposition | null;
}

/** The tokens of an argument in the order of the text, without the preposition. */
export function argumentTokens(tree: Tree, { head: token }: Argument): number[] {
  const cases = new Set(dependents(tree, token, 'case').flatMap((t) => subtree(tree, t)));
  return subtree(tree, token).filter((t) => !cases.has(t));
}

/** All propositions of a sentence, those of governing clauses first. Linear in the sentence's length. */
export function propositions(tree: Tree): Proposition[] {
  const made = new Map<number, Proposition>();
  for (const token of tree.order) {
    const kind = kindOf(tree, token);
    if (kind) made.set(token, build(tree, token, kind, made));
  }
  for (const one of made.values()) shareObject(tree, one, made);
  return [...made.values()];
}

function kindOf(tree: Tree, token: number): Proposition['kind'] | null {
  const name = relation(tree, token);
  // "is to meet" is a verb, whatever "is" was taken for
  if (dependents(tree, token, 'cop').length > 0 && tree.tokens[token]?.xpos !== 'VB') return 'copula';
  if (
    !(isVerb(tree, token) || isUnseenVerb(tree, token)) ||
    name === 'case' ||
    name === 'mark' ||
    name === 'fixed' ||
    name === 'flat'
  )
    return null;
  if (name === 'compound' || name === 'aux' || name === 'cop') return null;
  if (isStricken(tree, token)) return null;
  // "a retired officer" says nothing of who did what; "the state-owned ship" and "the club founded" do
  if (name === 'amod' && compoundAgent(tree, token) === null) return null;
  return 'verb';
}

/** "in storm hit Vienna": a participle between a bare noun and a name, behind a preposition. */
const isStricken = (tree: Tree, token: number): boolean =>
  /^(?:hit|torn|ravaged|stricken|battered|scarred|plagued|wracked|racked|devastated|affected|ridden|damaged)$/.test(
    form(tree, token),
  ) &&
  tree.tokens[token - 1]?.xpos === 'NN' &&
  tree.tokens[token - 2]?.upos === 'ADP' &&
  tree.tokens[token + 1]?.upos === 'PROPN';

/** "Anna lives in Bern" with "lives" taken for a noun: it has a subject and no copula. */
const isUnseenVerb = (tree: Tree, token: number): boolean =>
  dependents(tree, token, 'nsubj').length > 0 && isVerbForm(form(tree, token));

/** The name before a hyphened participle: "Russian" in "the Russian-backed force". */
const compoundAgent = (tree: Tree, token: number): number | null => {
  if (!/^VBN|^JJ|^VBD/.test(tree.tokens[token]?.xpos ?? '') || !/^[-–]$/.test(tree.tokens[token - 1]?.form ?? ''))
    return null;
  return token >= 2 ? token - 2 : null;
};

function build(
  tree: Tree,
  token: number,
  kind: Proposition['kind'],
  made: ReadonlyMap<number, Proposition>,
): Proposition {
  const parent = governor(tree, token, made);
  const passive = kind === 'verb' && isPassive(tree, token, parent);
  const one: Proposition = {
    predicate: token,
    verb: kind === 'verb' ? verbOf(tree, token) : 'be',
    kind,
    passive,
    subject: [],
    object: [],
    indirect: [],
    oblique: [],
    shared: false,
    parent,
  };
  for (const child of tree.children[token] ?? []) place(tree, one, child);
  antecedents(tree, one);
  if (relation(tree, token) === 'amod') {
    const agent = compoundAgent(tree, token);
    if (agent !== null) one.subject = [{ head: agent, preposition: '' }];
    one.object = [{ head: head(tree, token), preposition: '' }];
  }
  const own = passive ? one.object : one.subject;
  if (own.length === 0) share(tree, one);
  return one;
}

function place(tree: Tree, one: Proposition, child: number): void {
  const full = tree.tokens[child]?.relation ?? '';
  const argument = { head: child, preposition: preposition(tree, child) };
  if (isExplaining(tree, child)) return;
  switch (relation(tree, child)) {
    case 'nsubj':
      // "the plan for three towns was dropped": the towns are none
      if (argument.preposition !== '' && dependents(tree, one.predicate, 'nsubj').length > 1)
        one.oblique.push(argument);
      else (one.passive || full === 'nsubj:pass' ? one.object : one.subject).push(argument);
      break;
    case 'obj':
      if (argument.preposition !== '') one.oblique.push(argument);
      else (one.passive ? one.indirect : one.object).push(argument);
      // "was awarded a prize by A"
      if (one.passive && one.subject.length === 0)
        one.subject.push(
          ...dependents(tree, child, 'nmod')
            .filter((t) => preposition(tree, t) === 'by')
            .map((t) => ({ head: t, preposition: 'by' })),
        );
      break;
    case 'iobj':
      one.indirect.push(argument);
      break;
    case 'obl':
    case 'nmod':
      if (one.kind === 'copula' && relation(tree, child) === 'nmod') break;
      // "arrested ten people, including A", where the parser hung A on the verb
      if (argument.preposition === 'including' && one.kind === 'verb') {
        (one.passive || one.object.length > 0 ? one.object : one.subject).push({ ...argument, preposition: '' });
        break;
      }
      if (full === 'obl:agent' || (one.passive && argument.preposition === 'by')) {
        // "beaten by ten votes by A"
        const second = dependents(tree, child, 'nmod').filter((t) => preposition(tree, t) === 'by');
        one.subject.push(argument, ...second.map((t) => ({ head: t, preposition: 'by' })));
      } else if (argument.preposition !== '') one.oblique.push(argument);
      break;
  }
}

/** "A, a unit of B, sued C": the second subject explains the first. */
function isExplaining(tree: Tree, child: number): boolean {
  const name = relation(tree, child);
  if (name !== 'nsubj' && name !== 'obj') return false;
  const first = subtree(tree, child).find((t) => tree.tokens[t]?.upos !== 'PUNCT') ?? child;
  if (!/^(?:a|an|the)$/.test(form(tree, first)) || form(tree, first - 1) !== ',') return false;
  if (dependents(tree, child, 'cc', 'conj').length > 0) return false;
  return dependents(tree, head(tree, child), name).some(
    (other) => other < child && subtree(tree, other).at(-1) === first - 2,
  );
}

const verbOf = (tree: Tree, token: number): string =>
  [lemma(tree, token), ...particles(tree, token).map((p) => form(tree, p))].join('_');

/** The particles of a verb, with one that the parser took for an adverb ("took over from B"). */
function particles(tree: Tree, token: number): number[] {
  const own = dependents(tree, token, 'compound:prt').filter((p) => form(tree, p) !== 'by');
  const next = token + 1;
  const isMissed = own.length === 0 && head(tree, next) === token && relation(tree, next) === 'advmod';
  return isMissed && rulesOf(`${lemma(tree, token)}_${form(tree, next)}`).length > 0 ? [next] : own;
}

function isPassive(tree: Tree, token: number, parent: Proposition | null): boolean {
  if (dependents(tree, token, 'nsubj:pass', 'aux:pass').length > 0) return true;
  if (tree.tokens[token]?.xpos !== 'VBN' || dependents(tree, token, 'aux').length > 0)
    return relation(tree, token) === 'amod';
  const name = relation(tree, token);
  if (name === 'conj' && parent && head(tree, token) === parent.predicate) {
    if (dependents(tree, token, 'nsubj').length > 0) return false;
    return parent.passive;
  }
  return name === 'acl' || name === 'advcl' || name === 'amod' || dependents(tree, token, 'obl:agent').length > 0;
}

/** The nearest proposition above. */
function governor(tree: Tree, token: number, made: ReadonlyMap<number, Proposition>): Proposition | null {
  for (const above of upwards(tree, head(tree, token))) {
    const found = made.get(above);
    if (found) return found;
  }
  return null;
}

const RELATIVE = new Set(['who', 'whom', 'which', 'that']);

/** Puts what a relative clause or a participle hangs on in the place of its pronoun, or in the empty place. */
function antecedents(tree: Tree, one: Proposition): void {
  const token = one.predicate;
  const name = relation(tree, token);
  const above = { head: head(tree, token), preposition: '' };
  if (above.head < 0) return;
  if (tree.tokens[token]?.relation === 'acl:relcl') {
    let pronouns = 0;
    for (const slot of [one.subject, one.object, one.indirect, one.oblique])
      slot.forEach((argument, i) => {
        if (!isRelative(tree, argument.head)) return;
        slot[i] = { ...argument, head: above.head };
        pronouns++;
      });
    const where = dependents(tree, token, 'advmod').some((t) => form(tree, t) === 'where');
    if (where) one.oblique.push({ ...above, preposition: 'in' });
    else if (
      pronouns === 0 &&
      one.kind === 'verb' &&
      one.object.length === 0 &&
      !one.passive &&
      !hasClause(tree, token) &&
      !isWhose(tree, token)
    )
      one.object.push(above);
  } else if (name === 'acl' && !hasOwnSubject(tree, token)) {
    if (one.passive) one.object.push(above);
    // a finite verb in this place is the clause of a name that the parser hung elsewhere
    else if (/^VB[GDZ]$/.test(tree.tokens[token]?.xpos ?? '') && dependents(tree, token, 'mark').length === 0)
      one.subject.push(above);
  }
}

const isRelative = (tree: Tree, token: number): boolean =>
  RELATIVE.has(form(tree, token)) && /^W|^DT|^IN/.test(tree.tokens[token]?.xpos ?? '');

/** "whose chairman resigned": the pronoun stands before the subject. */
const isWhose = (tree: Tree, verb: number): boolean =>
  dependents(tree, verb, 'nsubj').some((s) => dependents(tree, s, 'nmod:poss').some((t) => form(tree, t) === 'whose'));

const hasClause = (tree: Tree, token: number): boolean => dependents(tree, token, 'ccomp', 'xcomp').length > 0;

const hasOwnSubject = (tree: Tree, token: number): boolean => dependents(tree, token, 'nsubj', 'csubj').length > 0;

/** What stands as the subject of `one` in the sentence, whatever its voice. */
export const surfaceSubject = (one: Proposition): Argument[] => (one.passive ? one.object : one.subject);

/** Takes the subject of the governing clause where the clause has none: control, raising, coordination, participles. */
function share(tree: Tree, one: Proposition): void {
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
    dependents(tree, t, 'nmod').every((below) => below < t) &&
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

/** "shot and killed X": the object of the second verb is that of the first too. */
function shareObject(tree: Tree, one: Proposition, made: ReadonlyMap<number, Proposition>): void {
  if (
    one.kind !== 'verb' ||
    !takesObject(one.verb) ||
    one.object.length > 0 ||
    one.passive ||
    one.oblique.length > 0 ||
    hasClause(tree, one.predicate)
  )
    return;
  const next = dependents(tree, one.predicate, 'conj')
    .map((t) => made.get(t))
    .find((c) => c?.kind === 'verb');
  if (!next || next.predicate - one.predicate > 3 || hasOwnSubject(tree, next.predicate)) return;
  if (tree.tokens[next.predicate]?.xpos === tree.tokens[one.predicate]?.xpos && !next.passive)
    one.object.push(...next.object);
}
