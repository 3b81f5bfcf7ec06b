import type { Mention } from '../entities/entity.ts';
import { relation, type Tree } from '../language/tree.ts';
import { titleKind } from '../lexicon/index.ts';
import { isBodyNoun } from './nouns.ts';
import { nodesOf, type Phrases } from './phrases.ts';
import { roleOf } from './roles.ts';

/** The longest role phrase, in tokens: "interior and overseas minister". */
export const LONGEST = 8;

/** A role phrase and whose it is. */
export interface Held {
  /** The words of the role, without owner: "former foreign minister"; '' for "B's [A]". */
  phrase: string;
  owner: Mention | null;
  /** "B's", "B", "Russian", "of B", "from B", "to B" */
  link: 'possessive' | 'compound' | 'demonym' | 'of' | 'from' | 'to' | null;
  trigger: readonly [from: number, to: number];
}

export const text = ({ tokens }: Tree, at: number): string => tokens[at]?.form ?? '';
export const isPossessiveMark = (tree: Tree, at: number): boolean =>
  tree.tokens[at]?.xpos === 'POS' || /^['’]s?$/.test(text(tree, at));

/** The role phrase that ends right before token `end` (exclusive), read from right to left. */
function phraseBefore(phrases: Phrases, end: number): Held | null {
  const { tree, named, adjective } = phrases;
  const words: string[] = [];
  let at = end - 1;
  let possessive = false;
  for (; at >= 0 && end - at <= LONGEST; at--) {
    const token = tree.tokens[at];
    const demonym = adjective[at];
    // "the company's director, A": what is described may own, what is said of A himself may not
    const name = named[at] ?? (possessive ? phrases.owner[at] : undefined);
    if (!token) break;
    if (token.form === 'whose' && words.length > 0) {
      const whose = named[text(tree, at - 1) === ',' ? at - 2 : at - 1];
      return whose?.kind === 'name'
        ? { phrase: hyphened(words), owner: whose, link: 'possessive', trigger: [at + 1, end] }
        : null;
    }
    if (demonym && !(name && name.kind === 'name' && name.to > demonym.to)) {
      if (possessive) break;
      // "Secretary of State for African Affairs [A]"
      if (words.length > 0 && roleOf(words.join(' ')) === null && /^(?:of|for)$/i.test(text(tree, demonym.from - 1))) {
        words.unshift(text(tree, at));
        continue;
      }
      return { phrase: hyphened(words), owner: demonym, link: 'demonym', trigger: [demonym.to, end] };
    }
    const employer = name && !possessive ? beforePost(phrases, name, words) : undefined;
    if (employer !== undefined)
      return { phrase: hyphened(words), owner: employer, link: 'possessive', trigger: [Math.min(at + 1, end), end] };
    if (name) {
      const link = possessive || token.upos === 'PRON' ? 'possessive' : 'compound';
      if (name.kind === 'pronoun' && !/^(?:PRP|WP)\$$/.test(token.xpos)) break;
      return {
        phrase: hyphened(words),
        owner: name,
        link,
        trigger: [Math.min(name.to + (possessive ? 1 : 0), end), end],
      };
    }
    if (possessive) break;
    if (isPossessiveMark(tree, at)) {
      possessive = true;
      continue;
    }
    const isOf = token.upos === 'ADP' && /^(?:of|for)$/i.test(token.form);
    if (isOf && isWholeTitle(`${text(tree, at - 1)} of ${words.join(' ')}`)) words.unshift(token.form);
    else if (isOf && words.length > 0 && roleOf(words.join(' ')) === null) words.unshift(token.form);
    else if (
      token.upos === 'CCONJ' &&
      words.length > 0 &&
      /^and$|^&$/i.test(token.form) &&
      isWord(tree, at - 1) &&
      !named[at - 1] &&
      !isThing(tree, at - 1, words)
    )
      words.unshift(token.form);
    else if (isWord(tree, at) || (/^[-–]$/.test(token.form) && words.length > 0) || isInLaw(tree, at))
      words.unshift(token.form);
    else break;
  }
  if (words.length === 0) return null;
  return { phrase: hyphened(words), owner: null, link: null, trigger: [at + 1, end] };
}

/**
 * "[B]" of "B's Vienna correspondent [A]": whose the office is stands before where it is. Null where nobody knows whose,
 * undefined where nothing stands there.
 */
function beforePost(phrases: Phrases, site: Mention, words: readonly string[]): Mention | null | undefined {
  const { tree, named } = phrases;
  const owner = named[tree.tokens[site.from - 1]?.xpos === 'POS' ? site.from - 2 : site.from - 1];
  const isOwner = tree.tokens[site.from - 1]?.xpos === 'POS' || tree.tokens[site.from - 1]?.xpos === 'PRP$';
  const isPlace = site.kind === 'name' && nodesOf(phrases, site)[0]?.type === 'place';
  return isOwner && isPlace && isPosting(words.join(' ')) ? (owner ?? null) : undefined;
}

/** An office that has its place in its name; "his Danish counterpart" is Denmark's. */
export const isPosting = (phrase: string): boolean =>
  /(?:correspondent|reporter|bureau chief|representative|manager)$/i.test(phrase);

/** "chief of staff", whose last word alone would be a role too. */
const isWholeTitle = (words: string): boolean =>
  titleKind(words.replaceAll(/\b\p{Ll}/gu, (c) => c.toUpperCase()).replace(' Of ', ' of ')) !== null;

/** The middle of "brother-in-law". */
const isInLaw = (tree: Tree, at: number): boolean =>
  /^in$/.test(text(tree, at)) && text(tree, at - 1) === '-' && text(tree, at + 1) === '-';

export const hyphened = (words: readonly string[]): string => words.join(' ').replaceAll(/ ([-–]) /g, '$1');

/** "sent tents and President [A]": a noun in small letters before a title with a capital is no part of it. */
const isThing = (tree: Tree, at: number, [first = '']: readonly string[]): boolean =>
  /^NNS?$/.test(tree.tokens[at]?.xpos ?? '') &&
  /^\p{Ll}/u.test(text(tree, at)) &&
  /^\p{Lu}/u.test(first) &&
  roleOf(text(tree, at)) === null;

export const isWord = (tree: Tree, at: number): boolean => {
  const upos = tree.tokens[at]?.upos;
  if (upos === 'ADV') return /^(?:NOUN|PROPN)$/.test(tree.tokens[at + 1]?.upos ?? '') && !/ly$/i.test(text(tree, at));
  // "the embattled president"
  const isQuality =
    upos === 'VERB' &&
    /^VB[NG]$/.test(tree.tokens[at]?.xpos ?? '') &&
    (relation(tree, at) === 'amod' || isPossessiveMark(tree, at - 1));
  return (
    isQuality ||
    /^(?:NOUN|PROPN|ADJ|NUM)$/.test(upos ?? '') ||
    /^(?:former|then|acting|retired|late|elder|younger|elected)$/i.test(text(tree, at))
  );
};

/** The title that stands before a name, or the role that a comma parts from it. */
export function beforeName(phrases: Phrases, mention: Mention): Held | null {
  const { tree } = phrases;
  let end = beforeHonorific(tree, mention.from);
  if (/^[\])"”]$/.test(text(tree, end - 1))) end--;
  else if (text(tree, end - 1) === ',') {
    // "B's coach, [A], said": the name is what the comma explains
    const held = withBody(phrases, phraseBefore(phrases, end - 1));
    // the comma behind the name may be missing: "B's coach, [A] said", "The coach of B, [A] said", "Coach of B, [A] said"
    const isWhole = held !== null && (held.link === 'possessive' || startsWithThe(tree, held) || held.trigger[0] === 0);
    const isOwned =
      (isWhole && tree.tokens[mention.to]?.upos === 'VERB') || (isMinister(held) && text(tree, mention.to) === 'and');
    if (!closes(tree, mention.to) && !isOwned) return null;
    // "The Dane, [A], was held"
    if (held?.phrase === '' && held.link === 'demonym')
      return held.owner && /^the$/i.test(text(tree, held.owner.from - 1)) && !/s$/.test(held.owner.text) ? held : null;
    return held && held.phrase !== '' && roleOf(held.phrase) && (held.owner !== null || startsWithThe(tree, held))
      ? held
      : null;
  }
  return withBody(phrases, phraseBefore(phrases, end));
}

/** ", Dr [A]", "leader Mullah [A]": a comma or an office may stand before a form of address. */
function beforeHonorific(tree: Tree, at: number): number {
  let end = at;
  while (isAddress(text(tree, end - 1))) end--;
  return text(tree, end - 1) === ',' || (end < at && roleOf(text(tree, end - 1)) !== null) ? end : at;
}

const isAddress = (word: string): boolean =>
  titleKind(word) === 'honorific' || /^(?:Ayatollah|Imam|Hojatoleslam|Maulvi|Maulavi)$/.test(word);

/** "B's Minister of Trade, [A] and …": an office so long that nobody would list it beside a name. */
const isMinister = (held: Held | null): boolean =>
  held !== null && held.owner !== null && /\b(?:of|for)\b/.test(held.phrase);

/** "C's envoy to B, [A],", "the head of the group, [A],": a role that goes on before the comma. */
export function beforeComma(phrases: Phrases, mention: Mention): Held[] {
  const { tree } = phrases;
  const comma = mention.from - 1;
  if (text(tree, comma) !== ',' || !closes(tree, mention.to)) return [];
  for (let at = comma - 2; at > Math.max(0, comma - LONGEST); at--) {
    const link = text(tree, at);
    if (/^(?:of|to|for|at|in|on|from)$/.test(link)) {
      const held = phraseBefore(phrases, at);
      if (!held || roleOf(held.phrase) === null) return [];
      const last = phrases.owner[comma - 1];
      const body = last?.to === comma ? last : link === 'of' ? null : firstName(phrases, at + 1);
      const isBody = !!body && body.to <= comma && /^(?:of|to|for|at|from)$/.test(link);
      const further: Held[] = isBody
        ? [
            {
              phrase: held.phrase,
              owner: body,
              link: link === 'to' || link === 'from' ? link : 'of',
              trigger: [held.trigger[0], at + 1],
            },
          ]
        : [];
      return held.owner ? [held, ...(link === 'to' ? further : [])] : further;
    }
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/.test(tree.tokens[at]?.upos ?? '')) return [];
  }
  return [];
}

