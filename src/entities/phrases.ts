import type { Sentence, Token } from '../language/sentence.ts';
import { dependents, type Tree } from '../language/tree.ts';
import { genderOf, headType, remember, roleKind } from '../lexicon/index.ts';
import type { NamedMention } from './names/index.ts';
import { genderOfNoun, isGroupNoun, isPersonNoun } from './nouns.ts';
import { type Gender, type Phrase, PRONOUNS } from './phrase.ts';

/** What phrases are found in. */
interface Text {
  text: string;
  sentences: readonly Sentence[];
}

/** Every phrase of the article that can refer, in order of `start`, then longer first; groups come last. */
export function phrasesOf(
  text: string,
  sentences: readonly Sentence[],
  trees: readonly Tree[],
  names: readonly NamedMention[],
): Phrase[] {
  const named: NamedMention[][] = sentences.map(() => []);
  // a demonym of no country that we know names nothing
  for (const name of names) if (!name.demonym || name.country !== undefined) named[name.sentence]?.push(name);
  const phrases: Phrase[] = [];
  const source: Text = { text, sentences };
  for (const [index, sentence] of sentences.entries()) {
    const tree = trees[index];
    if (!tree) continue;
    const here = named[index] ?? [];
    const all = [
      ...here.map((name) => namePhrase(name, source, tree)),
      ...descriptionsOf(index, source, tree, here),
      ...pronounsOf(index, sentence, source),
    ];
    phrases.push(...all.sort((a, b) => a.start - b.start || b.end - a.end));
  }
  return [...phrases, ...groupsOf(phrases, trees)];
}

function namePhrase(name: NamedMention, source: Text, tree: Tree): Phrase {
  const { from, to } = name;
  const head = headWithin(tree, from, to);
  const title = name.title && tree.tokens.slice(...name.title).map((token) => token.form);
  const first = tree.tokens[from]?.form ?? '';
  return {
    ...span(name.sentence, from, to, head, source),
    kind: 'name',
    noun: headNoun(tree.tokens.slice(from, to)),
    determiner: 'bare',
    number: name.demonym ? null : 'singular',
    gender:
      name.type === 'person' ? (genderOfTitle(title ?? []) ?? (to - from > 1 ? genderOfName(first) : null)) : null,
    human: name.type === 'person',
    type: name.type,
    ...(name.country === undefined ? {} : { country: name.country }),
    ...(name.demonym ? { adjective: true as const } : {}),
    ...(name.title ? { title: name.title } : {}),
  };
}

/** The word that says what a name names: "church" in "Church of the Lake", "agency" in "Varna News Agency". */
function headNoun(tokens: readonly Token[]): string {
  const of = tokens.findIndex(({ form }, at) => at > 0 && (form === 'of' || form === 'for'));
  return (tokens[of < 0 ? tokens.length - 1 : of - 1]?.form ?? '').toLowerCase();
}

/** The token of a span whose head lies outside it; the first such one. */
export function headWithin(tree: Tree, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    const head = tree.tokens[index]?.head ?? -1;
    if ((head < from || head >= to) && tree.tokens[index]?.upos !== 'PUNCT') return index;
  }
  return from;
}

const genderOfName = (first: string): Gender | null => {
  const gender = genderOf(first);
  return gender === 'both' ? null : gender;
};

const MALE_TITLES =
  /^(?:mr|sir|lord|king|prince|duke|father|monsieur|herr|señor|don|baron|count|pope|brother|emperor)\.?$/iu;
const FEMALE_TITLES =
  /^(?:mrs|ms|miss|lady|dame|queen|princess|duchess|sister|madame?|mme|frau|señora|baroness|countess|empress)\.?$/iu;

function genderOfTitle(words: readonly string[]): Gender | null {
  for (const word of words) {
    if (MALE_TITLES.test(word)) return 'male';
    if (FEMALE_TITLES.test(word)) return 'female';
    const gender = genderOfNoun(word.toLowerCase());
    if (gender) return gender;
  }
  return null;
}

