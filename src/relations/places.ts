import type { Mention, Reading } from '../entities/entity.ts';
import { head, lemma, relation, type Tree } from '../language/tree.ts';
import { type Country, countryOf, countryOfCapital, countryOfDemonym } from '../lexicon/index.ts';
import { before, work } from './belongings.ts';
import type { Finding } from './finding.ts';
import { isPlaceNoun } from './nouns.ts';
import { type Node, nodesOf, type Phrases } from './phrases.ts';
import { canHold, isModifier, isPossessed, place, RATE } from './place.ts';
import { text } from './role-phrases.ts';
import { isStateBody } from './roles.ts';

/** Where named things lie and what they belong to, as noun phrases say it: "A in B", "A, B", "B's capital, A", "Danish Embassy". */
export function fromPlaces(phrases: Phrases): Finding[] {
  return phrases.mentions.flatMap((mention) => {
    if (mention.kind !== 'name') return [];
    const [node] = nodesOf(phrases, mention);
    if (!node || node.type === 'person') return [];
    const outer = phrases.named[mention.from] === mention && !mention.adjective;
    if (node.type === 'document') return outer ? work(phrases, mention, node) : [];
    return outer
      ? [
          ...behind(phrases, mention, node),
          ...before(phrases, mention, node),
          ...ofItsCountry(phrases, mention, node),
          ...inside(phrases, mention, node),
        ]
      : [];
  });
}

/** A body that has grounds, so that other things are "at" it. */
const isCampus = ({ type, mention }: Node): boolean =>
  type === 'organization' &&
  /\b(?:University|College|School|Institute|Academy|Hospital|Museum|Cent(?:er|re))\b/.test(mention.text);

/** A place no farther from the beginning of a sentence than this opens it: "In northern [A], …". */
const OPENING = 2;

/** "A in B", "A (short) at the B", "A, B". */
function behind(phrases: Phrases, mention: Mention, node: Node): Finding[] {
  const { tree, owner } = phrases;
  const at = afterClass(phrases, node, afterBrackets(tree, mention.to));
  // with a capital it begins a sentence that a missing full stop has run into this one
  const word = text(tree, at) === ',' && text(tree, at + 1) === 'from' ? 'from' : text(tree, at);
  if (word === ',') {
    const capital = asCapital(phrases, node, at);
    if (capital) return [capital];
    const next = owner[at + 1];
    const [region] = next?.from === at + 1 && next.kind === 'name' ? nodesOf(phrases, next) : [];
    if (!next || !region || region.entity === node.entity || region.type !== 'place') return [];
    if (!isRegion(next.text) && !liesInRegion(phrases, next)) return [];
    if (isCapitalOfAnother(mention.text, next.text)) return [];
    // "Norway's A, Denmark's B": the next of a list; "In [A], Danish officials": no place at all
    if (isPossessed(tree, next) || (isModifier(tree, next) && mention.from <= OPENING)) return [];
    if (
      (node.type !== 'place' && node.type !== 'facility') ||
      isRegion(mention.text) ||
      (isRegion(next.text) && isList(phrases, mention, next.to))
    )
      return [];
    return [place(node, region, [at, at + 1], 'located_in', 'place: A, B', RATE.comma)];
  }
  if (word === 'from' && node.type !== 'organization') return [];
  if (!/^(?:in|at|on|near|inside|of|outside|from)$/.test(word)) return [];
  let from = at + (text(tree, at) === ',' ? 2 : 1);
  if (/^(?:the|central|northern|southern|eastern|western|downtown|nearby)$/i.test(text(tree, from))) from++;
  const next = owner[from];
  if (next?.from !== from || next.kind !== 'name') return [];
  const [site] = nodesOf(phrases, next);
  if (!site || !(canHold(site) || (word === 'at' && isCampus(site))) || site.entity === node.entity) return [];
  if (word === 'of' && isStateBody(mention.text) && countryOf(next.text)?.kind === 'country')
    return [place(node, site, [at, at + 1], 'part_of', 'place: body of B', RATE.body)];
  // "the U.S. state of [A]": the country lies in none of its states
  const isOfDistrict =
    word === 'of' &&
    node.type === 'place' &&
    countryOf(mention.text) === null &&
    (REGION.test(text(tree, at - 1)) || isPlaceNoun(lemma(tree, next.to)));
  if (
    !(isOfDistrict || fitsPreposition(word, node, site)) ||
    !(isAttached(phrases, mention, next, node) || isBetweenCommas(tree, at, next))
  )
    return [];
  return [place(node, site, [at, at + 1], 'located_in', `place: A ${word} B`, RATE.preposition)];
}

