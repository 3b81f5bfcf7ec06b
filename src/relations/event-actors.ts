import { dependents, form, head, lemma, preposition, relation, type Tree, upwards } from '../language/tree.ts';
import { nodes } from './noun-phrase.ts';
import { type Node, nodesOf, type Phrases } from './phrases.ts';
import { type Argument, type Proposition, surfaceSubject } from './proposition.ts';
import { isBlaming, isLight, singular } from './verbs.ts';

/** Who may be the one that does what a noun of happening says. */
export interface Actors {
  /** Who stands before the noun or behind "by". */
  own: Node[];
  by: Node[];
  /** Who acts in the clause. */
  clause: Node[];
  light: Proposition | null;
  /** The noun is said of the subject, without a preposition: "A is the founder". */
  isBare: boolean;
  /** The clause only tells when or where it was: it may be another's. */
  isBeside: boolean;
}

/** Behind these a happening belongs to the one who acts in the clause: "arrived for talks with B", "is on a visit to B". */
const WITHIN = new Set([
  'on',
  'for',
  'in',
  'during',
  'after',
  'before',
  'at',
  'following',
  'with',
  'through',
  'amid',
  'from',
]);

/** Of these, behind the ones that only tell when and where: "resigned after the arrest of B". */
const BESIDE = new Set(['in', 'during', 'after', 'before', 'at', 'following', 'amid', 'from']);

/** "took part in the attack on B", "was involved in the murder of B" */
const TAKING_PART =
  /^(?:take|participate|involve|implicate|join|engage|assist|help|collaborate|charge|suspect|accuse|use)$/;

export function actorsOf(phrases: Phrases, noun: number, made: ReadonlyMap<number, Proposition>): Actors {
  const { tree, owner, adjective } = phrases;
  const own: Node[] = [];
  const by: Node[] = [];
  const isOwned = dependents(tree, noun, 'nmod:poss').length > 0;
  for (const child of tree.children[noun] ?? []) {
    // "his Norwegian trip" is not Norway's
    const demonym = isOwned ? undefined : adjective[child];
    const name = relation(tree, child);
    if (tree.tokens[child]?.relation === 'nmod:poss') own.push(...nodes(phrases, child));
    else if (demonym && child < noun) own.push(...nodesOf(phrases, demonym, 0.9));
    else if (name === 'amod' && form(tree, child) === 'led') own.push(...leaders(phrases, child));
    else if (name === 'compound' && owner[child] && !isOwned)
      own.push(...nodes(phrases, child).map((node) => ({ ...node, certainty: node.certainty * 0.8 })));
    else if (isDoneBy(tree, noun, child) && (name === 'nmod' || name === 'obl')) by.push(...nodes(phrases, child));
  }
  const whole = measureOf(tree, noun);
  const clause =
    made.get(head(tree, whole)) ??
    blaming(tree, whole, made) ??
    answerable(tree, whole, made) ??
    around(tree, whole, made) ??
    stateOf(tree, whole, made);
  const itself = made.get(whole);
  const isLit = clause?.kind === 'verb' && isLight(clause.verb) && clause.object.some((a) => a.head === whole);
  const light = isLit ? clause : heldBy(tree, [noun, whole], made);
  const apposed = relation(tree, noun) === 'appos' ? phrases.owner[head(tree, noun)] : undefined;
  if (apposed) return { own, by, light: null, isBare: true, isBeside: false, clause: nodesOf(phrases, apposed) };
  if (own.length === 0 && clause) own.push(...travellers(phrases, whole, clause));
  const named = clause ? namedAs(tree, whole, clause) : [];
  const becoming = clause && isWhatBecomes(tree, noun, clause) ? clause : null;
  const doers =
    itself?.kind === 'copula'
      ? itself.subject
      : named.length > 0
        ? named
        : becoming
          ? becoming.subject
          : light
            ? light.subject
            : within(tree, whole, clause);
  const isBare =
    (itself?.kind === 'copula' || becoming !== null || named.length > 0) &&
    /^(?:|among|as)$/.test(preposition(tree, whole));
  const isBeside =
    !light && !isBare && BESIDE.has(preposition(tree, whole)) && !TAKING_PART.test(lemma(tree, head(tree, whole)));
  return { own, by, light, isBare, isBeside, clause: doers.flatMap((argument) => nodes(phrases, argument.head)) };
}

/** "[A]" of "the [A]-led attack". */
function leaders(phrases: Phrases, participle: number): Node[] {
  const leader = phrases.tree.tokens[participle - 1]?.form === '-' ? participle - 2 : -1;
  const mention = phrases.adjective[leader] ?? phrases.owner[leader];
  return mention ? nodesOf(phrases, mention, 0.9) : [];
}

/** The clause of "talks held by A with B", where the participle hangs on the happening. */
function heldBy(tree: Tree, nouns: readonly number[], made: ReadonlyMap<number, Proposition>): Proposition | null {
  const held = nouns
    .flatMap((noun) => dependents(tree, noun, 'acl'))
    .map((participle) => made.get(participle))
    .find((one) => one?.passive && one.subject.length > 0 && isLight(one.verb));
  return held ?? null;
}

