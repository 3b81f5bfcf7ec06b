import { dependents, form, isNoun, isVerb, lemma, preposition, relation } from '../../language/tree.ts';
import type { Draft } from '../draft.ts';
import { isVerbForm } from '../inflection.ts';
import type { Phrases } from '../phrases.ts';
import { titledSpan } from '../role-phrases.ts';
import { isSpeech } from '../verbs.ts';
import { names } from './names.ts';

/** "joined the club aged 14": the club is no subject of "aged". */
export function agedNames({ tree }: Phrases, draft: Draft): void {
  for (const [at, { form: word }] of tree.tokens.entries()) {
    const [subject] = word === 'aged' ? dependents(tree, at, 'nsubj') : [];
    const above = tree.heads[at] ?? -1;
    if (subject === undefined || above < 0 || tree.tokens[at + 1]?.upos !== 'NUM') continue;
    draft.promote(subject, at, 'acl');
    draft.hang(subject, above, dependents(tree, above, 'obj').length === 0 && isVerb(tree, above) ? 'obj' : 'nmod');
  }
}

const TIME =
  /^(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|year|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** "A last month accepted": the month accepts nothing. */
export function timesAsSubjects(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  for (const verb of tree.order) {
    for (const time of dependents(tree, verb, 'nsubj')) {
      if (!TIME.test(lemma(tree, time)) || named[time]) continue;
      const others = dependents(tree, verb, 'nsubj').filter((s) => s !== time);
      const below = (tree.children[time] ?? []).find(
        (child) => named[child]?.kind === 'name' && child < time && dependents(tree, child, 'case').length === 0,
      );
      if (others.length === 0 && below === undefined) continue;
      draft.hang(time, verb, 'obl:unmarked');
      if (below !== undefined) draft.hang(below, verb, others.length === 0 ? 'nsubj' : 'dep');
    }
  }
}

/** "A said B, the mayor, called C": B is the subject of the second verb, and that what A said. */
export function reportedSubjects({ tree }: Phrases, draft: Draft): void {
  for (const verb of tree.order) {
    if (!isSpeech(lemma(tree, verb)) || !isVerb(tree, verb)) continue;
    const subjects = dependents(tree, verb, 'nsubj');
    const second = subjects.find((s) => s > verb);
    if (second === undefined || !subjects.some((s) => s < verb)) continue;
    const said = dependents(tree, verb, 'conj', 'parataxis', 'ccomp', 'advcl', 'dep').find(
      (c) => c > second && isVerb(tree, c) && dependents(tree, c, 'nsubj').length === 0,
    );
    if (said === undefined) continue;
    draft.hang(second, said, 'nsubj');
    draft.hang(said, verb, 'ccomp');
  }
}

/** A finite verb without a subject takes the name that stands right before it and has no place in another clause. */
export function orphanSubjects({ tree, named }: Phrases, draft: Draft): void {
  for (const verb of tree.order) {
    const token = tree.tokens[verb];
    const tie = relation(tree, verb);
    if (token?.upos !== 'VERB' || /^(?:conj|amod|xcomp|aux|cop|acl)$/.test(tie)) continue;
    const finite =
      /^VB[DZP]$/.test(token.xpos) ||
      (token.xpos === 'VBN' && /^(?:root|ccomp|parataxis)$/.test(tie) && dependents(tree, verb, 'aux').length === 0);
    if (!finite || dependents(tree, verb, 'nsubj', 'csubj', 'expl').length > 0) continue;
    let at = verb - 1;
    while (at >= 0 && /^(?:ADV|AUX|PART)$/.test(tree.tokens[at]?.upos ?? '')) at--;
    const mention = named[at];
    if (mention?.to !== at + 1 || mention.kind !== 'name' || dependents(tree, mention.head, 'case').length > 0)
      continue;
    let subject = mention.head;
    while (relation(tree, subject) === 'conj' && named[tree.heads[subject] ?? -1])
      subject = tree.heads[subject] ?? subject;
    if (!/^(?:nsubj|obj|iobj|obl|nmod)$/.test(relation(tree, subject))) draft.hang(subject, verb, 'nsubj');
  }
}

/** "According to the site in A, [B] met C" with the site as the subject: behind a preposition it is none, and B is. */
export function subjectsBehindComma(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  for (const verb of tree.order) {
    if (!/^VB[DPZN]$/.test(tree.tokens[verb]?.xpos ?? '') || !isVerb(tree, verb)) continue;
    const [subject, second] = dependents(tree, verb, 'nsubj');
    if (subject === undefined || second !== undefined || subject > verb || preposition(tree, subject) === '') continue;
    let at = verb - 1;
    while (/^(?:ADV|AUX|PART)$/.test(tree.tokens[at]?.upos ?? '')) at--;
    const name = named[at];
    if (name?.to !== at + 1 || name.kind !== 'name' || name.from <= subject) continue;
    if (form(tree, (titledSpan(phrases, name) ?? name.from) - 1) !== ',') continue;
    draft.hang(subject, verb, 'obl');
    draft.hang(name.head, verb, 'nsubj');
  }
}

/** "fell as [A] visited B": what stands between a conjunction and a verb without a subject is its subject. */
export function subjectsBehindConjunctions({ tree, named }: Phrases, draft: Draft): void {
  for (const verb of tree.order) {
    if (!/^VB[DPZ]$/.test(tree.tokens[verb]?.xpos ?? '') || !isVerb(tree, verb)) continue;
    if (dependents(tree, verb, 'nsubj', 'csubj', 'expl').length > 0 || relation(tree, verb) === 'conj') continue;
    const subject = dependents(tree, verb, 'obl').find((t) => t < verb && named[t]?.kind === 'name');
    const link = dependents(tree, subject ?? -1, 'case').find((c) =>
      /^(?:as|before|after|since|until)$/.test(form(tree, c)),
    );
    if (subject === undefined || link === undefined || dependents(tree, verb, 'mark').length > 0) continue;
    const isNext = (named[subject]?.to ?? 0) + 2 > verb;
    if (!isNext) continue;
    draft.hang(link, verb, 'mark');
    draft.hang(subject, verb, 'nsubj');
  }
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** "talks with [A] Sunday" with A as a part of the Sunday: it stands where the parser put the day. */
export function namesBeforeDays(phrases: Phrases, draft: Draft): void {
  const { tree } = phrases;
  for (const mention of names(phrases)) {
    const day = mention.to;
    if (!WEEKDAY.test(tree.tokens[day]?.form ?? '') || tree.heads[mention.head] !== day) continue;
    if (!/^(?:compound|amod|nmod|flat)$/.test(relation(tree, mention.head))) continue;
    draft.promote(mention.head, day, 'nmod:unmarked');
    for (const child of tree.children[day] ?? [])
      if (child < mention.from && /^(?:case|det)$/.test(relation(tree, child)))
        draft.hang(child, mention.head, relation(tree, child));
  }
}

/** "A sent aid and [B] phoned C": the name between "and" and a verb in the past is that verb's subject, not an object. */
export function secondSubjects(phrases: Phrases, draft: Draft): void {
  const { tree } = phrases;
  for (const mention of names(phrases)) {
    const verb = mention.to;
    const token = tree.tokens[verb];
    if (
      token?.xpos !== 'VBD' ||
      !/^(?:conj|advcl|parataxis|acl)$/.test(relation(tree, verb)) ||
      dependents(tree, verb, 'nsubj').length > 0
    )
      continue;
    const start = titledSpan(phrases, mention) ?? mention.from;
    const above = tree.heads[mention.head] ?? -1;
    if (form(tree, start - 1) !== 'and' || above === verb || relation(tree, mention.head) !== 'conj') continue;
    draft.hang(mention.head, verb, 'nsubj');
  }
}

/** "[A] lives in B", at the beginning of a sentence, with "lives" taken for a noun. */
export function hiddenVerbs({ tree, named, reading }: Phrases, draft: Draft): void {
  const name = named[0];
  const verb = name?.to ?? 0;
  const token = tree.tokens[verb];
  if (!name || token?.upos !== 'NOUN' || tree.heads[verb] !== -1 || !isVerbForm(form(tree, verb))) return;
  if (reading.entities[name.entities[0] ?? -1]?.type !== 'person' || tree.heads[name.head] !== verb) return;
  // "[A] plans to meet B"
  const infinitive = form(tree, verb + 1) === 'to' ? dependents(tree, verb, 'acl')[0] : undefined;
  if (token.xpos === 'NNS' && infinitive !== undefined) {
    draft.hang(name.head, verb, 'nsubj');
    draft.hang(infinitive, verb, 'xcomp');
    return;
  }
  if (token.xpos !== 'NNS' || tree.tokens[verb + 1]?.upos !== 'ADP' || tree.tokens.some((t) => t.upos === 'VERB'))
    return;
  draft.hang(name.head, verb, 'nsubj');
  for (const child of tree.children[name.head] ?? [])
    if (child > verb && dependents(tree, child, 'case').length > 0) draft.hang(child, verb, 'obl');
}

/** "police shot and killed A" with "shot" taken for a noun: who stands before it did both. */
export function hiddenShots({ tree }: Phrases, draft: Draft): void {
  for (let at = 1; at + 2 < tree.tokens.length; at++) {
    if (form(tree, at) !== 'shot' || tree.tokens[at]?.upos !== 'NOUN' || form(tree, at + 1) !== 'and') continue;
    const [killed, who] = [at + 2, at - 1];
    if (!/^(?:kill|wound|injure)$/.test(lemma(tree, killed)) || tree.heads[killed] !== at) continue;
    if (!isNoun(tree, who) || tree.heads[who] !== at) continue;
    draft.promote(killed, at, 'dep');
    draft.hang(who, killed, 'nsubj');
  }
}

/** "[A] is due to go" with A at the root: the name is the subject, and the infinitive what the adjective says of it. */
export function copularNames({ tree, named }: Phrases, draft: Draft): void {
  for (const [at, { upos }] of tree.tokens.entries()) {
    const name = named[tree.heads[at] ?? -1];
    if (upos !== 'ADJ' || name?.kind !== 'name' || relation(tree, name.head) !== 'root') continue;
    if (!dependents(tree, at, 'cop').some((c) => c === name.to)) continue;
    draft.hang(at, -1, 'root');
    draft.hang(name.head, at, 'nsubj');
    for (const verb of dependents(tree, at, 'advcl', 'csubj'))
      if (tree.tokens[verb]?.xpos === 'VB' && form(tree, verb - 1) === 'to') draft.hang(verb, at, 'xcomp');
  }
}
