import { isFirstName } from '../../lexicon/index.ts';
import type { Discourse } from '../discourse.ts';
import type { Phrase } from '../phrase.ts';
import type { Chains, Link } from './chains.ts';
import type { Sieve } from './index.ts';
import { nameWords } from './name-forms.ts';

/**
 * Names of persons: "Ilves" is the person of that family name whom the article speaks of at that place. Two persons who
 * share a name part stay two: every single name is decided for itself, by how often and how near before it each was named.
 */
export const people: Sieve = function* (discourse, chains) {
  const names = personNames(discourse);
  yield* sameFullNames(names, chains);
  const bearers = new Map<string, PersonName[]>();
  const known = new Set<string>();
  for (const name of names) {
    if (name.words.length < 2 || known.has(name.key)) continue;
    known.add(name.key);
    for (const part of shortForms(name)) bearers.set(part, [...(bearers.get(part) ?? []), name]);
  }
  const seen = new Map<number, number[]>();
  const loose = new Map<string, number>();
  for (const name of names) {
    const link = name.isFull ? null : choose(name, bearers, seen, chains);
    if (link) yield link;
    else if (!name.isFull) {
      const before = loose.get(name.key);
      if (before === undefined) loose.set(name.key, name.index);
      else if (!chains.same(before, name.index)) yield { phrase: name.index, to: [before], certainty: 0.9 };
    }
    const target = link?.to[0] ?? name.index;
    const id = chains.id(target);
    seen.set(id, [...(seen.get(id) ?? []).slice(-20), name.phrase.sentence]);
  }
};

interface PersonName {
  index: number;
  phrase: Phrase;
  key: string;
  words: string[];
  /** Not a part of another name of the article. */
  isFull: boolean;
}

function personNames({ phrases }: Discourse): PersonName[] {
  const names: PersonName[] = [];
  for (const [index, phrase] of phrases.entries()) {
    if (phrase.kind !== 'name' || phrase.type !== 'person') continue;
    const words = nameWords(phrase.text.replace(/,?\s+(?:Jr|Sr|II|III)\.?$/u, ''));
    names.push({ index, phrase, key: words.join(' '), words, isFull: words.length > 1 });
  }
  const parts = new Set(names.filter((name) => name.isFull).flatMap(shortForms));
  for (const name of names) if (parts.has(name.key)) name.isFull = false;
  return names;
}

/** The shorter forms that can stand for a full name: family name, with what belongs to it, and first name. */
function shortForms({ words, phrase }: PersonName): string[] {
  const first = words[0] ?? '';
  const forms = new Set([words.at(-1) ?? '', first, ...middleNames(words)]);
  // "Van Houten", "Ben Salah"
  for (let from = 1; from < words.length - 1; from++) forms.add(words.slice(from).join(' '));
  // a hyphen ties a given name, which can stand alone
  const given = /^\S+\s+(\p{L}+-\p{L}+)$/u.exec(phrase.text)?.[1];
  if (given) forms.add(nameWords(given).join(' '));
  forms.delete('');
  forms.delete(words.join(' '));
  return [...forms];
}

/** "Sikandar" of "Rao Sikandar Iqbal": many are called by the second of three names. */
const middleNames = (words: readonly string[]): readonly string[] =>
  words.length === 3 ? words.slice(1, 2).filter((word) => word.length > 2) : [];

/** Full names that are one: with and without the middle names or an initial ("John F. Ross", "John Ross"). */
function* sameFullNames(names: readonly PersonName[], chains: Chains): Iterable<Link> {
  const byEnds = new Map<string, PersonName[]>();
  for (const name of names) {
    if (name.words.length < 2 || looksFamilyFirst(name)) continue;
    // family name in front or behind
    const ends = [name.words[0], name.words.at(-1)].sort().join(' ');
    const known = byEnds.get(ends) ?? [];
    const other = known.find((one) => one.key !== name.key && middleAgrees(one.words, name.words));
    if (other && !chains.same(other.index, name.index))
      yield { phrase: name.index, to: [other.index], certainty: 0.95 };
    if (known.every((one) => one.key !== name.key)) byEnds.set(ends, [...known, name]);
  }
}

const middleAgrees = (a: readonly string[], b: readonly string[]): boolean => {
  if (a[0] !== b[0]) return a.length === 2 && b.length === 2;
  const [x, y] = [a.slice(1, -1), b.slice(1, -1)];
  if (!x.length || !y.length) return true;
  return x.every((word, at) => !y[at] || word.startsWith(y[at]) || y[at].startsWith(word));
};

/** Three short words of which the first is no first name ("Han Seo Jin"), or a hyphenated given name behind. */
const looksFamilyFirst = ({ phrase, words }: PersonName): boolean =>
  /^\p{L}+\s+\p{L}+-\p{L}+$/u.test(phrase.text) ||
  (words.length === 3 && words.every((word) => word.length < 6) && !isFirstName(phrase.text.split(/\s/u)[0] ?? ''));

function choose(
  name: PersonName,
  bearers: ReadonlyMap<string, PersonName[]>,
  seen: ReadonlyMap<number, readonly number[]>,
  chains: Chains,
): Link | null {
  const candidates = new Map<number, { target: PersonName; weight: number }>();
  for (const target of bearers.get(name.key) ?? []) {
    const { gender } = chains.chain(target.index);
    if (name.phrase.gender && gender && gender !== name.phrase.gender) continue;
    const id = chains.id(target.index);
    if (candidates.has(id)) continue;
    const before = (seen.get(id) ?? []).reduce((sum, at) => sum + 1 / (1 + name.phrase.sentence - at), 0);
    // who is named in full only further on is meant only where nobody was named before
    const after =
      target.phrase.start > name.phrase.start ? 1e-3 / (1 + target.phrase.sentence - name.phrase.sentence) : 0;
    candidates.set(id, { target, weight: (before + after) * partWeight(name, target) });
  }
  const [best, next] = [...candidates.values()].sort((a, b) => b.weight - a.weight);
  if (!best || best.weight === 0) return null;
  const certainty = next ? Math.max(0.5, 1 - next.weight / best.weight) * 0.95 : 0.97;
  return { phrase: name.index, to: [best.target.index], certainty };
}

/** A family name stands for a person oftener than a first name does. */
function partWeight(name: PersonName, target: PersonName): number {
  const isFamily = looksFamilyFirst(target) ? target.words[0] === name.key : target.key.endsWith(` ${name.key}`);
  return isFamily ? 1 : target.words[0] === name.key ? 0.1 : 0.05;
}
