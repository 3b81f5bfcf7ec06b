import type { Mention } from '../entities/entity.ts';

import { Draft } from './draft.ts';
import { isVerbForm } from './inflection.ts';
import { takesInfinitive } from './modality.ts';
import type { Phrases } from './noun-phrase.ts';
import { titledSpan } from './role-phrases.ts';
import { dependents, form, isVerb, lemma, relation, type Tree } from './tree.ts';
import { isSpeech } from './verbs.ts';

/** A sentence longer than this is a list or no language at all: it is read as it was parsed. */
const LONGEST = 400;

/**
 * Mends what a greedy parser does to names: each step below names one error that is seen again and again. Works on
 * what the words say, so that a right parse stays as it is.
 */
export function repair(phrases: Phrases): Tree {
  if (phrases.tree.tokens.length > LONGEST) return phrases.tree;
  const steps = [
    gluedSentences,
    prepositionsAsHeads,
    unitedPhrases,
    appositionsBefore,
    agedNames,
    conjunctsOfAKind,
    timesAsSubjects,
    reportedSubjects,
    misplacedNames,
    conjoinedParticiples,
    boundParticiples,
    boundInfinitives,
    toldNames,
    orphanSubjects,
    secondSubjects,
    hiddenVerbs,
    mainParticiples,
    copularNames,
  ];
  return steps.reduce((tree, step) => {
    const draft = new Draft(tree);
    step({ ...phrases, tree }, draft);
    return draft.tree();
  }, phrases.tree);
}

/** Names, as wide as they are. */
const names = (phrases: Phrases): Mention[] =>
  phrases.mentions.filter((m) => m.kind === 'name' && !m.adjective && phrases.named[m.from] === m);

/** What begins a sentence and stands nowhere else with a capital. */
const OPENING = /^(?:In|On|At|After|Before|During|For|From|The|This|These|Since|While|When)$/;

/** A caption without a full stop runs into the next sentence: "[A] of B In the north, C was elected". */
function gluedSentences({ tree, named }: Phrases, draft: Draft): void {
  if (tree.sentence.kind === 'title') return;
  const { tokens } = tree;
  const seam = tokens.findIndex(
    ({ form: word }, at) =>
      at > 1 && OPENING.test(word) && !named[at] && /^(?:PROPN|NOUN)$/.test(tokens[at - 1]?.upos ?? ''),
  );
  if (seam < 0) return;
  const crossing = tree.order.filter((t) => t >= seam && (tree.heads[t] ?? -1) < seam);
  const center =
    crossing.find((t) => isVerb(tree, t) && dependents(tree, t, 'aux', 'aux:pass').length > 0) ??
    crossing.find((t) => isVerb(tree, t));
  if (center === undefined) return;
  for (const t of tree.order) if (t < seam && (tree.heads[t] ?? -1) >= seam) draft.hang(t, -1, 'root');
  draft.hang(center, -1, 'root');
  for (const t of crossing) {
    if (t === center) continue;
    const hasCase = dependents(tree, t, 'case').some((c) => c >= seam);
    draft.hang(t, center, hasCase ? 'obl' : relation(tree, t));
  }
}

const PREPOSITION =
  /^(?:aboard|across|against|at|by|for|from|in|inside|into|near|of|off|on|onto|outside|over|through|to|toward|towards|under|upon|with|within)$/;

/** "by" as an adverb with "Novak" below it: the preposition belongs below the name. */
function prepositionsAsHeads({ tree, named }: Phrases, draft: Draft): void {
  for (const [at, token] of tree.tokens.entries()) {
    if (!PREPOSITION.test(token.form) || relation(tree, at) === 'case') continue;
    const above = tree.heads[at] ?? -1;
    let next = at + 1;
    if (/^(?:the|a|an)$/i.test(form(tree, next))) next++;
    const name = named[next];
    if (above < 0 || name?.from !== next || token.upos === 'PART') continue;
    const below = tree.heads[name.head] === at;
    const isLoose = relation(tree, at) === 'advmod' || (token.form === 'by' && relation(tree, at) === 'compound');
    if (!below && !(isLoose && tree.heads[name.head] === above)) continue;
    draft.hang(name.head, above, isVerb(tree, above) ? 'obl' : 'nmod');
    draft.hang(at, name.head, 'case');
  }
}

