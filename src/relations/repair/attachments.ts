import { dependents, form, isNoun, isVerb, lemma, preposition, relation, upwards } from '../../language/tree.ts';
import { roleKind } from '../../lexicon/index.ts';
import type { Draft } from '../draft.ts';
import type { Phrases } from '../phrases.ts';
import { nounRulesOf, rulesOf, singular } from '../verbs.ts';
import { names } from './names.ts';

/** "the new Prime Minister of Norway": what follows a noun belongs to the noun, and not to a word before it. */
export function behindModifiers({ tree }: Phrases, draft: Draft): void {
  for (const [at] of tree.tokens.entries()) {
    const above = tree.heads[at] ?? -1;
    const noun = tree.heads[above] ?? -1;
    const isBefore = above >= 0 && above < noun && noun < at && /^(?:amod|compound)$/.test(relation(tree, above));
    if (isBefore && isNoun(tree, noun) && /^(?:nmod|appos|acl)$/.test(relation(tree, at)))
      draft.hang(at, noun, tree.tokens[at]?.relation ?? 'nmod');
  }
}

/** "beat third-ranked [A]": the participle behind a hyphen describes the name, which is the object, and is no clause. */
export function rankedNames({ tree, named }: Phrases, draft: Draft): void {
  for (let at = 2; at + 1 < tree.tokens.length; at++) {
    if (!/^(?:ranked|seeded|placed|rated)$/.test(form(tree, at)) || form(tree, at - 1) !== '-') continue;
    const [verb, name] = [tree.heads[at] ?? -1, named[at + 1]];
    if (relation(tree, at) !== 'xcomp' || name?.from !== at + 1 || verb >= at || !isVerb(tree, verb)) continue;
    for (const child of tree.children[at] ?? []) if (child > name.head) draft.hang(child, verb, 'obl');
    draft.hang(name.head, verb, 'obj');
    draft.hang(at, name.head, 'amod');
  }
}

/** "the chairman [A] of [B] left": between a name and the verb, B is whose A is, and does nothing itself. */
export function namesOfNames(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  for (const { from, to, head } of names(phrases)) {
    const of = form(tree, from - 1) === 'the' ? from - 2 : from - 1;
    const bearer = form(tree, of) === 'of' ? named[of - 1] : undefined;
    const verb = tree.heads[head] ?? -1;
    if (bearer?.kind !== 'name' || verb < to || !isVerb(tree, verb)) continue;
    if (!/^(?:nsubj|obj|obl)$/.test(relation(tree, head)) || tree.heads[bearer.head] !== verb) continue;
    draft.hang(head, bearer.head, 'nmod');
    draft.hang(of, head, 'case');
  }
}

/** "met the councillor and minister [A] at [B]": a name with a preposition and without "and" is no further one of them. */
export function prepositionalConjuncts(phrases: Phrases, draft: Draft): void {
  const { tree } = phrases;
  for (const { head } of names(phrases)) {
    if (relation(tree, head) !== 'conj' || dependents(tree, head, 'cc').length > 0) continue;
    const first = tree.heads[head] ?? -1;
    if (!/^(?:at|in|on|near|during|outside)$/.test(preposition(tree, head)) || first < 0) continue;
    if (preposition(tree, first) === preposition(tree, head)) continue;
    const verb = [...upwards(tree, first)].find((token) => isVerb(tree, token));
    if (verb !== undefined && verb < head) draft.hang(head, verb, 'obl');
  }
}

/** "was sacked on May 3 by [A]", "was held in Oslo by [A]": the agent, though the parser hung it on the time or the place. */
export function agentsBehindTimes(phrases: Phrases, draft: Draft): void {
  const { tree, owner } = phrases;
  for (const { head } of names(phrases)) {
    const above = tree.heads[head] ?? -1;
    const verb = tree.heads[above] ?? -1;
    if (relation(tree, head) !== 'nmod' || preposition(tree, head) !== 'by') continue;
    const deed = deedBefore(phrases, above);
    if (deed !== null) draft.hang(head, deed, 'nmod');
    if (relation(tree, above) !== 'obl') continue;
    const isTime = tree.tokens[above]?.upos === 'NUM' || /^\p{Lu}\p{Ll}+day$/u.test(tree.tokens[above]?.form ?? '');
    const isPost = /^(?:office|power|post|duty|work|custody|detention|prison|jail|hospital)$/.test(lemma(tree, above));
    const isPlace = phrases.reading.entities[owner[above]?.entities[0] ?? -1]?.type === 'place';
    const isPassive = verb >= 0 && isVerb(tree, verb) && tree.tokens[verb]?.xpos === 'VBN';
    if ((isTime || isPlace || isPost) && isPassive) draft.hang(head, verb, 'obl:agent');
  }
}

/** "murder" of "the murder of A in May of 2004 by B", for what stands between the deed and B. */
function deedBefore({ tree }: Phrases, between: number): number | null {
  for (let at = between; at > Math.max(0, between - FAR); at--) {
    const isDeed = form(tree, at + 1) === 'of' && isNoun(tree, at) && nounRulesOf(singular(lemma(tree, at))).length > 0;
    if (isDeed) return at;
    if (!/^(?:ADP|DET|PROPN|NOUN|NUM|ADJ)$/.test(tree.tokens[at]?.upos ?? '')) return null;
  }
  return null;
}