/** "after talks in Vienna, Norway said" */
function isCapitalOfAnother(city: string, name: string): boolean {
  const [country, own] = [countryOf(name), countryOfCapital(city)];
  return country?.kind === 'country' && own !== null && own !== country && own.kind === 'country';
}

/** "the capital, [A]", "near the capital of [A]": of the country whose capital A is, if the article speaks of it. */
function ofItsCountry({ tree, reading }: Phrases, mention: Mention, node: Node): Finding[] {
  const noun = /^(?:,|of)$/.test(text(tree, mention.from - 1)) ? mention.from - 2 : mention.from - 1;
  if (node.type !== 'place' || text(tree, noun) !== 'capital' || text(tree, noun - 1) !== 'the') return [];
  const country = countryOfCapital(mention.text);
  const whole = country ? entityOf(reading, country) : -1;
  return whole < 0 || whole === node.entity
    ? []
    : [
        place(
          node,
          { entity: whole, type: 'place', mention, certainty: 0.95 },
          [noun, noun + 1],
          'located_in',
          'place: the capital A',
          RATE.capital,
        ),
      ];
}

/** The article's entity for a country; -1 for none. */
const entityOf = ({ entities }: Reading, country: Country): number =>
  entities.findIndex(
    (one) => one.type === 'place' && [one.label, ...one.aliases].some((name) => countryOf(name) === country),
  );

/** "[A], the Danish capital," */
function asCapital({ tree, adjective, ...rest }: Phrases, node: Node, comma: number): Finding | null {
  const the = text(tree, comma + 1) === 'the' ? comma + 2 : comma + 1;
  const demonym = adjective[the];
  const [country] = demonym ? nodesOf({ tree, adjective, ...rest }, demonym) : [];
  if (node.type !== 'place' || !demonym || country?.type !== 'place' || country.entity === node.entity) return null;
  if (text(tree, demonym.to) !== 'capital' || !/^[,.;]?$/.test(text(tree, demonym.to + 1))) return null;
  return place(node, country, [demonym.to, demonym.to + 1], 'located_in', 'place: A, the capital of B', RATE.capital);
}

function fitsPreposition(word: string, node: Node, site: Node): boolean {
  if (word === 'of') return node.type === 'facility' && site.type === 'place';
  if (word === 'at') return site.type === 'place' || node.type !== 'place';
  if (word === 'from') return site.type === 'place';
  return !(node.type === 'place' && /^(?:country|nation|historic)$/.test(countryOf(node.mention.text)?.kind ?? ''));
}

/** "[A], from B," */
const isBetweenCommas = (tree: Tree, comma: number, { to }: Mention): boolean =>
  text(tree, comma) === ',' && /^[,.]?$/.test(text(tree, to));

/** What can act may have done so in the place; only the parse says whether it lies there. */
function isAttached(phrases: Phrases, mention: Mention, next: Mention, node: Node): boolean {
  const { tree } = phrases;
  const above = head(tree, next.head);
  const hangs = above >= mention.from && above < mention.to;
  if (node.type === 'organization' || node.type === 'event') {
    const the = /^the$/i.test(text(tree, mention.from - 1)) ? 1 : 0;
    // "sent to the school in B", though "met the school in B" is a meeting in B
    if (/^(?:to|from|at|of)$/i.test(text(tree, mention.from - 1 - the))) return true;
    return hangs && relation(tree, next.head) !== 'conj';
  }
  if (node.type === 'place') return hangs || relation(tree, mention.head) !== 'nsubj';
  return true;
}

/** "the [A] region of northern B" */
const afterClass = ({ tree, named }: Phrases, node: Node, at: number): number =>
  node.type === 'place' && !named[at] && REGION.test(text(tree, at)) && countryOfCapital(node.mention.text) === null
    ? at + 1
    : at;

const REGION = /^(?:region|district|province|county|state|valley|governorate|prefecture|oblast|department)$/;

function afterBrackets(tree: Tree, at: number): number {
  if (!/^[([]$/.test(text(tree, at))) return at;
  for (let end = at + 1; end < Math.min(at + 6, tree.tokens.length); end++)
    if (/^[)\]]$/.test(text(tree, end))) return end + 1;
  return at;
}

/** A country or the state of a federation: what stands behind the comma of "Bergen, Norway". */
const isRegion = (name: string): boolean => {
  const country = countryOf(name);
  return country !== null && country.kind !== 'region';
};

/** "in [A], [B], Norway": what stands before the comma of a country is a part of it, in which A lies. */
function liesInRegion({ tree, owner }: Phrases, { to }: Mention): boolean {
  const country = owner[to + 1];
  if (text(tree, to) !== ',' || country?.from !== to + 1 || countryOf(country.text)?.kind !== 'country') return false;
  const goesOn = text(tree, country.to) === ',' && owner[country.to + 1] !== undefined;
  return !goesOn && !/^(?:and|or|&|\d.*)$/i.test(text(tree, country.to));
}

