import type { Token } from '../../language/sentence.ts';
import { frontType, headType, isSubject, matchPlace, roleKind, titleKind } from '../../lexicon/index.ts';
import { Cover } from './cover.ts';
import { formsOf, isCapitalized, isEntityType, type Name, type Step, type Text, wordsOf } from './name.ts';
import { titleBefore } from './persons.ts';
import { endOfCapitals, isCalendar, isCountryOrDemonym, isGivenName, isPlaceWord, isProper } from './words.ts';

/** What a head word alone, or with one of these, does not yet make a name of: it needs its "of …". */
const GENERIC =
  /^(?:national|central|royal|imperial|state|federal|supreme|high|new|international|world|general|central|joint|great|first|second|old|free|united|military|grand|public|people|'s|[’]s|and|higher|european|american|british)$/iu;

const lastForm = (name: Name, text: Text): string => formsOf(text, name).at(-1) ?? '';
const isHeaded = (name: Name, text: Text): boolean => headType(lastForm(name, text)) !== null;

/** Whether a name may be part of a longer one: persons, and places by themselves, may not. */
const isBody = (name: Name, text: Text): boolean =>
  name.type !== 'person' && !isPlaceWord(formsOf(text, name)) && name.settled === undefined;

/** Takes proper nouns beside a name into it: "[Harbour] Lights Festival", "Lake [Harbour Authority]". */
export const growNames: Step = (names, text) => {
  const cover = new Cover(names, text);
  return names.map((name) => {
    const tokens = text.sentences[name.sentence]?.tokens ?? [];
    const grown = { ...name, from: name.from - frontBefore(tokens, name, cover) };
    const isLeft = (at: number) => isGrowth(tokens, at, cover, name) || isRaised(tokens, at, cover, grown, text);
    while (isLeft(grown.from - 1) && mayPrecede(tokens, grown, text)) grown.from--;
    while (isGrowth(tokens, grown.to, cover, name) && mayFollow(tokens, grown, text)) grown.to++;
    grown.to += headBehind(tokens, grown, cover, text.sentences[name.sentence]?.kind === 'title');
    if (isNumberOf(tokens, grown) || isSurnameOf(tokens, grown)) grown.to++;
    cover.add(grown);
    const wasDemonym = grown.type === 'demonym' && grown.to > name.to;
    return wasDemonym ? { ...grown, type: headType(lastForm(grown, text)) ?? 'other', scores: {} } : grown;
  });
};

/**
 * How many words with capitals follow a name up to its head, or up to what a body is for: "[Mara Ilves] International
 * Airport", "[Ministry of Foreign] Affairs". The tagger of words may take these for common nouns.
 */
function headBehind(tokens: readonly Token[], { sentence, to, type }: Name, cover: Cover, title: boolean): number {
  if (title || type === 'demonym') return 0;
  const at = endOfCapitals(tokens, to, (token) => cover.isFree(sentence, token));
  const last = tokens[at - 1]?.form ?? '';
  const isHead = headType(last) !== null && headType(last) !== 'document';
  const common = tokens.slice(to, at).some(({ xpos }) => !/^NNPS?$/u.test(xpos));
  if (at === to || !common) return 0;
  return isHead || (type === 'organization' && isSubject(last)) ? at - to : 0;
}

/** How many words before a name call it: "Hurricane", "Space Shuttle". */
function frontBefore(tokens: readonly Token[], { sentence, from, type }: Name, cover: Cover): number {
  for (const length of type === 'demonym' ? [] : [2, 1]) {
    const words = tokens.slice(Math.max(0, from - length), from).map(({ form }) => form);
    const free = words.length === length && cover.isFree(sentence, from - length, from);
    if (free && words.every(isCapitalized) && frontType(words.join(' ')) !== null) return length;
  }
  return 0;
}

/** "Gregory Or spoke": in the middle of a sentence only a surname is so written behind a first name or a title. */
function isSurnameOf(tokens: readonly Token[], { from, to, type }: Name): boolean {
  const [form = '', after = ''] = [tokens[to]?.form, tokens[to + 1]?.form];
  const surname =
    /^\p{Lu}\p{Ll}+$/u.test(form) && !isCalendar(form) && !isCapitalized(after) && !/^(?:the|a|an)$/u.test(after);
  if (type !== 'person' || !surname || isOfficeWord(form)) return false;
  const isTitled = (): boolean => titleBefore(tokens, from) !== null;
  return to - from === 1 ? isGivenName(tokens[from]?.form ?? '') || isTitled() : to - from === 2 && isTitled();
}

const isOfficeWord = (form: string): boolean => titleKind(form) !== null || roleKind(form) !== null;

const isGrowth = (tokens: readonly Token[], at: number, cover: Cover, { sentence }: Name): boolean =>
  isProper(tokens[at]) && cover.isFree(sentence, at) && !isPlaceWord([tokens[at]?.form ?? '']);

/** "Harbour Workers [Union]": common nouns with a capital before the head of a body, within a sentence. */
function isRaised(tokens: readonly Token[], at: number, cover: Cover, name: Name, text: Text): boolean {
  const token = tokens[at];
  const isNoun = token !== undefined && /^NNS?$/u.test(token.xpos) && /^\p{Lu}\p{Ll}/u.test(token.form);
  const isBodyName =
    name.type === 'organization' && isHeaded(name, text) && text.sentences[name.sentence]?.kind !== 'title';
  return isNoun && isBodyName && at > 0 && cover.isFree(name.sentence, at);
}

function mayPrecede(tokens: readonly Token[], name: Name, text: Text): boolean {
  const form = tokens[name.from - 1]?.form ?? '';
  // "Harbour Workers Union"
  const isMembers = /s$/u.test(form) && name.type === 'organization' && isHeaded(name, text);
  if ((titleKind(form) !== null || roleKind(form) !== null || form.endsWith('.')) && !isMembers) return false;
  if (name.type === 'person') {
    const isFirst = isGivenName(form) && !isGivenName(tokens[name.from]?.form ?? '');
    return isFirst || titleBefore(tokens, name.from - 1) !== null;
  }
  return name.from > 1 && name.type !== 'demonym' && !isPlaceWord(formsOf(text, name));
}

function mayFollow(tokens: readonly Token[], name: Name, text: Text): boolean {
  const form = tokens[name.to]?.form ?? '';
  if (titleKind(form) !== null || roleKind(form) !== null) return false;
  const place = name.type === 'demonym' || isPlaceWord(formsOf(text, name));
  // "Kenya Wildlife Trust": a country goes into a longer name when that has a head
  return place
    ? runEndsInHead(tokens, name.to)
    : headType(form) !== null || name.type !== 'place' || isProper(tokens[name.to + 1]);
}

/** "Terminal 2", "Kestrel 1": a number that hangs on the name, and not on what comes after it. */
function isNumberOf(tokens: readonly Token[], { from, to, type }: Name): boolean {
  const [number, after] = [tokens[to], tokens[to + 1]];
  if (!number || !/^\p{N}{1,4}\p{L}?$/u.test(number.form) || type === 'person' || type === 'demonym') return false;
  const words = tokens.slice(from, to).map(({ form }) => form);
  const counts = /^(?:NNP?S?|CD|HYPH)$/u.test(after?.xpos ?? '') || /^[-–—:%]$/u.test(after?.form ?? '');
  if (isPlaceWord(words) || counts) return false;
  const headed =
    headType(words.at(-1) ?? '') !== null || frontType(words.join(' ')) !== null || frontType(words[0] ?? '') !== null;
  return headed || (number.head >= from && number.head < to);
}

function runEndsInHead(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (isProper(tokens[at + 1]) && titleKind(tokens[at + 1]?.form ?? '') === null) at++;
  return headType(tokens[at]?.form ?? '') !== null && !isCalendar(tokens[at]?.form ?? '');
}

/** Makes one name of two that stand side by side or over a small word. */
export const joinNames: Step = (names, text) => {
  const joined: Name[] = [];
  for (const name of names) {
    let last = joined.at(-1);
    let next = name;
    while (last && last.sentence === next.sentence && last.to <= next.from) {
      const type = joint(last, next, text);
      if (type === null) break;
      joined.pop();
      next = { ...next, from: last.from, type, scores: mergedScores(last, next) };
      last = joined.at(-1);
    }
    joined.push(next);
  }
  return joined;
};

const mergedScores = (a: Name, b: Name): Name['scores'] => {
  const scores: Name['scores'] = { ...b.scores };
  for (const [type, score] of Object.entries(a.scores)) {
    if (isEntityType(type as Name['type'])) scores[type as Name['type']] = (scores[type as Name['type']] ?? 0) + score;
  }
  return scores;
};

/** The type of the name that `a` and `b` make together, or null where they are two. */
function joint(a: Name, b: Name, text: Text): Name['type'] | null {
  const tokens = text.sentences[a.sentence]?.tokens ?? [];
  const between = tokens
    .slice(a.to, b.from)
    .map(({ form }) => form.toLowerCase())
    .join(' ');
  const bHead = headType(lastForm(b, text));
  if (between === '') return besides(a, b, bHead, text);
  if (between === '&') return isBody(a, text) || isBody(b, text) ? (bHead ?? b.type) : null;
  if (between === 'and') return overAnd(a, b, bHead, text);
  if (/^(?:of|for)(?: the)?$/u.test(between)) return overOf(a, b, between, text);
  if (between === 'at') return isCampus(a, b, text) ? 'organization' : null;
  return null;
}

function besides(a: Name, b: Name, bHead: Name['type'] | null, text: Text): Name['type'] | null {
  if (b.type === 'person' && bHead === null) return null;
  // "Valeria Roma": a first name before a place without a comma
  const given = a.to - a.from === 1 && isGivenName(lastForm(a, text)) && a.type === 'person';
  if (given && b.to - b.from === 1 && b.type === 'place' && !isCountryOrDemonym(wordsOf(text, b))) return 'person';
  if (bHead === null || bHead === 'place') return null;
  if (a.type === 'demonym' || isCountryOrDemonym(wordsOf(text, a))) {
    return b.type === 'place' && !isHeaded(b, text) ? null : bHead;
  }
  if (a.type === 'person' && b.to - b.from > 2) return null;
  return isHeaded(a, text) && b.to - b.from > 1 ? null : bHead;
}

/** "Museum of Science and Industry": what stands before "and" is a subject of such bodies, and no name by itself. */
function overAnd(a: Name, b: Name, bHead: Name['type'] | null, text: Text): Name['type'] | null {
  if (!isBody(a, text) || !isSubject(lastForm(a, text))) return null;
  const whole = formsOf(text, a).some((form) => headType(form) !== null);
  if (bHead !== null && bHead !== 'place') return whole ? null : bHead;
  return isSubject(lastForm(b, text)) ? a.type : null;
}

/** "University of Halden at Varna": one of the seats of a university that a land has. */
const isCampus = (a: Name, b: Name, text: Text): boolean =>
  b.type === 'place' && formsOf(text, a).length < 6 && /^University of /u.test(wordsOf(text, a));

function overOf(a: Name, b: Name, between: string, text: Text): Name['type'] | null {
  const forms = formsOf(text, a);
  const head = headType(forms.at(-1) ?? '');
  if (head === null || b.type === 'person') return null;
  const bare = forms.slice(0, -1).every((form) => GENERIC.test(form) || isPlaceWord([form]));
  const place = matchPlace(formsOf(text, b), 0) !== null || b.type === 'place' || b.type === 'demonym';
  const own = forms.slice(0, -1).some((form) => isPlaceWord([form]));
  if (place && !(between.startsWith('of') && bare && !own && a.type !== 'place')) return null;
  return bare || between !== 'of' || b.type === 'other' ? head : null;
}

/**
 * Takes what stands behind "of" or "for" into a name that ends in its head: "Council [for the Welfare of Sailors]",
 * "Ministry [of Trade and Industry]".
 */
export const extendOverOf: Step = (names, text) => {
  const cover = new Cover(names, text);
  const extended: Name[] = [];
  for (const name of names) {
    const before = extended.at(-1);
    if (before?.sentence === name.sentence && before.to >= name.to) continue;
    const to = name.type === 'person' ? name.to : endOverOf(name, text, cover);
    extended.push(to === name.to ? name : { ...name, to });
  }
  return extended;
};

function endOverOf(name: Name, text: Text, cover: Cover): number {
  const tokens = text.sentences[name.sentence]?.tokens ?? [];
  const head = headType(lastForm(name, text));
  if (head === null || head === 'place') return name.to;
  let to = name.to;
  for (;;) {
    let at = to;
    const link = tokens[at]?.form ?? '';
    if (!/^(?:of|for)$/u.test(link) && !(to > name.to && /^(?:and|&)$/u.test(link))) return to;
    at++;
    if (tokens[at]?.form === 'the') at++;
    const begin = at;
    at = endOfCapitals(tokens, at);
    const words = tokens.slice(begin, at).map(({ form }) => form);
    const subject = words.length > 0 && isSubject(words.at(-1) ?? '');
    const other = cover.at(name.sentence, begin);
    const free = cover.isFree(name.sentence, begin, at);
    if (words.length === 0 || /^and|&$/u.test(link) ? !subject : !(free || subject)) return to;
    if (other && (other.type === 'person' || isPlaceWord(words))) return to;
    if (titleKind(words[0] ?? '') !== null) return to;
    to = at;
  }
}
