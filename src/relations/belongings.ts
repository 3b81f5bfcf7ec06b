import type { Mention } from '../entities/entity.ts';
import { head, lemma, type Tree } from '../language/tree.ts';
import { countryOf, countryOfCapital } from '../lexicon/index.ts';
import type { Finding } from './finding.ts';
import { isBodyNoun, isPlaceNoun } from './nouns.ts';
import { type Node, nodesOf, type Phrases } from './phrases.ts';
import { canHold, isModifier, isPossessed, place, RATE } from './place.ts';
import { text } from './role-phrases.ts';
import { isParty, isStateBody, roleOf } from './roles.ts';

/** What is made by those whose it is. */
const WORK =
  /^(?:novel|film|movie|book|album|song|single|play|poem|opera|symphony|musical|memoir|autobiography|painting|essay|documentary|sonata|ballet|concerto|sculpture|series)$/;

/** "B's novel [A]", "her second album, [A]". */
export function work(phrases: Phrases, mention: Mention, node: Node): Finding[] {
  const { tree, named } = phrases;
  let at = mention.from - 1;
  while (/^(?:,|["“'‘]|``)$/.test(text(tree, at))) at--;
  const noun = at;
  if (!WORK.test(lemma(tree, noun))) return [];
  while (at > 0 && noun - at < 5 && /^(?:NOUN|ADJ|NUM)$/.test(tree.tokens[at]?.upos ?? '') && !named[at]) at--;
  const isMark = tree.tokens[at]?.xpos === 'POS';
  const owner = named[isMark ? at - 1 : at];
  if (!owner || (!isMark && tree.tokens[at]?.xpos !== 'PRP$')) return [];
  return nodesOf(phrases, owner, 0.95)
    .filter(({ type }) => type === 'person' || type === 'organization')
    .map((maker) => place(maker, node, [noun, noun + 1], 'created', "belongs: B's work A", RATE.possessive));
}

/** The longest stretch of words between a name and its class: "state-run natural gas monopoly". */
const LONGEST = 9;

/** "North Korea's A", "the Syrian city of A", "the nation's capital, A", "B-based A". */
export function before(phrases: Phrases, mention: Mention, node: Node): Finding[] {
  const { tree, owner, adjective } = phrases;
  let at = mention.from - 1;
  if (/^-?based$/i.test(text(tree, at))) {
    const site = owner[text(tree, at - 1) === '-' ? at - 2 : at - 1];
    const [held] = site ? nodesOf(phrases, site) : [];
    return held && canHold(held) && held.entity !== node.entity
      ? [place(node, held, [at, at + 1], 'located_in', 'place: B-based A', RATE.preposition)]
      : [];
  }
  let comma = false;
  let isOf = false;
  // "B's oil firm, [A]", "B's oil firm ([A])"
  if (/^[,(]$/.test(text(tree, at))) {
    comma = true;
    at--;
  } else if (/^of$/i.test(text(tree, at))) {
    isOf = true;
    at--;
  }
  let noun: number | null = null;
  const start = at;
  for (; at >= 0 && start - at < LONGEST; at--) {
    const token = tree.tokens[at];
    const held = adjective[at] ?? owner[at];
    const isSame = held?.kind === 'description' && held.entities.includes(node.entity);
    if (
      held &&
      !isSame &&
      (held.kind === 'name' || held.adjective || token?.xpos === 'PRP$' || isPossessed(tree, held))
    ) {
      const trigger = [Math.min(held.to, mention.from - 1), mention.from] as const;
      const whole = isOf && noun !== null ? wholeOf(phrases, node, held, noun, trigger) : null;
      return whole ?? belongs(phrases, node, held, { noun, comma, at: trigger });
    }
    if (/^['’]s?$/.test(token?.form ?? '') || token?.xpos === 'POS') continue;
    // "oil-rich", "state-run"
    if (text(tree, at - 1) === '-') {
      if (token?.xpos === 'NN') noun ??= at;
      at -= 2;
      continue;
    }
    // "five Danish towns B has left": a plural is no class of the one name
    if (token?.xpos === 'NNS') return [];
    if (token?.upos === 'NOUN' && noun === null) noun = at;
    else if (!/^(?:ADJ|NOUN|PROPN)$/.test(token?.upos ?? '') && !isQuality(tree, at)) return [];
  }
  return [];
}

/** "ruined" */
const isQuality = (tree: Tree, at: number): boolean =>
  tree.tokens[at]?.xpos === 'VBN' && /^(?:amod|compound)$/.test(tree.tokens[at]?.relation ?? '');

/** "the A district of B province": what stands before "of" is the part. */
function wholeOf(
  phrases: Phrases,
  node: Node,
  held: Mention,
  noun: number,
  at: readonly [number, number],
): Finding[] | null {
  const { tree } = phrases;
  const isName = held.kind === 'name' && !held.adjective && !isPossessed(tree, held) && countryOf(held.text) === null;
  // "the A port of B" is the other way round
  if (SITE.test(lemma(tree, noun))) return null;
  if (!isName || held.to !== noun || node.type !== 'place' || !isPlaceNoun(lemma(tree, noun))) return null;
  const [part] = nodesOf(phrases, held);
  // "the Vienna district of A"
  if (part?.type === 'place' && countryOfCapital(held.text) !== null && countryOfCapital(node.mention.text) === null)
    return [place(node, part, at, 'located_in', 'place: B district of A', RATE.capital)];
  return part?.type === 'place' && part.entity !== node.entity
    ? [place(part, node, at, 'located_in', 'place: A district of B', RATE.capital)]
    : [];
}

/** What lies in a place by whose name it is called: "the A resort of B". */
const SITE = /^(?:city|town|village|capital|suburb|neighbou?rhood|port|resort|settlement|island|municipality)$/;

interface Owned {
  noun: number | null;
  comma: boolean;
  at: readonly [number, number];
}

function belongs(phrases: Phrases, node: Node, held: Mention, { noun, comma, at }: Owned): Finding[] {
  const { tree } = phrases;
  const [owner] = nodesOf(phrases, held);
  if (!owner || owner.entity === node.entity) return [];
  const word = noun === null ? '' : lemma(tree, noun);
  const possessive = isPossessed(tree, held) || tree.tokens[held.from]?.xpos === 'PRP$';
  if (node.type === 'place') {
    // "his hometown of A"
    if (owner.type === 'person' && possessive && word === 'hometown')
      return [place(owner, node, at, 'lives_in', "belongs: B's hometown A", RATE.possessive)];
    if (owner.type !== 'place' || (noun !== null && !isPlaceNoun(word)) || (comma && noun === null)) return [];
    if (noun === null && !possessive) return [];
    return [
      place(
        node,
        owner,
        at,
        'located_in',
        noun === null ? "place: B's A" : 'place: B and class noun',
        noun === null ? RATE.possessive : RATE.capital,
      ),
    ];
  }
  // "Georgia's [Skylark] membership" is not Georgia's Skylark
  if (possessive && isModifier(tree, node.mention) && !isOfBody(tree, node.mention)) return [];
  const isLed = owner.type === 'person' && isPartyOf(phrases, node, noun, word);
  if (comma && noun === null && !isLed) return [];
  const state = isStateBody(node.mention.text);
  if (!possessive) {
    const tight = noun === null && !comma;
    if (owner.type === 'place' && tight && state && node.type !== 'event')
      return [place(node, owner, at, 'part_of', 'body of state', RATE.body)];
    const isCountry = held.adjective || (countryOf(held.text) !== null && isBodyNoun(word));
    return owner.type === 'place' && node.type === 'organization' && noun !== null && isCountry
      ? [place(node, owner, at, 'located_in', 'place: demonym and class noun', RATE.possessive)]
      : [];
  }
  if (owner.type === 'place')
    return [
      place(
        node,
        owner,
        at,
        node.type === 'facility' || node.type === 'event' ? 'located_in' : 'part_of',
        "belongs: B's A",
        RATE.possessive,
      ),
    ];
  if (owner.type === 'organization' || owner.type === 'facility') {
    if (node.type === 'event') return [];
    // "the company's ship A" is a thing, "the company's A" a part
    if (node.type === 'facility' && noun !== null && owner.type === 'organization')
      return [place(owner, node, at, 'owns', "belongs: B's class noun A", RATE.possessive)];
    return [place(node, owner, at, 'part_of', "belongs: B's A", RATE.possessive)];
  }
  if (owner.type === 'person' && node.type === 'organization' && isPartyOf(phrases, node, noun, word))
    return [place(owner, node, at, 'leads', "belongs: B's party A", 0.75)];
  return owner.type === 'person' && node.type === 'organization' && noun !== null && isPossession(word)
    ? [place(owner, node, at, 'owns', "belongs: B's A", 0.6)]
    : [];
}

/** Whether the noun behind a name is an office of it or says what kind of body it is: "[A] leader", "[A] party". */
const isOfBody = (tree: Tree, { head: name, to }: Mention): boolean => {
  const word = lemma(tree, head(tree, name));
  return roleOf(word) !== null || isBodyNoun(word) || isBodyNoun(lemma(tree, to)) || isPlaceNoun(lemma(tree, to));
};

/** "B's new [A] party", "his party, [A]" */
const isPartyOf = ({ tree }: Phrases, { mention }: Node, noun: number | null, word: string): boolean =>
  /^(?:party|movement|bloc|faction|coalition|alliance)$/.test(noun === null ? lemma(tree, mention.to) : word) ||
  (noun === null && isParty(mention.text) && /^(?:PUNCT|VERB|AUX|ADP)?$/.test(tree.tokens[mention.to]?.upos ?? ''));

/** What a person can own; a publisher, a club or a school is theirs in another sense. */
const isPossession = (noun: string): boolean =>
  /^(?:company|firm|business|foundation|label|studio|charity|start-?up|restaurant|chain|ranch|farm|magazine|newspaper|brand|shop|store|consultancy)$/.test(
    noun,
  );
