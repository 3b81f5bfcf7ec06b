import type { Mention } from '../entities/entity.ts';
import { countryOf, titleKind } from '../lexicon/index.ts';
import type { Finding } from './finding.ts';
import { isBodyNoun, type Node, nodesOf, type Phrases } from './noun-phrase.ts';
import { isParty, type Role, roleOf } from './roles.ts';
import type { Tree } from './tree.ts';

/** How often the findings of each kind of rule are right. */
const RATE = { title: 0.93, apposition: 0.9, plain: 0.75, description: 0.8, implied: 0.6 };
/** The longest role phrase, in tokens: "interior and overseas minister". */
const LONGEST = 8;

/** What the article as a whole says that one sentence does not. */
export interface Scene {
  /** It is about an election, so that "A of B" is of party B. */
  electoral: boolean;
  /** The country that it is about, where one stands out. */
  country: number | null;
}

/**
 * What stands around the name of a person: title before it ("Norwegian Foreign Minister [A]", "CEO of B [A]"),
 * apposition behind it ("[A], chairman of B", "[A], B's wife") or before it ("B's coach, [A],"), and the plain
 * "B's [A]", "[A] of B". Read from the words, since a parser is seldom sure of a pile of nouns.
 */
export function fromBearers(phrases: Phrases, scene: Scene): Finding[] {
  return phrases.mentions.flatMap((mention) => {
    const [person] = nodesOf(phrases, mention);
    if (mention.kind !== 'name' || person?.type !== 'person' || mention.adjective) return [];
    if (phrases.named[mention.from] !== mention) return [];
    const before = beforeName(phrases, mention);
    const held = before ? hold(phrases, person, before, scene, 'title') : [];
    const shared =
      before && held.length > 0 && (before.phrase === '' || isPlural(phrases, before))
        ? sharers(phrases, mention).flatMap((other) => hold(phrases, other, before, scene, 'title'))
        : [];
    const after = behindName(phrases, mention);
    return [
      ...held,
      ...shared,
      ...(after ? hold(phrases, person, after, scene, 'apposition') : []),
      ...ofBody(phrases, mention, person, scene),
    ];
  });
}

/** A role phrase and whose it is. */
export interface Held {
  /** The words of the role, without owner: "former foreign minister"; '' for "B's [A]". */
  phrase: string;
  owner: Mention | null;
  /** "B's", "B", "Russian", "of B" */
  link: 'possessive' | 'compound' | 'demonym' | 'of' | 'from' | null;
  trigger: readonly [from: number, to: number];
}

const text = ({ tokens }: Tree, at: number): string => tokens[at]?.form ?? '';
const isPossessiveMark = (tree: Tree, at: number): boolean =>
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
    if (demonym && !(name && name.kind === 'name' && name.to > demonym.to)) {
      if (possessive) break;
      // "Secretary of State for African Affairs [A]"
      if (words.length > 0 && roleOf(words.join(' ')) === null && /^(?:of|for)$/i.test(text(tree, demonym.from - 1))) {
        words.unshift(text(tree, at));
        continue;
      }
      return { phrase: words.join(' '), owner: demonym, link: 'demonym', trigger: [demonym.to, end] };
    }
    if (name) {
      const link = possessive || token.upos === 'PRON' ? 'possessive' : 'compound';
      if (name.kind === 'pronoun' && token.xpos !== 'PRP$') break;
      return {
        phrase: words.join(' '),
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
    if (isOf && words.length > 0 && roleOf(words.join(' ')) === null) words.unshift(token.form);
    else if (token.upos === 'CCONJ' && words.length > 0 && /^and$|^&$/i.test(token.form) && isWord(tree, at - 1))
      words.unshift(token.form);
    else if (isWord(tree, at) || (/^[-–]$/.test(token.form) && words.length > 0)) words.unshift(token.form);
    else break;
  }
  if (words.length === 0) return null;
  return { phrase: hyphened(words), owner: null, link: null, trigger: [at + 1, end] };
}

const hyphened = (words: readonly string[]): string => words.join(' ').replaceAll(/ ([-–]) /g, '$1');