/** "B's wife, the singer [A]": the role that stands before the title of a name, parted from it by a comma. */
export function beforeTitle(phrases: Phrases, mention: Mention, title: Held): Held | null {
  const { tree } = phrases;
  let start = title.owner && title.link !== 'of' ? Math.min(title.owner.from, title.trigger[0]) : title.trigger[0];
  if (/^(?:the|a|an)$/i.test(text(tree, start - 1))) start--;
  if (text(tree, start - 1) !== ',' || roleOf(title.phrase) === null || !closes(tree, mention.to)) return null;
  const held = withBody(phrases, phraseBefore(phrases, start - 1));
  return held?.owner && held.link === 'possessive' && roleOf(held.phrase) ? held : null;
}

/** "CEO of the Housing Council [A]", "the head of the ruling B party, [A]": the name before A is the body's. */
function withBody(phrases: Phrases, direct: Held | null): Held | null {
  const { tree, named } = phrases;
  const body = direct?.owner;
  if (!direct || !body || direct.link !== 'compound') return direct;
  const isClass =
    direct.phrase !== '' && roleOf(direct.phrase) === null && isBodyNoun(direct.phrase.split(' ').at(-1) ?? '');
  if (direct.phrase !== '' && !isClass) return direct;
  let at = body.from - 1;
  const isBetween = (token: number) =>
    /^(?:DET|ADJ|VERB)$/.test(tree.tokens[token]?.upos ?? '') || titleKind(text(tree, token)) === 'honorific';
  while (body.from - at < 4 && isBetween(at) && !named[at]) at--;
  const role = /^(?:of|for|at)$/i.test(text(tree, at)) && !named[at] ? phraseBefore(phrases, at) : null;
  // "B's director for Asia [A]"
  const isArea = role?.owner && text(tree, at) === 'for' && nodesOf(phrases, body)[0]?.type === 'place';
  if (isArea && roleOf(role.phrase)) return role;
  if (role && roleOf(role.phrase))
    return { phrase: role.phrase, owner: body, link: 'of', trigger: [role.trigger[0], at + 1] };
  return isClass ? direct : null;
}