/** How far from a deed its agent stands. */
const FAR = 12;

/** "invited officials from [A]" with A on the verb: they come from there, unless the verb takes them away. */
export function peopleFrom(phrases: Phrases, draft: Draft): void {
  const { tree } = phrases;
  for (const mention of names(phrases)) {
    const the = form(tree, mention.from - 1) === 'the' ? 1 : 0;
    const people = mention.from - the - 2;
    const verb = tree.heads[mention.head] ?? -1;
    if (form(tree, people + 1) !== 'from' || relation(tree, mention.head) !== 'obl' || tree.heads[people] !== verb)
      continue;
    if (tree.tokens[people]?.xpos !== 'NNS' || roleKind(lemma(tree, people)) === null || verb < 0) continue;
    const isWay = rulesOf(lemma(tree, verb)).some(
      ({ type, preposition: prep }) => prep === 'from' || /^(?:expelled|left|visited|aided)$/.test(type),
    );
    if (!isWay && relation(tree, people) === 'obj') draft.hang(mention.head, people, 'nmod');
  }
}

const TIME = /^(?:day|night|morning|afternoon|evening|week|weekend|month|year|today|yesterday|tomorrow)$/;

/** "met later in the day with [A]": no day has an A; it goes with the verb. */
export function behindTimes({ tree }: Phrases, draft: Draft): void {
  for (const at of tree.tokens.keys()) {
    if (relation(tree, at) !== 'nmod') continue;
    const time = tree.heads[at] ?? -1;
    const verb = tree.heads[time] ?? -1;
    if (at < time || verb < 0 || !isVerb(tree, verb) || relation(tree, time) !== 'obl') continue;
    const isTime = TIME.test(lemma(tree, time)) || WEEKDAY.test(tree.tokens[time]?.form ?? '');
    if (isTime && /^(?:with|to|from|against|into)$/.test(preposition(tree, at))) draft.hang(at, verb, 'obl');
  }
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** "outlined it during a visit Wednesday to [A]": where the visit leads, though the day stands between. */
export function behindDays({ tree }: Phrases, draft: Draft): void {
  for (const [day, { form: word }] of tree.tokens.entries()) {
    const noun = day - 1;
    const link = form(tree, day + 1);
    if (!WEEKDAY.test(word) || !isNoun(tree, noun) || tree.tokens[day + 1]?.upos !== 'ADP') continue;
    const end = tree.heads[day + 1] ?? -1;
    if (end <= day || relation(tree, day + 1) !== 'case' || tree.heads[end] === noun) continue;
    if (nounRulesOf(singular(lemma(tree, noun))).some((rule) => rule.preposition === link))
      draft.hang(end, noun, 'nmod');
  }
}

/** "left following a meeting with [A]": a preposition, though the parser gave it the meeting as an object. */
export function participlesAsPrepositions({ tree }: Phrases, draft: Draft): void {
  for (const [at, { form: word }] of tree.tokens.entries()) {
    const [event] = word === 'following' ? dependents(tree, at, 'obj') : [];
    if (event === undefined || nounRulesOf(singular(lemma(tree, event))).length === 0) continue;
    const verb = [...upwards(tree, tree.heads[at] ?? -1)].find((t) => isVerb(tree, t));
    if (verb === undefined || verb === at) continue;
    draft.hang(event, verb, 'obl');
    draft.hang(at, event, 'case');
  }
}

/** "was attacking midfielder [A]": before a role without an article, what he is and not what he does. */
export function rolesAtWork({ tree }: Phrases, draft: Draft): void {
  for (const [at, { xpos }] of tree.tokens.entries()) {
    if (
      xpos !== 'VBG' ||
      !/^(?:attacking|defending|acting|managing|sitting|serving|retiring|ruling)$/.test(form(tree, at))
    )
      continue;
    const role = at + 1;
    if (!isNoun(tree, role) || tree.tokens[role]?.xpos !== 'NN' || roleKind(lemma(tree, role)) === null) continue;
    const below =
      tree.heads[role] === at
        ? role
        : dependents(tree, at, 'obj', 'nsubj').find((t) => t > at && tree.heads[role] === t);
    if (below !== undefined) draft.promote(below, at, 'amod');
  }
}

/** "talks with visiting Foreign Minister [A]": behind a preposition or a possessive the guest is who is visiting. */
export function visitingGuests({ tree }: Phrases, draft: Draft): void {
  for (const [at, { form, upos }] of tree.tokens.entries()) {
    const before = tree.tokens[at - 1];
    if (form !== 'visiting' || upos !== 'VERB' || !before) continue;
    const guest = dependents(tree, at, 'obj').find((object) => object > at);
    const isMarked = /^(?:with|by|to|for)$/.test(before.form) || before.xpos === 'POS' || before.upos === 'DET';
    if (guest === undefined || !isMarked || dependents(tree, guest, 'det', 'case').length > 0) continue;
    draft.promote(guest, at, 'amod');
    for (const marker of dependents(tree, at, 'mark')) draft.hang(marker, guest, 'case');
    const above = tree.heads[at] ?? -1;
    if (above >= 0) draft.hang(guest, above, isVerb(tree, above) ? 'obl' : 'nmod');
  }
}
