import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Mention, Reading } from '../entities/entity.ts';
import { dependents, form, head, isNoun, lemma, preposition, relation, type Tree } from '../language/tree.ts';
import { roleKind, titleKind } from '../lexicon/index.ts';
import type { EntityType } from '../ontology.ts';
import { isSuffered, singular } from './verbs.ts';

const Nouns = z.strictObject({
  places: z.array(z.string()),
  standsFor: z.array(z.string()),
  speakers: z.array(z.string()),
  /** Nouns that say what kind of body a name is: "the newspaper [A]", "the [A] group". */
  bodies: z.array(z.string()),
  /** Nouns of what a named contest or gathering is, or is won for: "the [A] title". */
  contests: z.array(z.string()),
  /** Nouns of buildings and vessels: "the ship [A]". */
  sites: z.array(z.string()),
  /** Nouns of one who does or is something to another: met behind a preposition, he is not the one who acts. */
  agents: z.array(z.string()),
  /** Those of `standsFor` that mean what someone does or has, and no one who acts. */
  things: z.array(z.string()),
  /** Those that mean armed people or what they drive. */
  armed: z.array(z.string()),
  /** Nouns for persons that are no office. */
  persons: z.array(z.string()),
  /** Those of `standsFor` that speak for the place where they sit or come from: "police in [A]". */
  seated: z.array(z.string()),
});
const nouns = Nouns.parse(JSON.parse(readFileSync(new URL('./data/nouns.json', import.meta.url), 'utf8')));
const PLACE_NOUNS = new Set(nouns.places);
const STAND_INS = new Set(nouns.standsFor);
const THINGS = new Set(nouns.things);
const ARMED = new Set(nouns.armed);
const SPEAKERS = new Set(nouns.speakers);
const BODIES = new Set(nouns.bodies);
const CONTESTS = new Set(nouns.contests);
const SITES = new Set(nouns.sites);
const AGENTS = new Set(nouns.agents);
const PERSON_NOUNS = new Set(nouns.persons);
const SEATED = new Set(nouns.seated);

/** How many members of a coordination are looked at; a list of a thousand names makes no million pairs. */
const MOST_CONJUNCTS = 20;

/** An entity that a noun phrase speaks of, and the mention that says so. */
export interface Node {
  entity: number;
  type: EntityType;
  mention: Mention;
  /** 0–1: how sure it is that the phrase means this entity. */
  certainty: number;
  /** What the phrase means is not the entity but someone or something of it: "Thai officials", "the statue of X". */
  stand?: true;
  /** It is a deed or thing of the entity: "Thai policy". It can be praised or blamed, but not met. */
  thing?: true;
  /** An article stands before the name. */
  definite?: true;
  /** It is said of people, by their country's name: "the Danes". */
  people?: true;
  /** It is said of armed people, who enter a town without visiting it: "Danish soldiers". */
  armed?: true;
}

/** The mentions of one sentence by their tokens. */
export interface Phrases {
  tree: Tree;
  reading: Reading;
  mentions: readonly Mention[];
  /** The widest name, or the pronoun, that each token belongs to. */
  named: readonly (Mention | undefined)[];
  /** The same, and at its head the description ("the [president]"), so that a head tells its entity. */
  owner: readonly (Mention | undefined)[];
  /** The demonym that covers each token. */
  adjective: readonly (Mention | undefined)[];
}

/** @param country the one that the article is about: who else is "the nation" */
export function phrasesOf(
  tree: Tree,
  mentions: readonly Mention[],
  reading: Reading,
  country: number | null = null,
): Phrases {
  const named: (Mention | undefined)[] = new Array(tree.tokens.length);
  const adjective: (Mention | undefined)[] = new Array(tree.tokens.length);
  const wider = (one: Mention, other: Mention | undefined) => !other || one.to - one.from > other.to - other.from;
  for (const mention of mentions) {
    if (mention.kind === 'description') continue;
    const row = mention.adjective ? adjective : named;
    for (let t = Math.max(0, mention.from); t < Math.min(mention.to, tree.tokens.length); t++)
      if (wider(mention, row[t])) row[t] = mention;
  }
  const owner = [...named];
  for (const mention of mentions)
    if (mention.kind === 'description' && !named[mention.head] && wider(mention, owner[mention.head]))
      owner[mention.head] = mention;
  if (country !== null) for (const mention of nations(tree, mentions, country)) owner[mention.head] ??= mention;
  return { tree, reading, mentions, named, owner, adjective };
}