/** A name with the title before it, "A's foreign policy" and a hyphened noun are one phrase each. */
function unitedPhrases(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  const { tokens } = tree;
  for (let at = 1; at + 1 < tokens.length; at++) {
    const [before, dash, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (dash?.form !== '-' || before?.end !== dash.start || dash.end !== after?.start) continue;
    if (before.upos === 'NOUN' && after.upos === 'NOUN') draft.unite(at - 1, at + 2, at + 1);
  }
  for (const mention of names(phrases)) {
    draft.unite(mention.from, mention.to, mention.head);
    const titled = titledSpan(phrases, mention);
    if (titled !== null) draft.unite(titled, mention.to, mention.head);
    if (tokens[mention.to]?.xpos !== 'POS') continue;
    const owned = ownedBy(phrases, mention.to + 1);
    if (owned !== null) draft.unite(mention.from, named[owned]?.to ?? owned + 1, named[owned]?.head ?? owned);
  }
}

/** The last noun, or the first name, behind a possessive mark. */
function ownedBy({ tree, named }: Phrases, start: number): number | null {
  let last: number | null = null;
  for (let at = start; at < Math.min(start + 6, tree.tokens.length); at++) {
    if (named[at]) return named[at]?.kind === 'name' ? at : last;
    const upos = tree.tokens[at]?.upos;
    if (upos === 'NOUN' || upos === 'PROPN') last = at;
    else if (upos !== 'ADJ' && upos !== 'NUM' && form(tree, at) !== '-') return last;
  }
  return last;
}

/** "[A], the first ship,": the name is what the clause speaks of, the noun behind the comma explains it. */
function appositionsBefore(phrases: Phrases, draft: Draft): void {
  const { tree } = phrases;
  for (const mention of names(phrases)) {
    const above = tree.heads[mention.head] ?? -1;
    if (above <= mention.to || !/^(?:compound|nmod|amod|flat|nummod)$/.test(relation(tree, mention.head))) continue;
    if (form(tree, mention.to) === ',' && tree.tokens[above]?.upos === 'NOUN' && above - mention.to < 8)
      draft.promote(mention.head, above, 'appos');
  }
}

/** "joined the club aged 14": the club is no subject of "aged". */
function agedNames({ tree }: Phrases, draft: Draft): void {
  for (const [at, { form: word }] of tree.tokens.entries()) {
    const [subject] = word === 'aged' ? dependents(tree, at, 'nsubj') : [];
    const above = tree.heads[at] ?? -1;
    if (subject === undefined || above < 0 || tree.tokens[at + 1]?.upos !== 'NUM') continue;
    draft.promote(subject, at, 'acl');
    draft.hang(subject, above, dependents(tree, above, 'obj').length === 0 && isVerb(tree, above) ? 'obj' : 'nmod');
  }
}

/** "A of B, C of D and E of F": C goes with A, not with B. */
function conjunctsOfAKind(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  const all = names(phrases);
  const isPerson = (mention: Mention | undefined) =>
    mention !== undefined && phrases.reading.entities[mention.entities[0] ?? -1]?.type === 'person';
  for (const [i, mention] of all.entries()) {
    if (relation(tree, mention.head) !== 'conj' || !isPerson(mention)) continue;
    const above = named[tree.heads[mention.head] ?? -1];
    if (!above || isPerson(above)) continue;
    const fellow = all.slice(Math.max(0, i - 4), i).findLast(isPerson);
    if (fellow) draft.hang(mention.head, fellow.head, 'conj');
  }
}

const TIME =
  /^(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|year|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** "A last month accepted": the month accepts nothing. */
function timesAsSubjects(phrases: Phrases, draft: Draft): void {
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
function reportedSubjects({ tree }: Phrases, draft: Draft): void {
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

const NOMINAL = /^(?:nsubj|obj|iobj|obl|nmod|conj|appos|root|compound|flat)$/;

/** A name that the parser took for a clause of the verb before it is the verb's object, or an oblique. */
function misplacedNames(phrases: Phrases, draft: Draft): void {
  const { tree } = phrases;
  for (const mention of names(phrases)) {
    const verb = tree.heads[mention.head] ?? -1;
    if (verb < 0 || verb > mention.from || !isVerb(tree, verb) || NOMINAL.test(relation(tree, mention.head))) continue;
    const start = titledSpan(phrases, mention) ?? mention.from;
    if (dependents(tree, mention.head, 'case').some((c) => c < mention.from)) draft.hang(mention.head, verb, 'obl');
    else if (start === verb + 1 && dependents(tree, verb, 'obj').length === 0) draft.hang(mention.head, verb, 'obj');
  }
}

/** "says he was held and moved": "moved" goes with "held", not with "says". */
function conjoinedParticiples({ tree }: Phrases, draft: Draft): void {
  for (const [at, { xpos }] of tree.tokens.entries()) {
    const above = tree.heads[at] ?? -1;
    if (
      xpos !== 'VBN' ||
      relation(tree, at) !== 'conj' ||
      !isVerb(tree, above) ||
      dependents(tree, at, 'aux', 'nsubj').length > 0
    )
      continue;
    if (!/^VB[DZP]$/.test(tree.tokens[above]?.xpos ?? '') || dependents(tree, above, 'aux').length > 0) continue;
    for (let other = at - 1; other > above; other--)
      if (tree.tokens[other]?.xpos === 'VBN' && dependents(tree, other, 'aux:pass', 'aux').length > 0) {
        draft.hang(at, other, 'conj');
        break;
      }
  }
}

/** "replaced officials associated with A": a participle right behind an object says something of the object. */
function boundParticiples({ tree }: Phrases, draft: Draft): void {
  for (const [at, { xpos }] of tree.tokens.entries()) {
    if (xpos !== 'VBN' || relation(tree, at) !== 'advcl' || dependents(tree, at, 'mark', 'nsubj', 'aux').length > 0)
      continue;
    let noun = at - 1;
    while (tree.tokens[noun]?.upos === 'ADV') noun--;
    if (tree.tokens[noun]?.upos === 'NOUN' && tree.heads[noun] === tree.heads[at]) draft.hang(at, noun, 'acl');
  }
}

/** "Norda's decision to close A": the infinitive is what was decided, though the parser hung it on the clause. */
function boundInfinitives({ tree }: Phrases, draft: Draft): void {
  for (const [at, { xpos }] of tree.tokens.entries()) {
    const noun = at - 2;
    if (xpos !== 'VB' || relation(tree, at) !== 'advcl' || form(tree, at - 1) !== 'to') continue;
    if (tree.tokens[noun]?.upos === 'NOUN' && takesInfinitive(lemma(tree, noun))) draft.hang(at, noun, 'acl');
  }
}

/** "told [A] the plan must wait": the one who was told is no subject of what was said. */
function toldNames(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  for (const verb of tree.order) {
    if (!/^(?:tell|inform|remind|assure|warn|notify|promise)$/.test(lemma(tree, verb)) || !isVerb(tree, verb)) continue;
    const told = named[verb + 1] ?? (form(tree, verb + 1) === 'the' ? named[verb + 2] : undefined);
    if (told?.kind !== 'name' || dependents(tree, verb, 'obj', 'iobj').length > 0) continue;
    const above = tree.heads[told.head] ?? -1;
    if (above !== verb && !(above > told.to && dependents(tree, above, 'nsubj').length > 1)) continue;
    draft.hang(told.head, verb, 'iobj');
  }
}

/** A finite verb without a subject takes the name that stands right before it and has no place in another clause. */
function orphanSubjects({ tree, named }: Phrases, draft: Draft): void {
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

/** "A sent aid and [B] phoned C": the name between "and" and a verb in the past is that verb's subject, not an object. */
function secondSubjects(phrases: Phrases, draft: Draft): void {
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
function hiddenVerbs({ tree, named, reading }: Phrases, draft: Draft): void {
  const name = named[0];
  const verb = name?.to ?? 0;
  const token = tree.tokens[verb];
  if (!name || token?.upos !== 'NOUN' || tree.heads[verb] !== -1 || !isVerbForm(form(tree, verb))) return;
  if (reading.entities[name.entities[0] ?? -1]?.type !== 'person' || tree.heads[name.head] !== verb) return;
  if (token.xpos !== 'NNS' || tree.tokens[verb + 1]?.upos !== 'ADP' || tree.tokens.some((t) => t.upos === 'VERB'))
    return;
  draft.hang(name.head, verb, 'nsubj');
  for (const child of tree.children[name.head] ?? [])
    if (child > verb && dependents(tree, child, 'case').length > 0) draft.hang(child, verb, 'obl');
}

/** "The founder, [A], accused B of theft": where no verb is finite, a participle with an object is the main verb. */
function mainParticiples({ tree, named }: Phrases, draft: Draft): void {
  if (tree.sentence.kind === 'title' || tree.tokens.some(({ xpos }) => /^(?:VB[DPZ]|MD)$/.test(xpos))) return;
  const verb = tree.order.find((t) => tree.tokens[t]?.xpos === 'VBN' && relation(tree, t) === 'acl');
  if (verb === undefined || form(tree, verb - 1) !== ',') return;
  const subject = tree.heads[verb] ?? -1;
  const isName = named[subject]?.kind === 'name' && named[subject]?.to === verb - 1;
  if (!isName || dependents(tree, verb, 'obj')[0] === undefined) return;
  draft.hang(verb, -1, 'root');
  draft.hang(subject, verb, 'nsubj');
}

/** "[A] is due to go" with A at the root: the name is the subject, and the infinitive what the adjective says of it. */
function copularNames({ tree, named }: Phrases, draft: Draft): void {
  for (const [at, { upos }] of tree.tokens.entries()) {
    const name = named[tree.heads[at] ?? -1];
    if (upos !== 'ADJ' || name?.kind !== 'name' || relation(tree, name.head) !== 'root') continue;
    if (!dependents(tree, at, 'cop').some((c) => c === name.to)) continue;
    draft.hang(at, -1, 'root');
    draft.hang(name.head, at, 'nsubj');
    for (const verb of dependents(tree, at, 'advcl'))
      if (tree.tokens[verb]?.xpos === 'VB' && form(tree, verb - 1) === 'to') draft.hang(verb, at, 'xcomp');
  }
}
