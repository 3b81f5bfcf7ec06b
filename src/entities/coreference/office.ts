import { roleKind } from '../../lexicon/index.ts';
import type { Discourse } from '../discourse.ts';
import { GENERIC_OFFICES, STATESMEN } from '../nouns.ts';
import type { Phrase } from '../phrase.ts';

/** What a phrase says that a person is, and of which country or organization: "the Estonian foreign minister". */
export interface Office {
  /** Lower case, without the names in it: "foreign minister". */
  title: string;
  /** Indices of the names of whom or what it is an office. */
  of: number[];
}

/** The office that a description names, or null. */
export function officeOf(phrase: Phrase, discourse: Discourse): Office | null {
  if (phrase.kind !== 'description' || phrase.parts || phrase.human !== true) return null;
  const tokens = discourse.sentences[phrase.sentence]?.tokens ?? [];
  const inside = new Set<number>();
  const of: number[] = [];
  let left = phrase.from;
  // a possessive or demonym may hang on the name behind the title instead
  while (left > 0 && /^(?:NNPS?|POS|JJ)$/.test(tokens[left - 1]?.xpos ?? '')) left--;
  for (const index of discourse.inSentence[phrase.sentence] ?? []) {
    const name = discourse.phrases[index];
    if (name?.kind !== 'name' || name.type === 'person') continue;
    const before = name.from >= left && name.to <= phrase.head;
    const behind = name.from > phrase.head && name.from <= phrase.head + 3 && isOf(phrase.head + 1, name.from);
    if (!before && !behind) continue;
    of.push(index);
    if (before) for (let at = name.from; at < name.to; at++) inside.add(at);
  }
  const words: string[] = [];
  for (let at = phrase.head; at >= phrase.from && !inside.has(at); at--) {
    const token = tokens[at];
    if (!token || !/^(?:NN|VBG|JJ$)/.test(token.xpos) || /^(?:former|then|new|late|current|acting)$/i.test(token.form))
      break;
    words.unshift(at === phrase.head ? phrase.noun : token.form.toLowerCase());
  }
  const title = words.join(' ');
  return title ? { title, of } : null;

  function isOf(from: number, to: number): boolean {
    return (
      tokens.slice(from, to).every(({ form }, at) => (at === 0 ? /^(?:of|for|to)$/ : /^the$/i).test(form)) && to > from
    );
  }
}

/** How well an office that a person was introduced with fits one that is spoken of: 1 the same, 0 not at all. */
export function fitOf(spoken: string, known: string): number {
  if (spoken === known) return 1;
  if (` ${known}`.endsWith(` ${spoken}`) || ` ${spoken}`.endsWith(` ${known}`)) return 0.9;
  if (sexless(spoken) === sexless(known)) return 0.9;
  if (spoken === 'leader') return STATESMEN.has(known) || HEADS.has(known) || roleKind(known) === 'leads' ? 0.9 : 0.4;
  if (STATESMEN.has(spoken) && known === 'leader') return 0.8;
  if (spoken === 'chief' || spoken === 'boss' || spoken === 'head') return HEADS.has(known) ? 0.8 : 0;
  if (GENERIC_OFFICES.has(spoken) && roleKind(known) !== null) return 0.5;
  return 0;
}

const HEADS: ReadonlySet<string> = new Set([
  'chairman',
  'chairwoman',
  'chief',
  'director',
  'ceo',
  'chief executive',
  'president',
  'head',
  'boss',
  'founder',
]);

const sexless = (office: string): string => office.replace(/(?:man|woman|person)$/u, 'person');
