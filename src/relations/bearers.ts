import type { Mention } from '../entities/entity.ts';
import { isVerb, lemma, type Tree } from '../language/tree.ts';
import { countryOf } from '../lexicon/index.ts';
import { behindName } from './behind-name.ts';
import type { Finding } from './finding.ts';
import { impliedOwner } from './implied-office.ts';
import { type Node, nodesOf, type Phrases } from './phrases.ts';
import {
  beforeComma,
  beforeName,
  beforeTitle,
  type Held,
  isPlural,
  isPossessiveMark,
  isPosting,
  isWord,
  text,
} from './role-phrases.ts';
import { isParty, type Role, roleOf } from './roles.ts';
import type { Scene } from './scene.ts';

/** How often the findings of each kind of rule are right. */
const RATE = { title: 0.94, apposition: 0.75, plain: 0.88, description: 0.85, implied: 0.6 };

/** How the rule is called that gives an office to the country that the article is about. */
export const GUESSED_OFFICE = "office of the article's country";

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
    // "its [A] probe" is a thing of that name
    const before = isModifier(phrases, mention) ? null : beforeName(phrases, mention);
    const own = before ? hold(phrases, person, before, scene, 'title') : [];
    const held = before && own.length === 0 ? hold(phrases, person, withFellow(phrases, before), scene, 'title') : own;
    const shared =
      before && held.length > 0 && (before.phrase === '' || isPlural(phrases, before))
        ? sharers(phrases, mention).flatMap((other) => hold(phrases, other, before, scene, 'title'))
        : [];
    const farther = before ? beforeTitle(phrases, mention, before) : null;
    const after = behindName(phrases, mention);
    return [
      ...held,
      ...shared,
      ...(held.length === 0 ? beforeComma(phrases, mention) : []).flatMap((each) =>
        hold(phrases, person, each, scene, 'apposition'),
      ),
      ...(farther ? hold(phrases, person, farther, scene, 'apposition') : []),
      ...after.flatMap((each) => hold(phrases, person, each, scene, 'apposition')),
      ...ofBody(phrases, mention, person, scene, before),
    ];
  });
}

/** "Norwegian President [A] and Foreign Minister [B]": an office without an owner behind "and" is of the same country. */
function withFellow(phrases: Phrases, held: Held): Held {
  const { tree, named } = phrases;
  const link = held.trigger[0] - 1;
  const fellow = named[link - 1];
  const role = roleOf(held.phrase);
  const isOffice = role !== null && role.kind !== 'relative_of' && (role.head !== 'job' || OF_BODY.test(held.phrase));
  if (held.owner !== null || !isOffice || !/^(?:and|,)$/.test(text(tree, link)) || fellow?.kind !== 'name') return held;
  const before = beforeName(phrases, fellow);
  if (!before?.owner || roleOf(before.phrase) === null) return held;
  const type = nodesOf(phrases, before.owner)[0]?.type;
  const isShared =
    type === 'place'
      ? role.head !== 'job'
      : type === 'organization' && text(tree, link) === 'and' && OF_BODY.test(held.phrase);
  return isShared ? { ...held, owner: before.owner, link: before.link } : held;
}

/** An office in small letters that a body has besides its first: "B chief executive [A] and chairman [C]". */
const OF_BODY =
  /^(?:\p{Ll}+ )*(?:chair(?:man|woman|person)?|president|chief executive|director|manager|coach|captain|treasurer|spokes(?:man|woman|person))$/u;

/** Whether a single word before a common noun says what kind of thing that is. */
function isModifier({ tree, named }: Phrases, mention: Mention): boolean {
  const next = tree.tokens[mention.to];
  if (mention.to - mention.from > 1 || next?.xpos !== 'NN' || named[mention.to]) return false;
  return tree.tokens[mention.from - 1]?.xpos === 'PRP$' || isPossessiveMark(tree, mention.from - 1);
}