/** "the nation", "the country": where coreference names none, the article's. */
function nations({ tokens, sentence }: Tree, mentions: readonly Mention[], country: number): Mention[] {
  return tokens.flatMap((token, at): Mention[] => {
    const the = tokens[at - 1];
    if (!/^(?:nation|country)$/.test(token.form) || the?.form.toLowerCase() !== 'the') return [];
    const text = `${the.form}${' '.repeat(Math.max(0, token.start - the.end))}${token.form}`;
    const place = {
      start: the.start,
      end: token.end,
      from: at - 1,
      to: at + 1,
      head: at,
      sentence: mentions[0]?.sentence ?? 0,
    };
    return sentence.start <= the.start
      ? [{ ...place, text, kind: 'description', entities: [country], certainty: 0.75 }]
      : [];
  });
}

/** The entities of a mention, one node each. */
export function nodesOf(phrases: Phrases, mention: Mention, certainty = 1): Node[] {
  return mention.entities.flatMap((entity) => {
    const type = phrases.reading.entities[entity]?.type;
    return type ? [{ entity, type, mention, certainty: certainty * mention.certainty }] : [];
  });
}

/**
 * The entities that the noun phrase headed by `token` speaks of, its conjuncts included: "A and B", "Foreign
 * Minister C", "the city of D", "soldiers of E".
 */
export function nodes(phrases: Phrases, token: number): Node[] {
  const found = conjuncts(phrases, token).flatMap((each) => single(phrases, each));
  return found.filter((node, i) => found.findIndex((other) => other.entity === node.entity) === i);
}

/** `token` and the heads of what is coordinated with it. */
export function conjuncts(phrases: Phrases, token: number): number[] {
  const { tree } = phrases;
  const all = [token];
  for (let at = 0; at < all.length && all.length < MOST_CONJUNCTS; at++) {
    const own = all[at] ?? token;
    const inside = phrases.owner[own];
    for (const child of dependents(tree, own, 'conj'))
      if ((phrases.owner[child] ?? null) !== inside || inside === undefined) {
        if (isNominal(tree, child) && isOfTheSame(tree, own, child)) all.push(child);
      }
    // a conjunct of a title before the name hangs on the name
    if (inside && own === token)
      for (let t = inside.from; t < Math.min(inside.to, tree.tokens.length); t++)
        if (t !== own)
          for (const child of dependents(tree, t, 'conj'))
            if ((child < inside.from || child >= inside.to) && isNominal(tree, child)) all.push(child);
  }
  return isAddress(phrases, all) ? [token] : all.slice(0, MOST_CONJUNCTS);
}

/** "in Bergen, Hordaland": places in a row without "and" lie in each other. */
const isAddress = ({ tree, owner, reading }: Phrases, all: readonly number[]): boolean =>
  all.length > 1 &&
  all.every((each) => reading.entities[owner[each]?.entities[0] ?? -1]?.type === 'place') &&
  all.every((each) => dependents(tree, each, 'cc').length === 0);

/** "A and B, from C": with a preposition that the first has not, it is no fellow. */
const isOfTheSame = (tree: Tree, first: number, other: number): boolean =>
  preposition(tree, other) === '' || preposition(tree, first) !== '';

const isNominal = (tree: Tree, token: number): boolean => {
  const upos = tree.tokens[token]?.upos;
  return upos !== 'VERB' && upos !== 'AUX' && dependents(tree, token, 'cop', 'nsubj').length === 0;
};

/** The entities of one noun phrase, without its conjuncts. */
function single(phrases: Phrases, token: number): Node[] {
  const { tree, owner } = phrases;
  const own = owner[token];
  if (own) {
    // "the leader, [A], said": whatever else the description could mean
    const explained = own.kind === 'description' ? nameBehindComma(phrases, token) : describedBy(phrases, own);
    const definite = own.kind === 'name' && form(tree, own.from - 1) === 'the' ? ({ definite: true } as const) : {};
    return nodesOf(phrases, explained ?? own).map((node) => ({ ...node, ...definite }));
  }
  if (tree.tokens[token]?.upos === 'PRON') return [];
  const people = phrases.adjective[token];
  if (people && /^NN/.test(tree.tokens[token]?.xpos ?? '') && !/^(?:amod|compound)/.test(relation(tree, token))) {
    // "the Danes" can be Denmark's side; "ten Danes" and "Danes" are some people
    const isSide =
      dependents(tree, token, 'det').length > 0 &&
      dependents(tree, token, 'nummod', 'amod').length === 0 &&
      !isOne(tree, token);
    return isSide ? nodesOf(phrases, people, 0.6).map((node) => ({ ...node, stand: true, people: true })) : [];
  }
  const named = namedBy(phrases, token);
  if (named) return [named, ...companions(phrases, token, named)].flatMap((each) => nodesOf(phrases, each, 0.95));
  const listed = examples(phrases, token);
  return listed.length > 0 ? listed : standIn(phrases, token);
}

