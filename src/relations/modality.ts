import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { dependents, form, head, isNoun, lemma, preposition, relation, type Tree } from '../language/tree.ts';
import { MODALITIES, type Modality } from '../ontology.ts';

const Words = z.partialRecord(z.enum(MODALITIES), z.array(z.string()));
const Data = z.strictObject({
  /** Auxiliary verbs, by form. */
  auxiliaries: z.record(z.string(), z.enum(MODALITIES)),
  /** Verbs and adjectives, by what they make of their complement ("expected to visit"). */
  complement: Words,
  /** Nouns, by what they make of theirs ("plan to visit"). */
  nouns: Words,
  /** Adjectives before a noun of happening ("upcoming visit"). */
  adjectives: Words,
  /** Verbs whose object is a happening ("cancelled the visit"). */
  events: Words,
  negations: z.array(z.string()),
  conditions: z.array(z.string()),
});
const data = Data.parse(JSON.parse(readFileSync(new URL('./data/modality.json', import.meta.url), 'utf8')));

const index = (words: z.infer<typeof Words>): ReadonlyMap<string, Modality> =>
  new Map(MODALITIES.flatMap((modality) => (words[modality] ?? []).map((word) => [word, modality] as const)));
const COMPLEMENT = index(data.complement);
const NOUNS = index(data.nouns);
const ADJECTIVES = index(data.adjectives);
const DECISIONS = new Set(['decision', 'move', 'vote', 'step', 'choice', 'willingness']);

/** Nouns whose infinitive says what they are about: "plan to go", "decision to stay". */
export const takesInfinitive = (noun: string): boolean => NOUNS.has(noun) || DECISIONS.has(noun);

const EVENTS = index(data.events);
const NEGATIONS = new Set(data.negations);
const CONDITIONS = new Set(data.conditions);

/** The weaker claim wins: what is planned and may be is possible, what is not is not. */
const weaker = (a: Modality, b: Modality): Modality => (MODALITIES.indexOf(a) > MODALITIES.indexOf(b) ? a : b);

/**
 * How the sentence means what `predicate` says: by its auxiliaries and negations, and by the verbs, nouns and
 * conjunctions above it up to its own clause's end ("refused to meet", "a plan to visit", "if he goes").
 */
export function modalityOf(tree: Tree, predicate: number): Modality {
  let modality: Modality = isNoun(tree, predicate) ? ofNoun(tree, predicate) : ofVerb(tree, predicate);
  let at = predicate;
  for (let steps = 0; steps < 12; steps++) {
    const above = head(tree, at);
    if (above < 0) break;
    const passed = through(tree, at, above);
    if (passed === null) break;
    modality = weaker(modality, passed);
    at = above;
  }
  return modality;
}

/** What the clause's own words make of a verb. */
function ofVerb(tree: Tree, verb: number): Modality {
  let modality: Modality = 'actual';
  let isNegated = false;
  for (const child of tree.children[verb] ?? []) {
    const name = relation(tree, child);
    const word = form(tree, child);
    if (name === 'aux') modality = weaker(modality, data.auxiliaries[word] ?? 'actual');
    else if (name === 'advmod' && NEGATIONS.has(word) && child < verb) isNegated = true;
    else if (name === 'mark' && CONDITIONS.has(word)) modality = weaker(modality, 'possible');
    else if (name === 'cop' && isToBe(tree, verb)) modality = weaker(modality, 'planned');
    else if ((name === 'nsubj' || name === 'obj') && dependents(tree, child, 'det').some((d) => form(tree, d) === 'no'))
      isNegated = true;
  }
  if (isNegated) return 'negated';
  // "is to visit"
  const marked = dependents(tree, verb, 'mark').some((m) => form(tree, m) === 'to');
  if (
    marked &&
    dependents(tree, verb, 'aux', 'cop').some((c) => lemma(tree, c) === 'be' && c < verb && form(tree, c) !== 'be')
  )
    return weaker(modality, 'planned');
  // "admitted to stabbing": no infinitive; "came back to beat A": done
  if (tree.tokens[verb]?.xpos === 'VBG' || isOutcome(tree, verb)) return modality;
  if (marked && (relation(tree, verb) === 'advcl' || relation(tree, verb) === 'root'))
    return weaker(modality, 'planned');
  return modality;
}