/** "B's [A] and [C]": C too, where nothing of its own stands before it. */
function sharers(phrases: Phrases, mention: Mention): Node[] {
  const { tree, named } = phrases;
  if (!/^(?:and|&)$/i.test(text(tree, mention.to))) return [];
  const next = named[mention.to + 1];
  if (!next || next.from !== mention.to + 1 || next.kind !== 'name') return [];
  return nodesOf(phrases, next, 0.85).filter((node) => node.type === 'person');
}

/**
 * "[A] of B", "[A] from B".
 *
 * @param title what stands before the name and says of no other whose it is: "President [A] of B" leads B
 */
function ofBody(phrases: Phrases, mention: Mention, person: Node, scene: Scene, title: Held | null): Finding[] {
  const { tree, named } = phrases;
  const at = mention.to;
  if (text(tree, at) === 'for') return forBody(phrases, mention, person, scene);
  if (!/^(?:of|from)$/i.test(text(tree, at))) return [];
  // "signed [A] from B" says where he went from, not where he lives
  // a caption says from which film A is, too
  const isCaption = !tree.tokens.some(({ upos }) => upos === 'VERB' || upos === 'AUX');
  if (/^from$/i.test(text(tree, at)) && (isCaption || isMoved(tree, mention))) return [];
  const respectively = /^respectively$/i.test(text(tree, at + 1)) ? 1 : 0;
  const the = /^the$/i.test(text(tree, at + 1 + respectively)) ? 1 : 0;
  const first = named[at + 1 + respectively + the];
  // "[A] of Norway's B"
  const body = first && isPossessiveMark(tree, first.to) ? named[first.to + 1] : first;
  if (body?.kind !== 'name') return [];
  if (respectively === 1) return inTurn(phrases, mention, body, scene);
  const isPlace = nodesOf(phrases, body)[0]?.type === 'place';
  const office = isPlace && /^of$/i.test(text(tree, at)) ? officeOf(title) : null;
  if (office) return hold(phrases, person, { ...office, owner: body, link: 'of' }, scene, 'title');
  return hold(phrases, person, { phrase: '', owner: body, link: 'of', trigger: [at, at + 1] }, scene, 'plain');
}

/** A title that is an office of state, and not yet anybody's. */
function officeOf(title: Held | null): Held | null {
  const role = title && title.owner === null ? roleOf(title.phrase) : null;
  return role && role.kind !== 'relative_of' && role.head !== 'job' ? title : null;
}

/** "[A] for B, says": who speaks for a body, at the beginning of a sentence or between commas. */
function forBody(phrases: Phrases, mention: Mention, person: Node, scene: Scene): Finding[] {
  const { tree, named } = phrases;
  const at = mention.to + (/^the$/i.test(text(tree, mention.to + 1)) ? 1 : 0);
  const body = named[at + 1];
  if (body?.kind !== 'name' || nodesOf(phrases, body)[0]?.type !== 'organization') return [];
  if (mention.from > 0 && !/^[,;(]$/.test(text(tree, mention.from - 1))) return [];
  if (!/^[,;.)]$/.test(text(tree, body.to)) && !isVerb(tree, body.to)) return [];
  return hold(phrases, person, { phrase: '', owner: body, link: 'of', trigger: [at, at + 1] }, scene, 'plain');
}

/** Whether the verb right before a name, or before its title, is one of bringing it from somewhere. */
function isMoved(tree: Tree, mention: Mention): boolean {
  for (let at = mention.from - 1; at >= Math.max(0, mention.from - 5); at--) {
    if (isVerb(tree, at))
      return /^(?:sign|buy|bring|take|loan|recruit|hire|poach|remove|expel|deport|ban|free|rescue|extradite|transfer|sell|acquire)$/.test(
        lemma(tree, at),
      );
    if (!/^(?:NOUN|PROPN|ADJ|DET|PRON)$/.test(tree.tokens[at]?.upos ?? '')) return false;
  }
  return false;
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
  const owners = held.owner ? nodesOf(phrases, held.owner) : impliedOwner(phrases, person, role, scene);
  // "their son" is of both, "their minister" of whom nobody can tell
  const meant = role?.kind === 'relative_of' ? owners : owners.slice(0, 1);
  return meant.flatMap((owner) => holdOf(person, owner, role, held, scene, rule));
}