/** "the Dane" is a person; "the Danes" and "the Danish" can be a side. */
const isOne = (tree: Tree, token: number): boolean =>
  /^NNP?$/.test(tree.tokens[token]?.xpos ?? '') && !/(?:s|sh|ch|ese|sse|z)$/.test(form(tree, token));

/** "players such as [A] and [B]" */
const examples = (phrases: Phrases, token: number): Node[] =>
  dependents(phrases.tree, token, 'nmod')
    .filter((child) => child > token && /^(?:such_as|such|like|including)$/.test(preposition(phrases.tree, child)))
    .flatMap((child) => conjuncts(phrases, child))
    .flatMap((each) => {
      const mention = phrases.owner[each];
      return mention?.kind === 'name' ? nodesOf(phrases, mention, 0.9) : [];
    });

/** "U.S. ally [A]", "Norway striker [B]": a name before a class noun and a name says of the latter whose it is. */
function describedBy({ tree, named, ...rest }: Phrases, own: Mention): Mention | null {
  const noun = own.to;
  const next = named[noun + 1];
  if (own.kind !== 'name' || next?.kind !== 'name' || next.from !== noun + 1) return null;
  const word = lemma(tree, noun);
  const fits =
    word === 'ally' || word === 'rival' || (isPerson({ tree, named, ...rest }, next) && roleKind(word) !== null);
  return fits && /^[a-z]/.test(tree.tokens[noun]?.form ?? '') ? next : null;
}

/** "senators [A] and [B]": the parser may hang B on A. */
function companions(phrases: Phrases, token: number, first: Mention): Mention[] {
  return conjuncts(phrases, first.head).flatMap((each) => {
    const mention = phrases.owner[each];
    return mention && mention !== first && mention.kind === 'name' && each !== token ? [mention] : [];
  });
}