const isWord = (tree: Tree, at: number): boolean => {
  const upos = tree.tokens[at]?.upos;
  if (upos === 'ADV') return /^(?:NOUN|PROPN)$/.test(tree.tokens[at + 1]?.upos ?? '') && !/ly$/i.test(text(tree, at));
  return (
    /^(?:NOUN|PROPN|ADJ|NUM)$/.test(upos ?? '') ||
    /^(?:former|then|acting|retired|late|elder|younger|elected)$/i.test(text(tree, at))
  );
};

function beforeName(phrases: Phrases, mention: Mention): Held | null {
  const { tree } = phrases;
  let end = mention.from;
  if (/^[\])"”]$/.test(text(tree, end - 1))) end--;
  else if (text(tree, end - 1) === ',') {
    // "B's coach, [A], said": the name is what the comma explains
    if (!closes(tree, mention.to)) return null;
    const held = withBody(phrases, phraseBefore(phrases, end - 1));
    return held && held.phrase !== '' && roleOf(held.phrase) && (held.owner !== null || startsWithThe(tree, held))
      ? held
      : null;
  }
  return withBody(phrases, phraseBefore(phrases, end));
}

/** "CEO of the Refugee Council [A]", "the head of the ruling B party, [A]": the name before A is the body's. */
function withBody(phrases: Phrases, direct: Held | null): Held | null {
  const { tree, named } = phrases;
  const body = direct?.owner;
  if (!direct || !body || direct.link !== 'compound') return direct;
  const isClass =
    direct.phrase !== '' && roleOf(direct.phrase) === null && isBodyNoun(direct.phrase.split(' ').at(-1) ?? '');
  if (direct.phrase !== '' && !isClass) return direct;
  let at = body.from - 1;
  while (body.from - at < 4 && /^(?:DET|ADJ|VERB)$/.test(tree.tokens[at]?.upos ?? '') && !named[at]) at--;
  const role = /^(?:of|for|at)$/i.test(text(tree, at)) && !named[at] ? phraseBefore(phrases, at) : null;
  if (role && roleOf(role.phrase))
    return { phrase: role.phrase, owner: body, link: 'of', trigger: [role.trigger[0], at + 1] };
  return isClass ? direct : null;
}

/** "councillors [A] and [B]" */
const isPlural = ({ tree }: Phrases, held: Held): boolean =>
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

/** "B's [A] and [C]": C too, where nothing of its own stands before it. */
function sharers(phrases: Phrases, mention: Mention): Node[] {
  const { tree, named } = phrases;
  if (!/^(?:and|&)$/i.test(text(tree, mention.to))) return [];
  const next = named[mention.to + 1];
  if (!next || next.from !== mention.to + 1 || next.kind !== 'name') return [];
  return nodesOf(phrases, next, 0.85).filter((node) => node.type === 'person');
}