/** "[A]" of "A was named as B's successor", "chose A as its founder", "came as a guest at B" */
function namedAs(tree: Tree, noun: number, { verb, passive, subject, object }: Proposition): Argument[] {
  if (preposition(tree, noun) !== 'as' || relation(tree, noun) !== 'obl') return [];
  if (/^(?:name|appoint|confirm|choose|select|elect|unveil|announce|introduce|install|nominate|pick)$/.test(verb))
    return object;
  return !passive && /^(?:come|attend|visit|appear|join|serve|act|travel|arrive)$/.test(verb) ? subject : [];
}

/** "A" of "A's tour includes stops in B", "A's visit began with talks in B": what a journey holds is the traveller's. */
function travellers(phrases: Phrases, noun: number, { verb, subject, object, oblique }: Proposition): Node[] {
  if (!/^(?:include|feature|involve|begin|start|end|conclude|follow)$/.test(verb)) return [];
  const isHeld =
    object.some((a) => a.head === noun) || oblique.some((a) => a.head === noun && a.preposition === 'with');
  if (!isHeld) return [];
  return subject
    .filter(({ head: journey }) =>
      /^(?:tour|trip|visit|journey|itinerary|stay|schedule|programme|program)s?$/.test(lemma(phrases.tree, journey)),
    )
    .flatMap(({ head: journey }) => dependents(phrases.tree, journey, 'nmod:poss'))
    .flatMap((owner) => nodes(phrases, owner));
}

/** "became a member of B" */
const isWhatBecomes = (tree: Tree, noun: number, clause: Proposition): boolean =>
  /^(?:become|remain)$/.test(clause.verb) && /^(?:obj|xcomp)$/.test(relation(tree, noun));

/** "a visit by A", "a letter from A". */
const isDoneBy = (tree: Tree, noun: number, child: number): boolean =>
  preposition(tree, child) === 'by' ||
  (preposition(tree, child) === 'from' &&
    /^(?:letter|message|telegram|call|invitation)$/.test(singular(lemma(tree, noun))));

/** What measures a happening: "days" in "two days of talks", "one" in "one of its founders"; the noun itself where nothing does. */
export function measureOf(tree: Tree, noun: number): number {
  const above = head(tree, noun);
  const isMeasured = relation(tree, noun) === 'nmod' && preposition(tree, noun) === 'of';
  const isPart = lemma(tree, above) === 'one' && tree.tokens[noun]?.xpos === 'NNS';
  return isMeasured &&
    (isPart || /^(?:day|hour|week|month|round|series|string|set|pair|couple)s?$/.test(lemma(tree, above)))
    ? above
    : noun;
}

const CHARGE = /^(?:of|for|over|with)$/;

/** The clause of "accused A of meetings with B", where the parser hung the meetings on A. */
function blaming(tree: Tree, noun: number, made: ReadonlyMap<number, Proposition>): Proposition | null {
  const above = head(tree, noun);
  const clause = made.get(head(tree, above));
  const isCharge = clause && isBlaming(clause.verb) && CHARGE.test(preposition(tree, noun));
  return isCharge && clause.object.some((argument) => argument.head === above) ? clause : null;
}

/** The clause of "claimed responsibility for the attack on B". */
function answerable(tree: Tree, noun: number, made: ReadonlyMap<number, Proposition>): Proposition | null {
  const above = head(tree, noun);
  if (lemma(tree, above) !== 'responsibility' || preposition(tree, noun) !== 'for') return null;
  const clause = made.get(head(tree, above));
  return clause && /^(?:claim|admit|accept|take)$/.test(clause.verb) ? clause : null;
}

/** "following a meeting", "in a letter": said of the whole clause, though the parser hung it on a noun. */
const isSetOff = (tree: Tree, noun: number): boolean =>
  relation(tree, noun) === 'nmod' &&
  (/^(?:following|after|during|before)$/.test(preposition(tree, noun)) ||
    (preposition(tree, noun) === 'in' &&
      /^(?:letter|cable|message|telegram|email|speech|address)$/.test(lemma(tree, noun))));

/** The clause of "called for ties with B following a meeting with C", where the parser hung the meeting on a noun. */
function around(tree: Tree, noun: number, made: ReadonlyMap<number, Proposition>): Proposition | null {
  if (!isSetOff(tree, noun)) return null;
  for (const above of upwards(tree, head(tree, noun))) {
    const clause = made.get(above);
    if (clause) return clause.kind === 'verb' ? clause : null;
  }
  return null;
}

/** The clause of "kept hope alive with a win over B", where the win hangs on the adjective. */
function stateOf(tree: Tree, noun: number, made: ReadonlyMap<number, Proposition>): Proposition | null {
  const state = head(tree, noun);
  const isState = relation(tree, noun) === 'obl' && relation(tree, state) === 'xcomp' && !made.has(state);
  return isState ? (made.get(head(tree, state)) ?? null) : null;
}

function within(tree: Tree, noun: number, clause: Proposition | null) {
  // "accused A of meetings with B": A's, not the accuser's
  const link = preposition(tree, noun);
  const isCharge = CHARGE.test(link) || (link === 'in' && /^(?:accuse|charge|suspect)$/.test(clause?.verb ?? ''));
  if (clause && isBlaming(clause.verb) && isCharge) return clause.object;
  if (clause && lemma(tree, head(tree, noun)) === 'responsibility') return clause.subject;
  if (clause && isSetOff(tree, noun)) return surfaceSubject(clause);
  if (!clause || relation(tree, noun) !== 'obl') return [];
  return WITHIN.has(preposition(tree, noun)) ? surfaceSubject(clause) : [];
}