/** Whether a noun of this relation is part of a larger phrase and no phrase of its own. */
const isInner = remember((relation) =>
  /^(?:compound|flat|fixed|goeswith|amod|case|advmod|dep|det|mark|cc|punct|nummod|nmod:unmarked|obl:unmarked)/.test(
    relation,
  ),
);

function descriptionsOf(index: number, source: Text, tree: Tree, names: readonly NamedMention[]): Phrase[] {
  const taken = new Set<number>();
  for (const { from, to } of names) for (let at = from; at < to; at++) taken.add(at);
  const phrases: Phrase[] = [];
  for (const [at, token] of tree.tokens.entries()) {
    if (taken.has(at) || !isNominal(token, tree, at)) continue;
    const before = classBeforeName(at, tree, names);
    if (!before && (isInner(token.relation) || token.relation === 'nmod:desc')) continue;
    phrases.push(describe(index, at, source, tree, before));
  }
  return phrases;
}

const isOffice = (word: string): boolean => roleKind(word) !== null;

function isNominal(token: Token, tree: Tree, at: number): boolean {
  if (token.upos === 'NOUN') return true;
  if (token.upos === 'PROPN')
    return isOffice(token.form) || headType(token.form) !== null || isGroupNoun(token.form.toLowerCase());
  // "the two", "the three"
  return token.upos === 'NUM' && (tree.children[at] ?? []).some((child) => tree.tokens[child]?.lemma === 'the');
}

/** Whether a noun stands right before a name that it calls: "Foreign Minister" of Reyl, "cruise ship" of Aurora. */
function classBeforeName(at: number, tree: Tree, names: readonly NamedMention[]): boolean {
  return names.some((name) => {
    if (name.demonym) return false;
    if (name.title && at === name.title[1] - 1) return true;
    if (name.from !== at + 1) return false;
    const head = headWithin(tree, name.from, name.to);
    return tree.tokens[at]?.head === head && /^(?:nmod:desc|compound|flat|amod)/.test(tree.tokens[at]?.relation ?? '');
  });
}

function describe(index: number, head: number, source: Text, tree: Tree, hidden: boolean): Phrase {
  const token = tree.tokens[head];
  let from = head;
  while (from > 0 && belongsBefore(tree, from - 1, head)) from--;
  const determiner = determinerOf(tree, from, head);
  const noun = nounOf(token);
  return {
    ...span(index, from, head + 1, head, source),
    kind: 'description',
    noun,
    determiner,
    number:
      token?.xpos === 'NNS' || token?.xpos === 'NNPS' || token?.upos === 'NUM' || PLURAL_NOUNS.has(noun)
        ? 'plural'
        : 'singular',
    gender: genderOfNoun(noun),
    human:
      isPersonNoun(noun) || isOffice(noun) ? true : isGroupNoun(noun) ? null : token?.upos === 'NUM' ? null : false,
    ...(hidden ? { hidden: true as const } : {}),
  };
}

const PLURAL_NOUNS = new Set(['people', 'police', 'children', 'men', 'women', 'authorities', 'troops']);

const nounOf = (token: Token | undefined): string => {
  const lower = (token?.lemma || token?.form || '').toLowerCase();
  return token?.xpos === 'NNPS' ? lower.replace(/s$/u, '') : lower;
};

/** Whether what has this relation stands before a noun in its phrase. */
const standsBefore = remember((relation) =>
  /^(?:det|amod|compound|nummod|nmod:poss|nmod:unmarked|nmod:desc|flat|advmod:emph)/.test(relation),
);

/** Whether the token before a noun phrase is part of it: it hangs, directly or not, on the noun, by such a relation. */
function belongsBefore({ tokens }: Tree, at: number, head: number): boolean {
  let top = at;
  for (let steps = 0; steps < tokens.length; steps++) {
    const { head: up = -1, relation = '', upos } = tokens[top] ?? {};
    if (up === head) return standsBefore(relation) || (upos === 'PUNCT' && /^[-–—]$/.test(tokens[at]?.form ?? ''));
    if (up < 0) return false;
    top = up;
  }
  return false;
}