/** "[A], chairman of B," "[A], the B spokesman," "[A] (B's wife)". */
function behindName(phrases: Phrases, mention: Mention): Held | null {
  const { tree, named, adjective } = phrases;
  if (!/^[,(—–]$/.test(text(tree, mention.to))) return null;
  let at = mention.to + 1;
  while (/^(?:the|a|an|,)$/i.test(text(tree, at))) at++;
  const start = at;
  let before: { mention: Mention; link: Held['link'] } | null = null;
  const words: string[] = [];
  for (; at < tree.tokens.length && at - start <= LONGEST; at++) {
    const demonym = adjective[at];
    const name = named[at];
    if (demonym && words.length < 3) {
      before = { mention: demonym, link: 'demonym' };
      at = demonym.to - 1;
    } else if (name) {
      if (before || words.length > 2 || nodesOf(phrases, name)[0] === undefined) return null;
      const possessive = isPossessiveMark(tree, name.to) || tree.tokens[at]?.xpos === 'PRP$';
      before = { mention: name, link: possessive ? 'possessive' : 'compound' };
      at = name.to - 1 + (isPossessiveMark(tree, name.to) ? 1 : 0);
    } else if (titleKind(text(tree, at)) === 'honorific') {
      // "Mr. B's wife"
    } else if (
      isWord(tree, at) ||
      /^[-–]$/.test(text(tree, at)) ||
      (/^and$/i.test(text(tree, at)) && isWord(tree, at + 1) && roleOf(words.join(' ')) === null)
    )
      words.push(text(tree, at));
    else break;
  }
  const phrase = words.length === 0 && before ? before.mention.text : hyphened(words);
  if (phrase === '') return null;
  // a name right behind bears the role itself: "A, President B"
  if (named[at] && named[at]?.from === at) return null;
  const trigger = [start, at] as const;
  if (/^(?:of|for|at|with|in|from|to)$/i.test(text(tree, at)) && (roleOf(phrase) || /^from$/i.test(text(tree, at)))) {
    const behind = firstName(phrases, at + 1);
    if (behind && !(before && /^(?:in|at)$/i.test(text(tree, at))))
      return { phrase, owner: behind, link: /^from$/i.test(text(tree, at)) ? 'from' : 'of', trigger: [start, at + 1] };
  }
  return before && words.length > 0 ? { phrase, owner: before.mention, link: before.link, trigger } : null;
}

/** The first name within a few words: "of the [B]", "of the [B]'s panel". */
function firstName(phrases: Phrases, from: number): Mention | null {
  const { tree, named, adjective } = phrases;
  for (let at = from; at < Math.min(from + 4, tree.tokens.length); at++) {
    const name = named[at] ?? adjective[at] ?? phrases.owner[at];
    if (name) return name;
    if (!isWord(tree, at) && !/^(?:DET|PRON)$/.test(tree.tokens[at]?.upos ?? '')) return null;
  }
  return null;
}

/** "[A] of B", "[A] from B". */
function ofBody(phrases: Phrases, mention: Mention, person: Node, scene: Scene): Finding[] {
  const { tree, named } = phrases;
  const at = mention.to;
  if (!/^(?:of|from)$/i.test(text(tree, at))) return [];
  const respectively = /^respectively$/i.test(text(tree, at + 1)) ? 1 : 0;
  const the = /^the$/i.test(text(tree, at + 1 + respectively)) ? 1 : 0;
  const body = named[at + 1 + respectively + the];
  if (!body || body.kind !== 'name') return [];
  if (respectively === 1) return inTurn(phrases, mention, body, scene);
  return hold(phrases, person, { phrase: '', owner: body, link: 'of', trigger: [at, at + 1] }, scene, 'plain');
}

/** "A and B of respectively C and D": A of C, B of D. */
function inTurn(phrases: Phrases, last: Mention, first: Mention, scene: Scene): Finding[] {
  const { mentions } = phrases;
  const persons = mentions
    .filter((m) => m.kind === 'name' && m.to <= last.to && nodesOf(phrases, m)[0]?.type === 'person')
    .slice(-2);
  const bodies = mentions
    .filter((m) => m.kind === 'name' && m.from >= first.from && phrases.named[m.from] === m)
    .slice(0, 2);
  return persons.flatMap((m, i) => {
    const [node] = nodesOf(phrases, m);
    const body = bodies[i];
    return node && body
      ? hold(phrases, node, { phrase: '', owner: body, link: 'of', trigger: [last.to, last.to + 1] }, scene, 'plain')
      : [];
  });
}

/** The relation that a role makes between its bearer and its owner. */
export function hold(phrases: Phrases, person: Node, held: Held, scene: Scene, rule: keyof typeof RATE): Finding[] {
  const role = roleOf(held.phrase);
  const [owner] = held.owner ? nodesOf(phrases, held.owner) : impliedOwner(phrases, person, role, scene);
  if (!owner || owner.entity === person.entity) return [];
  const type = typeOf(role, owner, held, scene);
  if (type === null) return [];
  const rate = held.owner === null ? RATE.implied : held.phrase === '' || role === null ? RATE.plain : RATE[rule];
  return [
    {
      subject: person,
      object: owner,
      type,
      predicate: person.mention.head,
      trigger: held.trigger[0] < held.trigger[1] ? held.trigger : [person.mention.from, person.mention.to],
      rule:
        held.owner === null
          ? `${rule}: office of the article's country`
          : `${rule}: ${held.phrase === '' ? 'name and body' : 'role'}${held.link ? `, ${held.link}` : ''}`,
      rate,
      ...(held.phrase !== '' && role !== null ? { role: held.phrase } : {}),
      state: true,
    },
  ];
}

function impliedOwner(phrases: Phrases, person: Node, role: Role | null, scene: Scene): Node[] {
  if (role === null || role.kind !== 'leads' || role.head !== 'state' || scene.country === null) return [];
  const type = phrases.reading.entities[scene.country]?.type;
  return type ? [{ entity: scene.country, type, mention: person.mention, certainty: 0.9 }] : [];
}

function typeOf(role: Role | null, owner: Node, held: Held, scene: Scene): string | null {
  if (role?.kind === 'relative_of')
    return owner.type === 'person' ? 'relative_of' : held.link === 'demonym' ? 'citizen_of' : null;
  switch (owner.type) {
    case 'person':
      return role !== null && held.link !== 'compound' && role.kind !== 'leads' && role.kind !== 'member_of'
        ? role.kind
        : null;
    case 'organization':
    case 'facility':
      if (role !== null && held.link !== 'demonym') return role.kind;
      return held.phrase === '' || held.link !== 'from' ? membership(owner, held, scene) : 'member_of';
    case 'place':
      return ofPlace(role, owner, held);
    case 'event':
      return role !== null && held.link !== 'demonym' ? (role.kind === 'leads' ? 'leads' : 'member_of') : null;
    default:
      return null;
  }
}

function membership(owner: Node, held: Held, scene: Scene): string | null {
  if (owner.type === 'facility') return held.link === 'compound' ? null : 'works_for';
  return scene.electoral || isParty(owner.mention.text) ? 'member_of' : 'works_for';
}

function ofPlace(role: Role | null, owner: Node, held: Held): string | null {
  if (role === null || role.kind === 'relative_of') {
    if (held.link === 'demonym') return /s$/.test(held.phrase) && role === null ? null : 'citizen_of';
    if (held.link === 'from') return role === null && held.phrase !== '' ? 'represents' : 'lives_in';
    if (held.link === 'possessive') return countryOf(owner.mention.text) ? 'citizen_of' : null;
    if (held.link !== 'of' || held.phrase !== '') return null;
    return countryOf(owner.mention.text) ? 'citizen_of' : 'lives_in';
  }
  if (role.head === 'state' || role.head === 'region') return role.kind;
  if (held.link === 'demonym' && role.head === 'job') return 'citizen_of';
  if (held.link === 'from') return 'lives_in';
  if (role.kind === 'leads' && role.head === 'job' && held.link !== 'of') return 'works_for';
  return role.kind === 'member_of' ? 'works_for' : role.kind;
}

/** "the Norwegian leader", where coreference knows who that is. */
export function fromDescriptions(phrases: Phrases, scene: Scene): Finding[] {
  return phrases.mentions.flatMap((mention) => {
    if (mention.kind !== 'description' || mention.entities.length !== 1 || mention.certainty < 0.5) return [];
    const [person] = nodesOf(phrases, mention);
    if (person?.type !== 'person') return [];
    const inner = phraseInside(phrases, mention);
    return inner ? hold(phrases, person, inner, scene, 'description') : [];
  });
}

function phraseInside(phrases: Phrases, mention: Mention): Held | null {
  const { tree, adjective } = phrases;
  const end = mention.head + 1;
  const words: string[] = [];
  for (let at = mention.head; at >= mention.from; at--) {
    const owner =
      adjective[at] ??
      phrases.mentions.find(
        (m) => m.kind === 'name' && m.from >= mention.from && m.to <= mention.head && at === m.to - 1,
      );
    if (owner) {
      const phrase = words.join(' ');
      return roleOf(phrase)
        ? { phrase, owner, link: owner.adjective ? 'demonym' : 'possessive', trigger: [owner.to, end] }
        : null;
    }
    if (!isPossessiveMark(tree, at) && isWord(tree, at)) words.unshift(text(tree, at));
  }
  return null;
}