const wordsFrom = ({ forms }: Tree, at: number): string => forms.slice(at, at + 4).join(' ');

/** "in Vienna, Austria and Hungary" is a list. */
function isList({ tree, owner }: Phrases, mention: Mention, end: number): boolean {
  // "by A, B, and other allies"
  if (/^,? ?(?:and|or) (?:other|the other|several|many|all)\b/.test(wordsFrom(tree, end))) return true;
  const and = text(tree, end) === ',' ? end + 1 : end;
  if (/^(?:and|or|&)$/i.test(text(tree, and))) {
    const next = owner[and + 1];
    return next !== undefined && isRegion(next.text);
  }
  if (text(tree, end) === ',' && isRegion(owner[end + 1]?.text ?? '')) return true;
  return (
    text(tree, mention.from - 1) === ',' && isRegion(owner[mention.from - 2]?.text ?? '') && isRegion(mention.text)
  );
}

/** Names within the name: "[Danish] Embassy", "Embassy in [Norway]", "[Danish] Coast Guard". */
function inside(phrases: Phrases, mention: Mention, node: Node): Finding[] {
  const { tree } = phrases;
  const country = homeOf(phrases, mention, node);
  const home = country
    ? [place(node, country, [mention.to - 1, mention.to], 'part_of', 'name: body of state', RATE.body)]
    : [];
  const inner = phrases.mentions.flatMap((inner) => {
    if (inner === mention || inner.from < mention.from || inner.to > mention.to) return [];
    const [held] = nodesOf(phrases, inner);
    if (!held || held.entity === node.entity) return [];
    const prep = text(tree, inner.from - 1).toLowerCase();
    const at = [inner.to - 1, mention.to] as const;
    if (inner.from > mention.from && /^(?:in|at|on)$/.test(prep) && canHold(held))
      return [place(node, held, [inner.from - 1, inner.from], 'located_in', 'name: A in B', RATE.inner)];
    if (held.type === 'place' && isOwnedBefore(tree, mention)) return [];
    if (held.type === 'place' && inner.from === mention.from && (isStateBody(mention.text) || isHome(node, held)))
      return [place(node, held, at, 'part_of', 'name: body of state', RATE.body)];
    if (
      held.type === 'organization' &&
      inner.from === mention.from &&
      (node.type === 'organization' || node.type === 'facility')
    )
      return [place(node, held, at, 'part_of', 'name: part of the named body', RATE.possessive)];
    return [];
  });
  return [...home, ...inner];
}

/** "B's [A] Affairs Office": B's, and not A's. */
const isOwnedBefore = (tree: Tree, { from }: Mention): boolean => tree.tokens[from - 1]?.xpos === 'POS';

/** The country whose name or demonym begins the name of a body of state, if the article speaks of it. */
function homeOf({ tree, reading }: Phrases, mention: Mention, node: Node): Node | null {
  if (node.type !== 'organization' && node.type !== 'facility') return null;
  if (isOwnedBefore(tree, mention) || (!isStateBody(mention.text) && !/embassy|consulate/iu.test(mention.text)))
    return null;
  for (let to = Math.min(mention.to - 1, mention.from + 3); to > mention.from; to--) {
    const words = tree.tokens
      .slice(mention.from, to)
      .map((t) => t.form)
      .join(' ');
    const country = countryOf(words) ?? countryOfDemonym(words);
    if (!country) continue;
    const entity = entityOf(reading, country);
    return entity < 0 ? null : { entity, type: 'place', mention, certainty: 0.95 };
  }
  return null;
}

const isHome = (node: Node, held: Node): boolean =>
  node.type === 'facility' &&
  countryOfCapital(held.mention.text) === null &&
  /embassy|consulate|mission/iu.test(node.mention.text);

/** "Vienna [Austria], October 19": where the article was written. */
export function fromDateline(phrases: Phrases): Finding[] {
  const { tree } = phrases;
  const names = phrases.mentions.filter((m) => m.kind === 'name' && phrases.owner[m.from] === m);
  return names.flatMap((mention, i) => {
    const next = names[i + 1];
    const [city] = nodesOf(phrases, mention);
    const [country] = next ? nodesOf(phrases, next) : [];
    if (!next || city?.type !== 'place' || country?.type !== 'place' || city.entity === country.entity) return [];
    const between = tree.tokens
      .slice(mention.to, next.from)
      .map((t) => t.form)
      .join('');
    if (!/^[[(,]$/.test(between) || !isRegion(next.text)) return [];
    return [place(city, country, [mention.to, mention.to + 1], 'located_in', 'dateline', RATE.comma)];
  });
}