const DETERMINERS: ReadonlyMap<string, Phrase['determiner']> = new Map([
  ['the', 'definite'],
  ['both', 'definite'],
  ['this', 'demonstrative'],
  ['that', 'demonstrative'],
  ['these', 'demonstrative'],
  ['those', 'demonstrative'],
  ...[
    'a',
    'an',
    'some',
    'any',
    'no',
    'every',
    'each',
    'another',
    'either',
    'neither',
    'many',
    'several',
    'few',
    'all',
    'such',
    'other',
    'most',
    'various',
  ].map((word) => [word, 'indefinite'] as const),
]);

function determinerOf(tree: Tree, from: number, head: number): Phrase['determiner'] {
  for (const child of tree.children[head] ?? []) {
    if (child < from || child >= head) continue;
    const { relation, form } = tree.tokens[child] ?? { relation: '', form: '' };
    if (relation === 'nmod:poss') return 'possessive';
    const determiner = DETERMINERS.get(form.toLowerCase());
    if (determiner) return determiner;
  }
  return 'bare';
}

function pronounsOf(index: number, sentence: Sentence, source: Text): Phrase[] {
  const phrases: Phrase[] = [];
  for (const [at, token] of sentence.tokens.entries()) {
    const form = token.form.toLowerCase();
    const pronoun = PRONOUNS.get(form);
    if (!pronoun || token.relation === 'expl' || token.xpos === 'NNP') continue;
    if (pronoun.person === 'relative' ? !/^W/.test(token.xpos) : !/^PRP/.test(token.xpos)) continue;
    const { number, gender, human } = pronoun;
    phrases.push({
      ...span(index, at, at + 1, at, source),
      ...{ kind: 'pronoun', noun: form, determiner: 'definite', number, gender, human },
    });
  }
  return phrases;
}

/** Coordinated phrases as one: "Mara Ilves, Tomas Reyl and his aide". */
function groupsOf(phrases: readonly Phrase[], trees: readonly Tree[]): Phrase[] {
  const groups: Phrase[] = [];
  for (let from = 0, to = 0; from < phrases.length; from = to) {
    const sentence = phrases[from]?.sentence ?? 0;
    while (phrases[to]?.sentence === sentence) to++;
    const tree = trees[sentence];
    if (tree) groups.push(...groupsIn(phrases, from, to, tree));
  }
  return groups;
}

function groupsIn(phrases: readonly Phrase[], from: number, to: number, tree: Tree): Phrase[] {
  const headed = new Map<number, number>();
  for (let index = from; index < to; index++) {
    const phrase = phrases[index];
    if (phrase && !phrase.hidden && !phrase.adjective && !headed.has(phrase.head)) headed.set(phrase.head, index);
  }
  const groups: Phrase[] = [];
  for (const [head, index] of headed) {
    if (tree.tokens[head]?.relation === 'conj') continue;
    const conjuncts = dependents(tree, head, 'conj');
    if (!isCoordination(tree, conjuncts)) continue;
    const others = conjuncts.flatMap((child) => headed.get(child) ?? []);
    const [first, last] = [phrases[index], phrases[others.at(-1) ?? -1]];
    if (!first || !last || last.end < first.end) continue;
    const parts = [index, ...others];
    groups.push({
      ...first,
      kind: 'description',
      to: last.to,
      end: last.end,
      noun: '',
      determiner: 'definite',
      number: 'plural',
      gender: null,
      human: parts.every((part) => phrases[part]?.human === true) ? true : null,
      parts,
      hidden: true,
    });
  }
  return groups;
}

/** Whether an "and" or "or" stands with the conjuncts: without one, a parser has taken an apposition for a list. */
export const isCoordination = (tree: Tree, conjuncts: readonly number[]): boolean =>
  conjuncts.some((one) => dependents(tree, one, 'cc').length > 0);

function span(sentence: number, from: number, to: number, head: number, { text, sentences }: Text) {
  const { start = 0, tokens = [] } = sentences[sentence] ?? {};
  const first = tokens[from]?.start ?? start;
  const end = tokens[to - 1]?.end ?? first;
  return { sentence, from, to, head, start: first, end, text: text.slice(first, end) };
}
