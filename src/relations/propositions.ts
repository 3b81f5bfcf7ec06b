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
import { hasClause, hasOwnSubject, type Proposition } from './proposition.ts';
import { shareSubject } from './shared-subject.ts';
import { rulesOf, takesObject } from './verbs.ts';

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
  if (own.length === 0) shareSubject(tree, one);
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
