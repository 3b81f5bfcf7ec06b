import { dependents, form, isVerb, lemma, relation, type Tree } from '../../language/tree.ts';
import type { Draft } from '../draft.ts';
import { takesInfinitive } from '../modality.ts';
import type { Phrases } from '../phrases.ts';
import { isSpeech } from '../verbs.ts';

/** What begins a sentence and stands nowhere else with a capital. */
const OPENING = /^(?:In|On|At|After|Before|During|For|From|The|This|These|Since|While|When)$/;

/** A caption without a full stop runs into the next sentence: "[A] of B In the north, C was elected". */
export function gluedSentences({ tree, named }: Phrases, draft: Draft): void {
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

/** "says he was held and moved": "moved" goes with "held", not with "says". */
export function conjoinedParticiples({ tree }: Phrases, draft: Draft): void {
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
export function boundParticiples({ tree }: Phrases, draft: Draft): void {
  for (const [at, { xpos }] of tree.tokens.entries()) {
    if (xpos !== 'VBN' || relation(tree, at) !== 'advcl' || dependents(tree, at, 'mark', 'nsubj', 'aux').length > 0)
      continue;
    let noun = at - 1;
    while (tree.tokens[noun]?.upos === 'ADV') noun--;
    if (tree.tokens[noun]?.upos === 'NOUN' && tree.heads[noun] === tree.heads[at]) draft.hang(at, noun, 'acl');
  }
}

/** "is in A, holding talks with B": the one who is there holds them, and not A. */
export function participlesOfWhereabouts({ tree }: Phrases, draft: Draft): void {
  for (const [at, { xpos }] of tree.tokens.entries()) {
    const site = tree.heads[at] ?? -1;
    if (xpos !== 'VBG' || relation(tree, at) !== 'acl' || form(tree, at - 1) !== ',' || site < 0) continue;
    if (dependents(tree, site, 'cop').length > 0 && dependents(tree, site, 'case').length > 0)
      draft.hang(at, site, 'advcl');
  }
}

/** "launched a rocket carrying A": what something holds, and nothing that the one who acts does. */
export function holdingParticiples({ tree }: Phrases, draft: Draft): void {
  for (const [at, { xpos }] of tree.tokens.entries()) {
    if (xpos !== 'VBG' || !/^(?:advcl|xcomp)$/.test(relation(tree, at))) continue;
    if (
      !/^(?:carry|contain|bear|hold|feature|belong|depict|represent|honor|honour|house|include)$/.test(lemma(tree, at))
    )
      continue;
    const noun = at - 1;
    if (tree.tokens[noun]?.upos === 'NOUN' && tree.heads[noun] === tree.heads[at] && relation(tree, noun) === 'obj')
      draft.hang(at, noun, 'acl');
  }
}

/** "Norda's decision to close A": the infinitive is what was decided, though the parser hung it on the clause. */
export function boundInfinitives({ tree }: Phrases, draft: Draft): void {
  for (const [at, { xpos }] of tree.tokens.entries()) {
    const noun = at - 2;
    if (xpos !== 'VB' || relation(tree, at) !== 'advcl' || form(tree, at - 1) !== 'to') continue;
    if (tree.tokens[noun]?.upos === 'NOUN' && takesInfinitive(lemma(tree, noun))) draft.hang(at, noun, 'acl');
  }
}

/** "[A], founded by B, employs C": the verb behind the second comma is the clause's, the participle says more of A. */
export function insertedParticiples({ tree }: Phrases, draft: Draft): void {
  for (const [at, { xpos }] of tree.tokens.entries()) {
    if (
      (xpos !== 'VBN' && xpos !== 'VBD') ||
      form(tree, at - 1) !== ',' ||
      dependents(tree, at, 'aux', 'obj').length > 0
    )
      continue;
    const [subject, second] = dependents(tree, at, 'nsubj', 'nsubj:pass');
    const main = dependents(tree, at, 'conj', 'parataxis').find((verb) => isMain(tree, verb, at));
    if (subject === undefined || second !== undefined || subject > at || main === undefined) continue;
    draft.promote(main, at, 'acl');
    draft.hang(subject, main, 'nsubj');
    draft.hang(at, subject, 'acl');
  }
}

/** Whether a verb is finite, without "and" or a subject of its own, and begins right behind a comma. */
function isMain(tree: Tree, verb: number, after: number): boolean {
  const helpers = dependents(tree, verb, 'aux', 'aux:pass', 'advmod').filter((t) => t < verb);
  const begin = Math.min(verb, ...helpers);
  const finite =
    /^VB[DZP]$/.test(tree.tokens[verb]?.xpos ?? '') || dependents(tree, verb, 'aux', 'aux:pass').length > 0;
  return (
    verb > after &&
    finite &&
    form(tree, begin - 1) === ',' &&
    dependents(tree, verb, 'cc', 'nsubj', 'nsubj:pass', 'expl', 'mark').length === 0
  );
}

/**
 * "The founder, [A], accused B of theft": where no verb is finite, a participle with an object is the main verb, for in
 * the passive it would have none.
 */
export function mainParticiples({ tree }: Phrases, draft: Draft): void {
  if (tree.sentence.kind === 'title' || tree.tokens.some(({ xpos }) => /^(?:VB[DPZ]|MD)$/.test(xpos))) return;
  const verb = tree.order.findLast(
    (t) => tree.tokens[t]?.xpos === 'VBN' && relation(tree, t) === 'acl' && dependents(tree, t, 'obj').length > 0,
  );
  const subject = tree.heads[verb ?? -1] ?? -1;
  if (verb === undefined || form(tree, verb - 1) !== ',' || relation(tree, subject) !== 'root') return;
  draft.hang(verb, -1, 'root');
  draft.hang(subject, verb, 'nsubj');
}

/** "is said to be in talks": the copula is the complement of the verb, though the parser took its noun for an oblique. */
export function boundCopulas({ tree }: Phrases, draft: Draft): void {
  for (const at of tree.tokens.keys()) {
    if (relation(tree, at) !== 'obl' || dependents(tree, at, 'cop').length === 0) continue;
    if (dependents(tree, at, 'mark').some((m) => form(tree, m) === 'to')) draft.hang(at, tree.heads[at] ?? -1, 'xcomp');
  }
}

/** "[A], whose chairman resigned, met B": what A did is not what its chairman did. */
export function whoseClauses({ tree, named }: Phrases, draft: Draft): void {
  for (const [at, { xpos }] of tree.tokens.entries()) {
    const name = form(tree, at - 1) === ',' ? named[at - 2] : undefined;
    const noun = tree.heads[at] ?? -1;
    const verb = tree.heads[noun] ?? -1;
    if (xpos !== 'WP$' || name?.kind !== 'name' || verb < 0 || relation(tree, noun) !== 'nsubj') continue;
    if (tree.heads[name.head] !== verb) continue;
    const next = dependents(tree, verb, 'conj').find((c) => isVerb(tree, c) && form(tree, c - 1) === ',');
    if (next === undefined || dependents(tree, next, 'nsubj').length > 0) continue;
    const [above, tie] = [tree.heads[verb] ?? -1, relation(tree, verb)];
    draft.hang(next, above, tie);
    draft.hang(name.head, next, 'nsubj');
    draft.hang(verb, name.head, 'acl:relcl');
  }
}

/** "a port in [A], where they met B": what is told of the place, though the parser hung it on the clause. */
export function whereClauses({ tree, named }: Phrases, draft: Draft): void {
  for (const [at, { form: word }] of tree.tokens.entries()) {
    const verb = tree.heads[at] ?? -1;
    const name = form(tree, at - 1) === ',' ? named[at - 2] : named[at - 1];
    if (word !== 'where' || verb < at || relation(tree, verb) !== 'advcl' || name?.kind !== 'name') continue;
    draft.hang(verb, name.head, 'acl:relcl');
  }
}

/** "says on its site that A met B": what is said, though the parser hung it on the site. */
export function reportedClauses({ tree }: Phrases, draft: Draft): void {
  for (const at of tree.tokens.keys()) {
    const noun = tree.heads[at] ?? -1;
    const verb = tree.heads[noun] ?? -1;
    if (tree.tokens[at]?.relation !== 'acl:relcl' || relation(tree, noun) !== 'obl' || !isSpeech(lemma(tree, verb)))
      continue;
    const isThat = dependents(tree, at, 'mark').some((m) => form(tree, m) === 'that' && tree.tokens[m]?.xpos === 'IN');
    if (isThat && dependents(tree, verb, 'ccomp').length === 0) draft.hang(at, verb, 'ccomp');
  }
}

/** "A is to meet B": before an infinitive, "be" is a helper and no copula. */
export function copulasOfVerbs({ tree }: Phrases, draft: Draft): void {
  for (const [at, { xpos }] of tree.tokens.entries()) {
    const marks = dependents(tree, at, 'mark').filter((t) => form(tree, t) === 'to');
    if (xpos !== 'VB' || marks.length === 0) continue;
    for (const copula of dependents(tree, at, 'cop')) if (copula < (marks[0] ?? 0)) draft.hang(copula, at, 'aux');
  }
}
