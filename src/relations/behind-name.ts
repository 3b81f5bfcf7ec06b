import type { Mention } from '../entities/entity.ts';
import type { Tree } from '../language/tree.ts';
import { titleKind } from '../lexicon/index.ts';
import type { Phrases } from './phrases.ts';
import { firstName, type Held, hyphened, isPossessiveMark, isWord, LONGEST, text } from './role-phrases.ts';
import { roleOf } from './roles.ts';

/** What a stretch of words behind a name says of its bearer; more than one where roles are joined by "and". */
export function behindName(phrases: Phrases, mention: Mention): Held[] {
  const { tree } = phrases;
  if (!/^[,(—–]$/.test(text(tree, mention.to))) return [];
  const found: Held[] = [];
  // "[A], 45, a professor of B"
  const isAged = /^\d{1,3}$/.test(text(tree, mention.to + 1)) && text(tree, mention.to + 2) === ',';
  let at: number | null = mention.to + (isAged ? 3 : 1);
  while (at !== null && found.length < 3) {
    const one = apposed(phrases, at);
    if (one === null) break;
    found.push(...one.held);
    at = one.next;
  }
  return found;
}

interface Reading {
  words: string[];
  before: { mention: Mention; link: Held['link'] } | null;
  at: number;
}

/** "chairman of B", "the B spokesman", "B's wife": one role phrase from left to right, and where the next begins. */
function apposed(phrases: Phrases, start: number): { held: Held[]; next: number | null } | null {
  const { tree, named } = phrases;
  const read = readRole(phrases, start);
  const { words, before, at } = read;
  const phrase = words.length === 0 && before ? before.mention.text : hyphened(words);
  const link = text(tree, at).toLowerCase();
  // a name right behind bears the role itself: "A, President B"
  if (named[at]?.from === at && named[at]?.kind !== 'pronoun') return null;
  const isLinked = /^(?:of|for|at|with|in|from|to)$/.test(link);
  if (phrase === '') {
    // "[A], of the B"
    const body = /^(?:of|from)$/.test(link) ? firstName(phrases, at + 1) : null;
    return body ? { held: [{ phrase, owner: body, link: 'of', trigger: [at, at + 1] }], next: null } : null;
  }
  if (isLinked && (roleOf(phrase) || link === 'from')) {
    const behind = firstName(phrases, at + 1);
    if (behind && !(before && /^(?:in|at)$/.test(link))) {
      const isFrom = /^(?:from|in)$/.test(link);
      const held: Held = {
        phrase,
        owner: behind,
        link: link === 'to' ? 'to' : isFrom ? 'from' : 'of',
        trigger: [start, at + 1],
      };
      // "B's envoy to C" is of the one and to the other
      const sender: Held[] =
        before && link === 'to' ? [{ phrase, owner: before.mention, link: before.link, trigger: [start, at] }] : [];
      return { held: [...sender, held], next: following(tree, behind.to) };
    }
  }
  const next = isLinked && roleOf(phrase) ? nextRole(tree, at + 1) : null;
  if (next !== null && !before) return { held: [], next };
  if (!before || words.length === 0) return null;
  return {
    held: [{ phrase, owner: before.mention, link: before.link, trigger: [start, at] }],
    next: following(tree, at),
  };
}

/** "vice-premier of the cabinet and [minister of B]": where the next role begins, when this one is of nothing that is named. */
function nextRole(tree: Tree, from: number): number | null {
  let at = from;
  while (isWord(tree, at) || tree.tokens[at]?.upos === 'DET') at++;
  const next = following(tree, at);
  return next !== null && roleOf(text(tree, next)) !== null ? next : null;
}

/** Where a further role begins: ", and Chairman of C". */
function following(tree: Tree, at: number): number | null {
  const comma = text(tree, at) === ',' ? 1 : 0;
  return /^and$/i.test(text(tree, at + comma)) && isWord(tree, at + comma + 1) ? at + comma + 1 : null;
}

function readRole(phrases: Phrases, start: number): Reading {
  const { tree, named, adjective } = phrases;
  const words: string[] = [];
  let before: Reading['before'] = null;
  let at = start;
  while (/^(?:the|a|an|,)$/i.test(text(tree, at))) at++;
  for (const end = at + LONGEST; at < Math.min(end, tree.tokens.length); at++) {
    const demonym = adjective[at];
    const name = named[at];
    if (demonym && (words.length < 3 || /^old$/.test(words.at(-1) ?? '')) && !before) {
      before = { mention: demonym, link: 'demonym' };
      at = demonym.to - 1;
    } else if (name) {
      if (before || words.length > 2) break;
      const possessive = isPossessiveMark(tree, name.to);
      before = { mention: name, link: possessive || tree.tokens[at]?.xpos === 'PRP$' ? 'possessive' : 'compound' };
      at = name.to - 1 + (possessive ? 1 : 0);
    } else if (isWord(tree, at) || /^[-–]$/.test(text(tree, at)) || (words.length > 0 && joinsRoles(tree, at))) {
      // "Mr. B's wife" is B's
      if (titleKind(text(tree, at)) !== 'honorific') words.push(text(tree, at));
    } else break;
  }
  return { words, before, at };
}

/** "chief executive and founder", "interior and overseas minister" */
const joinsRoles = (tree: Tree, at: number): boolean =>
  /^and$/i.test(text(tree, at)) && isWord(tree, at + 1) && tree.tokens[at + 1]?.upos !== 'PROPN';
