import type { Mention } from '../entities/entity.ts';
import { dependents, form, isNoun, lemma, preposition, type Tree } from '../language/tree.ts';
import { roleKind, titleKind } from '../lexicon/index.ts';
import { isBodyNoun, isContestNoun, isPersonNoun, isPlaceNoun, isSiteNoun } from './nouns.ts';
import { isPerson, type Phrases, typeOf } from './phrases.ts';

/** The name that a title or class noun stands before: "Foreign Minister [A]", "the town of [B]", "the chairman, [C]". */
export function namedBy(phrases: Phrases, token: number): Mention | null {
  const { tree, owner } = phrases;
  const explained = nameBehindComma(phrases, token);
  if (explained) return explained;
  for (const child of dependents(tree, token, 'flat', 'appos', 'nmod:desc')) {
    const name = owner[child];
    if (name?.kind !== 'name' || child < token) continue;
    const isThing = isSiteNoun(lemma(tree, token)) || isPlaceNoun(lemma(tree, token));
    const isTitle = name.from === token + 1 && isPerson(phrases, name) && isNoun(tree, token) && !isThing;
    if (isTitle || fitsApposition(phrases, token, name)) return name;
  }
  const called = calledBy(phrases, token) ?? rivalOf(phrases, token);
  if (called) return called;
  const next = owner[token + 1];
  if (next?.from === token + 1 && next.kind === 'name' && isPerson(phrases, next) && roleKind(lemma(tree, token)))
    return next;
  const word = lemma(tree, token);
  const wanted = isPlaceNoun(word)
    ? 'place'
    : isBodyNoun(word)
      ? 'organization'
      : isContestNoun(word)
        ? 'event'
        : isSiteNoun(word)
          ? 'facility'
          : null;
  if (next?.from === token + 1 && next.kind === 'name' && wanted !== null && typeOf(phrases, next) === wanted)
    return next;
  for (const child of dependents(tree, token, 'nmod', 'compound', 'amod', 'flat', 'appos')) {
    const name = owner[child];
    if (name?.kind !== 'name' || wanted === null || typeOf(phrases, name) !== wanted) continue;
    const prep = preposition(tree, child);
    if (tree.tokens[child]?.relation === 'nmod:poss' || (prep !== '' && (prep !== 'of' || wanted !== 'place')))
      continue;
    return name;
  }
  return null;
}

const SIDE =
  /^(?:champion|leader|rival|side|opponent|neighbour|neighbor|winner|host|finalist|holder|favourite|favorite)s?$/;

/** "faced champions the [A]": a team that stands behind its description. */
function rivalOf(phrases: Phrases, token: number): Mention | null {
  const { tree, owner } = phrases;
  const name = owner[token + 2];
  if (form(tree, token + 1) !== 'the' || name?.kind !== 'name' || name.from !== token + 2) return null;
  return SIDE.test(lemma(tree, token)) && typeOf(phrases, name) === 'organization' ? name : null;
}

const CALLED: ReadonlySet<string> = new Set(
  'dubbed called named known titled entitled code-named codenamed nicknamed'.split(' '),
);

/** "an exercise dubbed [A]", "the group known as [A]" */
function calledBy({ tree, owner }: Phrases, token: number): Mention | null {
  let at = token + (form(tree, token + 1) === ',' ? 2 : 1);
  if (!CALLED.has(form(tree, at))) return null;
  at += form(tree, at + 1) === 'as' ? 2 : 1;
  const quote = /^["“'‘]$/.test(form(tree, at)) ? 1 : 0;
  const the = form(tree, at + quote) === 'the' ? 1 : 0;
  const name = owner[at + quote + the];
  return name?.kind === 'name' && name.from === at + quote + the ? name : null;
}

/** "her Danish counterpart, [A], …", "the envoy to Rome, [A],": one person of a role, whom the commas name. */
export function nameBehindComma(phrases: Phrases, token: number): Mention | null {
  const { tree, owner } = phrases;
  const comma = phraseEnd(tree, token);
  const title = titleKind(tree.tokens[comma + 1]?.form ?? '') === null ? 0 : 1;
  const name = owner[comma + 1 + title];
  if (form(tree, comma) !== ',' || name?.kind !== 'name' || name.from !== comma + 1 + title) return null;
  if (!isPerson(phrases, name) || !/^NNP?$/.test(tree.tokens[token]?.xpos ?? '')) return null;
  if (!/^[,.;:)]?$/.test(form(tree, name.to)) && !isBareOffice(phrases, token, name)) return null;
  const isOf = dependents(tree, token, 'nmod').some((child) => child < comma && preposition(tree, child) !== '');
  const isOwned = isOf || isOwnedBefore(phrases, token) || dependents(tree, token, 'nmod:poss').length > 0;
  return isOwned && fitsApposition(phrases, token, name) ? name : null;
}

/** "President of Norway, [A] said": an office without an article, at the beginning of its clause, and the verb right behind the name. */
function isBareOffice({ tree }: Phrases, token: number, name: Mention): boolean {
  const starts = token === 0 || form(tree, token - 1) === ',';
  return starts && roleKind(lemma(tree, token)) !== null && /^(?:VERB|AUX)$/.test(tree.tokens[name.to]?.upos ?? '');
}

/** How far a noun's "of …" or "to …" may reach. */
const PHRASE_REACH = 8;

/** Where the phrase of a noun ends that goes on over prepositions: "the head of the ruling party". */
function phraseEnd(tree: Tree, token: number): number {
  let at = token + 1;
  if (!/^(?:of|to|for|in|at)$/.test(form(tree, at))) return at;
  while (at - token <= PHRASE_REACH && /^(?:ADP|DET|ADJ|NOUN|PROPN|NUM|PART)$/.test(tree.tokens[at]?.upos ?? '')) at++;
  return at;
}

/** A person's name explains only a word for a person; a date or a number that the parser hangs there explains nothing. */
function fitsApposition({ tree, ...rest }: Phrases, token: number, name: Mention): boolean {
  if (!isNoun(tree, token)) return false;
  const person = isPerson({ tree, ...rest }, name);
  return person === (isPersonNoun(lemma(tree, token)) || tree.tokens[token]?.upos === 'PROPN');
}

/** "U.S. ally [A]", "Norway striker [B]": a name before a class noun and a name says of the latter whose it is. */
export function describedBy({ tree, named, ...rest }: Phrases, own: Mention): Mention | null {
  const noun = own.to;
  const next = named[noun + 1];
  if (own.kind !== 'name' || next?.kind !== 'name' || next.from !== noun + 1) return null;
  const word = lemma(tree, noun);
  const fits =
    word === 'ally' || word === 'rival' || (isPerson({ tree, named, ...rest }, next) && roleKind(word) !== null);
  return fits && /^[a-z]/.test(tree.tokens[noun]?.form ?? '') ? next : null;
}

/** "Norway's minister", "the Danish minister": a name or demonym before a noun. */
const isOwnedBefore = ({ tree, owner, adjective }: Phrases, token: number): boolean =>
  (tree.children[token] ?? []).some((child) => child < token && (owner[child] ?? adjective[child]) !== undefined);
