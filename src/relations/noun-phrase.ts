import type { Mention } from '../entities/entity.ts';
import { dependents, form, head, isNoun, lemma, preposition, relation, type Tree } from '../language/tree.ts';
import { roleKind } from '../lexicon/index.ts';
import { describedBy, nameBehindComma, namedBy } from './explained.ts';
import { isArmedNoun, isPlaceNoun, isPrivate, isSeated, isStandIn, isThingNoun } from './nouns.ts';
import { type Node, nodesOf, type Phrases } from './phrases.ts';
import { isSuffered, singular } from './verbs.ts';

/** How many members of a coordination are looked at; a list of a thousand names makes no million pairs. */
const MOST_CONJUNCTS = 20;

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

/** "senators [A] and [B]": the parser may hang B on A. */
function companions(phrases: Phrases, token: number, first: Mention): Mention[] {
  return conjuncts(phrases, first.head).flatMap((each) => {
    const mention = phrases.owner[each];
    return mention && mention !== first && mention.kind === 'name' && each !== token ? [mention] : [];
  });
}

/** Who is meant by a phrase that only says whose it is: "Norway's foreign minister", "soldiers of the Royal Guard". */
function standIn(phrases: Phrases, token: number): Node[] {
  const { tree } = phrases;
  const word = lemma(tree, token);
  if (!isNoun(tree, token)) return [];
  if (!isStandIn(word) && roleKind(word) === null) return [];
  const own = owners(phrases, token);
  const isUnowned = own.length === 0 || word === 'counterpart';
  const seat = isUnowned && isSeated(word) ? seatOf(phrases, token) : [];
  const whose = own.length > 0 || roleKind(word) !== null ? [...own, ...seat] : [...seat, ...maker(phrases, token)];
  const armed = isArmedNoun(word) ? ({ armed: true } as const) : {};
  const thing = isThingNoun(word) ? ({ thing: true } as const) : {};
  // "A's lawyer met B": A did not
  const isAnother = !isStandIn(word);
  return whose
    .filter(({ type }) => !(isAnother && type === 'person') && !(type === 'place' && isPrivate(word)))
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
        else if (full !== 'nmod:poss' && isPlaceNoun(lemma(tree, each))) found.push(...placeOf(phrases, each));
        else if (isStandIn(lemma(tree, each)) && head(tree, each) === token) found.push(...nested(phrases, each));
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