/** "scored twice to beat A": behind a verb in the past, winning is how it ended. */
const isOutcome = (tree: Tree, verb: number): boolean =>
  /^(?:beat|defeat|win|edge|overcome|clinch|capture|oust|eliminate|upset|retain|claim)$/.test(lemma(tree, verb)) &&
  relation(tree, verb) === 'advcl' &&
  (tree.tokens[head(tree, verb)]?.xpos === 'VBD' || form(tree, head(tree, verb)) === 'beat') &&
  head(tree, verb) < verb &&
  !/^(?:try|hope|want|plan|aim|need|have|vow|promise|fail|attempt|seek|intend)$/.test(lemma(tree, head(tree, verb)));

const isToBe = (tree: Tree, verb: number): boolean =>
  dependents(tree, verb, 'mark').some((m) => form(tree, m) === 'to') && relation(tree, verb) !== 'xcomp';

function ofNoun(tree: Tree, noun: number): Modality {
  let modality: Modality = 'actual';
  for (const child of tree.children[noun] ?? []) {
    if (relation(tree, child) === 'amod') modality = weaker(modality, ADJECTIVES.get(form(tree, child)) ?? 'actual');
    if (relation(tree, child) === 'det' && form(tree, child) === 'no') modality = 'negated';
    if (relation(tree, child) === 'cop') modality = weaker(modality, ofVerb(tree, noun));
  }
  return isBeforeWill(tree, noun) ? weaker(modality, 'planned') : modality;
}