/** The name that a title or class noun stands before: "Foreign Minister [A]", "the town of [B]", "the chairman, [C]". */
export function namedBy(phrases: Phrases, token: number): Mention | null {
  const { tree, owner } = phrases;
  const explained = nameBehindComma(phrases, token);
  if (explained) return explained;
  for (const child of dependents(tree, token, 'flat', 'appos', 'nmod:desc')) {
    const name = owner[child];
    if (name?.kind !== 'name' || child < token) continue;
    const isThing = SITES.has(lemma(tree, token)) || PLACE_NOUNS.has(lemma(tree, token));
    const isTitle = name.from === token + 1 && isPerson(phrases, name) && isNoun(tree, token) && !isThing;
    if (isTitle || fitsApposition(phrases, token, name)) return name;
  }
  const called = calledBy(phrases, token) ?? rivalOf(phrases, token);
  if (called) return called;
  const next = owner[token + 1];
  if (next?.from === token + 1 && next.kind === 'name' && isPerson(phrases, next) && roleKind(lemma(tree, token)))
    return next;
  const word = lemma(tree, token);
  const wanted = PLACE_NOUNS.has(word)
    ? 'place'
    : BODIES.has(word)
      ? 'organization'
      : CONTESTS.has(word)
        ? 'event'
        : SITES.has(word)
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

/** "faced champions the [A]": a team that stands behind its description. */
function rivalOf(phrases: Phrases, token: number): Mention | null {
  const { tree, owner } = phrases;
  const name = owner[token + 2];
  const isSide =
    /^(?:champion|leader|rival|side|opponent|neighbour|neighbor|winner|host|finalist|holder|favourite|favorite)s?$/;
  if (form(tree, token + 1) !== 'the' || name?.kind !== 'name' || name.from !== token + 2) return null;
  return isSide.test(lemma(tree, token)) && typeOf(phrases, name) === 'organization' ? name : null;
}

/** "an exercise dubbed [A]", "the group known as [A]" */
function calledBy({ tree, owner }: Phrases, token: number): Mention | null {
  let at = token + (form(tree, token + 1) === ',' ? 2 : 1);
  if (!/^(?:dubbed|called|named|known|titled|entitled|code-named|codenamed|nicknamed)$/.test(form(tree, at)))
    return null;
  at += form(tree, at + 1) === 'as' ? 2 : 1;
  const quote = /^["“'‘]$/.test(form(tree, at)) ? 1 : 0;
  const the = form(tree, at + quote) === 'the' ? 1 : 0;
  const name = owner[at + quote + the];
  return name?.kind === 'name' && name.from === at + quote + the ? name : null;
}

/** "her Danish counterpart, [A], …", "the envoy to Rome, [A],": one person of a role, whom the commas name. */
function nameBehindComma(phrases: Phrases, token: number): Mention | null {
  const { tree, owner } = phrases;
  const comma = phraseEnd(tree, token);
  const title = titleKind(tree.tokens[comma + 1]?.form ?? '') === null ? 0 : 1;
  const name = owner[comma + 1 + title];
  if (form(tree, comma) !== ',' || name?.kind !== 'name' || name.from !== comma + 1 + title) return null;
  if (!isPerson(phrases, name) || !/^NNP?$/.test(tree.tokens[token]?.xpos ?? '')) return null;
  if (!/^[,.;:)]?$/.test(form(tree, name.to)) && !isBareOffice(phrases, token, name)) return null;
  const isOf = dependents(tree, token, 'nmod').some((child) => child < comma && preposition(tree, child) !== '');
  const isOwned = isOf || owners(phrases, token).length > 0 || dependents(tree, token, 'nmod:poss').length > 0;
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

const typeOf = (phrases: Phrases, mention: Mention): EntityType | undefined =>
  phrases.reading.entities[mention.entities[0] ?? -1]?.type;

const isPerson = (phrases: Phrases, mention: Mention): boolean => typeOf(phrases, mention) === 'person';

/** A person's name explains only a word for a person; a date or a number that the parser hangs there explains nothing. */
function fitsApposition({ tree, ...rest }: Phrases, token: number, name: Mention): boolean {
  if (!isNoun(tree, token)) return false;
  const person = isPerson({ tree, ...rest }, name);
  return (
    person ===
    (roleKind(lemma(tree, token)) !== null ||
      PERSON_NOUNS.has(lemma(tree, token)) ||
      tree.tokens[token]?.upos === 'PROPN')
  );
}

const isStandIn = (tree: Tree, token: number): boolean =>
  STAND_INS.has(lemma(tree, token)) || STAND_INS.has(singular(lemma(tree, token)));

/** Who is meant by a phrase that only says whose it is: "Norway's foreign minister", "soldiers of the Royal Guard". */
function standIn(phrases: Phrases, token: number): Node[] {
  const { tree } = phrases;
  const word = STAND_INS.has(lemma(tree, token)) ? lemma(tree, token) : singular(lemma(tree, token));
  if (!isNoun(tree, token)) return [];
  if (!STAND_INS.has(word) && roleKind(word) === null) return [];
  const own = owners(phrases, token);
  const isUnowned = own.length === 0 || word === 'counterpart';
  const seat = isUnowned && SEATED.has(singular(word)) ? seatOf(phrases, token) : [];
  const whose = own.length > 0 || roleKind(word) !== null ? [...own, ...seat] : [...seat, ...maker(phrases, token)];
  const armed = ARMED.has(singular(word)) ? ({ armed: true } as const) : {};
  const thing = THINGS.has(word) ? ({ thing: true } as const) : {};
  // "A's lawyer met B": A did not
  const isAnother = !STAND_INS.has(word);
  return whose
    .filter(({ type }) => !(isAnother && type === 'person'))
    .map((node) => ({ ...node, certainty: node.certainty * 0.8, stand: true, ...armed, ...thing }));
}

/** "a court in [A]", "officials from [B]" */
const seatOf = (phrases: Phrases, token: number): Node[] =>
  dependents(phrases.tree, token, 'nmod')
    .filter((child) => child > token && /^(?:in|from)$/.test(preposition(phrases.tree, child)))
    .flatMap((child) => (preposition(phrases.tree, child) === 'from' ? conjuncts(phrases, child) : [child]))
    .flatMap((child) => {
      const mention = phrases.owner[child];
      const isFrom = preposition(phrases.tree, child) !== 'in';
      const found = mention?.kind === 'name' ? nodesOf(phrases, mention, 0.9) : [];
      return found.filter(({ type }) => type === 'place' || (isFrom && type === 'organization'));
    });

/** Those of whom a noun names something, whatever it is: what is done to it can be done to them. */
export function ofSomething(phrases: Phrases, token: number): Node[] {
  if (!isNoun(phrases.tree, token)) return [];
  // "condemned the killing of A by B": B is blamed
  const isDone = isSuffered(singular(lemma(phrases.tree, token)));
  // "rejected the appeal by A"
  const whose = isDone ? doers(phrases, token) : [...owners(phrases, token), ...doers(phrases, token)];
  return whose.map((node) => ({ ...node, certainty: node.certainty * 0.7, stand: true, thing: true }));
}

/** "A" of "the arrest of B by A". */
const doers = (phrases: Phrases, token: number): Node[] =>
  dependents(phrases.tree, token, 'nmod')
    .filter((child) => preposition(phrases.tree, child) === 'by')
    .flatMap((child) => nodes(phrases, child));

/** Whose the policy is in "A keeps a policy which B criticised": the subject's whose object it is. */
function maker({ tree, owner, ...rest }: Phrases, token: number): Node[] {
  const verb = head(tree, token);
  if (relation(tree, token) !== 'obj' || dependents(tree, token, 'acl:relcl').length === 0) return [];
  const subjects = dependents(tree, verb, 'nsubj').flatMap((s) => conjuncts({ tree, owner, ...rest }, s));
  return subjects.flatMap((s) => {
    const mention = owner[s];
    return mention ? nodesOf({ tree, owner, ...rest }, mention, 0.9) : [];
  });
}

/** Those to whom what `token` names belongs: possessor, "of X", name or demonym before the noun. */
export function owners(phrases: Phrases, token: number): Node[] {
  const { tree, owner, adjective } = phrases;
  const found: Node[] = [];
  for (const child of tree.children[token] ?? []) {
    const full = tree.tokens[child]?.relation ?? '';
    const name = relation(tree, child);
    const demonym = adjective[child];
    if (demonym && (isHyphened(tree, demonym) || isBased(tree, demonym))) continue;
    if (demonym && child < token && (name === 'amod' || name === 'compound' || name === 'nmod')) {
      found.push(...nodesOf(phrases, demonym));
      // "the Danish and Thai ministers"
      for (const fellow of dependents(tree, child, 'conj')) {
        const other = adjective[fellow];
        if (other && fellow < token) found.push(...nodesOf(phrases, other));
      }
    } else if (full === 'nmod:poss' || (name === 'nmod' && preposition(tree, child) === 'of')) {
      for (const each of conjuncts(phrases, child)) {
        const mention = owner[each];
        if (mention) found.push(...nodesOf(phrases, mention));
        else if (full !== 'nmod:poss' && PLACE_NOUNS.has(lemma(tree, each))) found.push(...placeOf(phrases, each));
        else if (isStandIn(tree, each) && head(tree, each) === token) found.push(...nested(phrases, each));
      }
    } else if ((name === 'compound' || name === 'nmod' || name === 'amod') && child < token && owner[child]) {
      const mention = owner[child];
      if (mention && mention.to <= token && preposition(tree, child) === '' && !isBased(tree, mention))
        found.push(...nodesOf(phrases, mention));
    }
  }
  return found.filter((node, i) => found.findIndex((other) => other.entity === node.entity) === i);
}

/** "Danish-Norwegian", "Thai-born": neither country's. */
const isHyphened = ({ tokens }: Tree, { from, to }: Mention): boolean => {
  const [before, hyphen] = [tokens[from - 1], tokens[to]];
  const glued = before?.form === '-' && before.end === tokens[from]?.start;
  return glued || (hyphen?.form === '-' && hyphen.start === tokens[to - 1]?.end && tokens[to + 1]?.upos !== 'VERB');
};

/** "a Vienna-based ship" is not Vienna's. */
const isBased = (tree: Tree, { to }: Mention): boolean =>
  form(tree, to) === '-' &&
  /^(?:based|born|bound|registered|flagged|educated|trained|area|style)$/.test(form(tree, to + 1));

const placeOf = (phrases: Phrases, token: number): Node[] => {
  const name = namedBy(phrases, token);
  return name ? nodesOf(phrases, name, 0.95) : [];
};

/** One step further only: "the statue of the leader of X" ends there. */
function nested(phrases: Phrases, token: number): Node[] {
  const { tree, owner, adjective } = phrases;
  for (const child of tree.children[token] ?? []) {
    const mention = adjective[child] ?? owner[child];
    if (mention && child < token && preposition(tree, child) === '') return nodesOf(phrases, mention, 0.9);
  }
  return [];
}

/** Whether a noun can be a source of words ("officials", "a report"). */
export const isSpeakerNoun = (word: string): boolean => SPEAKERS.has(word) || roleKind(word) !== null;

/** "founder", "critic", "member" */
export const isAgentNoun = (word: string): boolean => AGENTS.has(word) || AGENTS.has(singular(word));

export const isBodyNoun = (word: string): boolean => BODIES.has(word);

export const isPlaceNoun = (word: string): boolean => PLACE_NOUNS.has(word);