function holdOf(
  person: Node,
  owner: Node,
  role: Role | null,
  held: Held,
  scene: Scene,
  rule: keyof typeof RATE,
): Finding[] {
  if (owner.entity === person.entity) return [];
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
          ? `${rule}: ${GUESSED_OFFICE}`
          : `${rule}: ${held.phrase === '' ? 'name and body' : 'role'}${held.link ? `, ${held.link}` : ''}`,
      rate,
      ...(held.phrase !== '' && role !== null && type !== 'born_in' ? { role: held.phrase } : {}),
      state: 'named',
    },
  ];
}

/** "envoy to B": whom he represents is another. */
const SENT = /(?:ambassador|envoy|consul|commissioner|emissary)$/i;

function typeOf(role: Role | null, owner: Node, held: Held, scene: Scene): string | null {
  const sent = held.link === 'to' ? SENT.exec(held.phrase) : null;
  if (sent && owner.type !== 'person') return `${sent[0].toLowerCase()}_to`;
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
      if (role === null || held.link === 'demonym') return null;
      if (/(?:curator|organi[sz]er|promoter|host)$/i.test(held.phrase)) return 'organized';
      return role.kind === 'leads' ? 'leads' : 'member_of';
    default:
      return null;
  }
}

function membership(owner: Node, held: Held, scene: Scene): string | null {
  if (owner.type === 'facility') return held.link === 'compound' ? null : 'works_for';
  return scene.electoral || isParty(owner.mention.text) ? 'member_of' : 'works_for';
}

function ofPlace(role: Role | null, owner: Node, held: Held): string | null {
  // "the Danish-born leader"
  if (/^(?:- ?)?born\b/.test(held.phrase) && held.link === 'demonym') return 'born_in';
  if (role === null || role.kind === 'relative_of') {
    if (held.link === 'demonym') return /s$/.test(held.phrase) && role === null ? null : 'citizen_of';
    // "a swimmer from Norway", "a rescuer from Bergen"
    const isForCountry = role === null && held.phrase !== '' && countryOf(owner.mention.text) !== null;
    if (held.link === 'from') return isForCountry ? 'represents' : 'lives_in';
    if (held.link === 'possessive') return countryOf(owner.mention.text) ? 'citizen_of' : null;
    if (held.link !== 'of' || held.phrase !== '') return null;
    return countryOf(owner.mention.text) ? 'citizen_of' : 'lives_in';
  }
  if (role.head === 'state' || role.head === 'region') return role.kind;
  // "the Norwegian guerrilla leader" leads no Norway
  const isLesser = role.head === 'job' || (role.head === 'office' && role.kind === 'leads');
  const isRunning = /^(?!.* and ).*(?:candidate|nominee|hopeful|contender)s?$/i.test(held.phrase) && held.link !== 'of';
  if (isRunning || (held.link === 'demonym' && isLesser)) return 'citizen_of';
  // "a senator from Ohio"
  if (held.link === 'from') return role.kind === 'member_of' ? 'represents' : 'lives_in';
  if (isLesser && role.kind === 'leads' && held.link !== 'of') return 'works_for';
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
      // "its Vienna correspondent"
      const isSite = isPosting(phrase) && tree.tokens[owner.from - 1]?.xpos === 'PRP$';
      return roleOf(phrase) && !isSite
        ? { phrase, owner, link: owner.adjective ? 'demonym' : 'possessive', trigger: [owner.to, end] }
        : null;
    }
    if (!isPossessiveMark(tree, at) && isWord(tree, at)) words.unshift(text(tree, at));
  }
  return null;
}