/** "A's visit to B will be discussed": what stands between is the noun's own. */
function isBeforeWill(tree: Tree, noun: number): boolean {
  let at = noun + 1;
  while (at < noun + 8 && /^(?:ADP|DET|PROPN|ADJ|NUM)$/.test(tree.tokens[at]?.upos ?? '')) at++;
  return /^(?:will|'ll|wo)$/.test(form(tree, at));
}

/** Nouns that say of what is "on" or "for" them that it is to come: "agreement on sanctions", "plan for talks". */
const MEANT = /^(?:agreement|deal|plan|proposal|call|push|demand|request|appeal|resolution)$/;

/** What the word above makes of what hangs on it; null where it has no say over it. */
function through(tree: Tree, at: number, above: number): Modality | null {
  const name = relation(tree, at);
  const word = lemma(tree, above);
  if (isNoun(tree, at) && (name === 'obj' || name === 'nsubj' || name === 'obl')) return throughEvent(tree, at, above);
  switch (name) {
    case 'xcomp':
      return weaker(COMPLEMENT.get(word) ?? 'actual', ofVerb(tree, above));
    case 'ccomp':
      return COMPLEMENT.get(word) === 'negated'
        ? negationOf(tree, above)
        : weaker(ofReport(tree, at, above, word), 'actual');
    case 'acl': {
      const isInfinitive = dependents(tree, at, 'mark').some((m) => form(tree, m) === 'to');
      return isInfinitive ? (NOUNS.get(word) ?? 'actual') : null;
    }
    case 'nmod':
      return isNoun(tree, at) && MEANT.test(word) && /^(?:on|for)$/.test(preposition(tree, at)) ? 'planned' : null;
    case 'conj':
      return ofConjunct(tree, at, above);
    case 'advcl': {
      if (!/^VB[GN]$/.test(tree.tokens[at]?.xpos ?? '')) return null;
      const marks = dependents(tree, at, 'mark').map((m) => form(tree, m));
      // "accused of going", "prevented from going"
      if (marks.some((mark) => /^(?:of|with|from)$/.test(mark))) return COMPLEMENT.get(word) ?? 'actual';
      // "will meet A before flying to B"
      const isAlongside = marks.every((mark) => /^(?:before|after|while|when)$/.test(mark));
      const made = isAlongside ? ofVerb(tree, above) : null;
      return made === 'negated' && marks.length > 0 ? null : made;
    }
    default:
      return null;
  }
}

const FINITE = /^VB[DZ]$/;

/** "did not deny that" says so; "denied that" says not. */
const negationOf = (tree: Tree, verb: number): Modality => (ofVerb(tree, verb) === 'negated' ? 'actual' : 'negated');

const ofReport = (tree: Tree, at: number, above: number, word: string): Modality => {
  // "told them that A left", but "told them to leave"
  const isSaid = /^(?:tell|agree|determine|mean|advise)$/.test(word) && FINITE.test(tree.tokens[at]?.xpos ?? '');
  const made = isSaid ? 'actual' : (COMPLEMENT.get(word) ?? 'actual');
  return made === 'actual' && ofVerb(tree, above) === 'negated' && /^(?:say|think|believe|know|mean)$/.test(word)
    ? 'negated'
    : made;
};

/** "will visit A and meet B": an infinitive without an auxiliary of its own shares it. */
function ofConjunct(tree: Tree, at: number, above: number): Modality | null {
  if (isNoun(tree, at) || dependents(tree, at, 'aux', 'nsubj').length > 0) return null;
  const bare = /^VBP?$/.test(tree.tokens[at]?.xpos ?? '') || tree.tokens[at]?.xpos === tree.tokens[above]?.xpos;
  if (!bare) return null;
  const shared =
    dependents(tree, above, 'aux').length > 0 || relation(tree, above) === 'xcomp' || relation(tree, above) === 'acl';
  if (!shared) return null;
  const modality = ofVerb(tree, above);
  return modality === 'negated' ? 'actual' : modality;
}

/** "ahead of talks", where the parser takes "ahead" for an adverb. */
const isAhead = (tree: Tree, noun: number): boolean => {
  const link = dependents(tree, noun, 'case').find((t) => form(tree, t) === 'of') ?? -1;
  return form(tree, link - 1) === 'ahead';
};

function throughEvent(tree: Tree, at: number, above: number): Modality | null {
  const passive = tree.tokens[at]?.relation === 'nsubj:pass';
  const name = relation(tree, at);
  if (name === 'nsubj' && !passive)
    return dependents(tree, above, 'aux').some((a) => form(tree, a) === 'will') ? 'planned' : null;
  // "called for talks", but not "discussed it during talks"
  if (name === 'obl') {
    const link = preposition(tree, at);
    // "met ahead of a meeting with A"
    if (link === 'ahead_of' || (link === 'of' && isAhead(tree, at))) return 'planned';
    // "will speak during a visit to A", but not "during B's visit", which may be on
    const isOwned = dependents(tree, at, 'nmod:poss').length > 0;
    const isMeant = dependents(tree, above, 'obj').some((object) => object < at && MEANT.test(lemma(tree, object)));
    if (isMeant && /^(?:on|for)$/.test(link)) return 'planned';
    if (!isOwned && /^(?:during|on|at)$/.test(link)) return ofVerb(tree, above) === 'planned' ? 'planned' : null;
    if (link !== 'for') return null;
    // "is to arrive in A for a visit"
    const isWay = /^(?:arrive|travel|fly|go|come|leave|depart|head|return|be)$/.test(lemma(tree, above));
    return EVENTS.get(lemma(tree, above)) ?? (isWay ? ofVerb(tree, above) : null);
  }
  const verb = ofVerb(tree, above);
  const made = EVENTS.get(lemma(tree, above)) ?? 'actual';
  return weaker(made, verb);
}