/** "councillors [A] and [B]" */
export const isPlural = ({ tree }: Phrases, held: Held): boolean =>
  /^NNP?S$/.test(tree.tokens[held.trigger[1] - 1]?.xpos ?? '');

/** Where the title of a person begins that stands before the name, its owner included; null where there is none. */
export function titledSpan(phrases: Phrases, mention: Mention): number | null {
  const [person] = nodesOf(phrases, mention);
  if (person?.type !== 'person' || /^[,\])"”]$/.test(text(phrases.tree, mention.from - 1))) return null;
  const held = beforeName(phrases, mention);
  if (!held || roleOf(held.phrase) === null) return null;
  return held.owner && held.link !== 'of' ? Math.min(held.owner.from, held.trigger[0]) : held.trigger[0];
}

const startsWithThe = (tree: Tree, held: Held): boolean => /^(?:the|a|an)$/i.test(text(tree, held.trigger[0] - 1));

const closes = (tree: Tree, at: number): boolean =>
  at >= tree.tokens.length || /^[,.;:!?)\]"”—–-]$/.test(text(tree, at));

/** How far behind a role the name of its body may stand: "of the project's [panel]", "of the exhibition at [B]". */
const REACH = 6;

/** The first name within a few words: "of the [B]", "of the [B]'s panel". */
export function firstName(phrases: Phrases, from: number): Mention | null {
  const { tree, named, adjective } = phrases;
  for (let at = from; at < Math.min(from + REACH, tree.tokens.length); at++) {
    const name = named[at] ?? adjective[at] ?? phrases.owner[at];
    if (name) return wholeOf(phrases, name);
    if (!isWord(tree, at) && !/^(?:DET|PRON)$/.test(tree.tokens[at]?.upos ?? '') && !/^(?:of|at)$/.test(text(tree, at)))
      return null;
  }
  return null;
}

/** "the [A] office of B": what has the office is the body. */
function wholeOf(phrases: Phrases, part: Mention): Mention {
  const isPart = /^(?:office|branch|bureau|chapter|arm|division|desk|campus)$/.test(text(phrases.tree, part.to));
  return (isPart && text(phrases.tree, part.to + 1) === 'of' && firstName(phrases, part.to + 2)) || part;
}
