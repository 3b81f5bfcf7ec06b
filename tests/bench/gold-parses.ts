import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article, Block } from '../../src/article/article.ts';
import { articleId } from '../../src/article/article.ts';
import { NAME_LABELS, type NameLabel, type NameSpan, type Sentence, type Upos } from '../../src/language/sentence.ts';
import { ENTITY_TYPES, type EntityType } from '../../src/ontology.ts';
import { readTreebank, type TreebankDocument, type TreebankSentence, type TreebankWord } from './conllu.ts';

/** A document read by hand: the article, its sentences as a perfect language model would give them, and GUM's own layers. */
export interface GoldParse {
  article: Article;
  sentences: Sentence[];
  document: TreebankDocument;
}

/**
 * The gold parse of one of the Wikinews articles of the bench, with offsets into the bench's own text of it.
 *
 * @param shared the folder that holds `data/` and `bench/`
 * @param id the bench's name of the article ("wikinews-korea")
 * @throws Error if GUM has no such document
 */
export function goldSentences(shared: string, id: string): GoldParse {
  const documents = readTreebank(readFileSync(join(shared, 'data/ud/gum-news.conllu'), 'utf8'));
  const name = id.replace('wikinews-', 'GUM_news_');
  const document = documents.find((one) => one.id === name);
  if (!document) throw new Error(`gum-news has no document "${name}"`);
  const text = readFileSync(join(shared, 'bench/gold', `${id}.txt`), 'utf8');
  const gold = GoldFile.parse(JSON.parse(readFileSync(join(shared, 'bench/gold', `${id}.json`), 'utf8')));
  const parse = alignDocument(document, text, gold.date);
  const names = gold.entities
    .flatMap((entity) => entity.names.map((name) => ({ name, type: entity.type })))
    .filter(({ name }) => !name.includes(', '));
  for (const sentence of parse.sentences) sentence.names = listedNames(sentence, text, names);
  return parse;
}

const GoldFile = z.object({
  date: z.string(),
  entities: z.array(z.object({ type: z.enum(ENTITY_TYPES), names: z.array(z.string()) })),
});

/** Where the listed names stand in a sentence, the longest first, with demonyms between them. */
function listedNames(
  sentence: Sentence,
  text: string,
  names: readonly { name: string; type: EntityType }[],
): NameSpan[] {
  const { tokens } = sentence;
  const spans: NameSpan[] = [];
  const free = (from: number, to: number) => spans.every((span) => to <= span.from || from >= span.to);
  for (const { name, type } of [...names].sort((a, b) => b.name.length - a.name.length)) {
    for (const [from, first] of tokens.entries()) {
      const to = tokens.findIndex((token) => token.end === first.start + name.length) + 1;
      if (to <= from || !free(from, to) || text.slice(first.start, first.start + name.length) !== name) continue;
      const label = LABEL_OF_TYPE[type];
      spans.push({ from, to, label, scores: scoresOf(label) });
    }
  }
  for (const [from, { xpos, form }] of tokens.entries())
    if (free(from, from + 1) && (xpos.startsWith('JJ') || xpos === 'NNPS') && DEMONYM.test(form))
      spans.push({ from, to: from + 1, label: 'DEM', scores: scoresOf('DEM') });
  return spans.sort((a, b) => a.from - b.from);
}

const LABEL_OF_TYPE: Readonly<Record<EntityType, NameLabel>> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  facility: 'FAC',
  event: 'EVT',
  document: 'DOC',
};

/** Every document of a treebank file of GUM, each over a text made of its sentences, a block a line. */
export function gumParses(path: string): GoldParse[] {
  return readTreebank(readFileSync(path, 'utf8')).map((document) => {
    const text = document.sentences.reduce((all, one) => `${all}${all && (one.opening ? '\n' : ' ')}${one.text}`, '');
    return alignDocument(document, text, null);
  });
}

function alignDocument(document: TreebankDocument, text: string, date: string | null): GoldParse {
  const sentences: Sentence[] = [];
  let cursor = 0;
  for (const [index, one] of document.sentences.entries()) {
    const kind = index === 0 && one.heading ? 'title' : DATE_LINE.test(one.text) ? 'dateline' : 'paragraph';
    const tokens = one.words.map((word) => {
      const [start, end] = find(word.form, text, cursor);
      cursor = end;
      return { ...word, start, end, form: text.slice(start, end), upos: word.upos as Upos, margin: 1 };
    });
    const names = goldNames(one);
    sentences.push({ start: tokens[0]?.start ?? cursor, end: cursor, tokens, names, kind });
  }
  const article: Article = {
    id: articleId(text),
    text,
    title: document.sentences[0]?.text ?? null,
    date,
    source: null,
    url: null,
    blocks: blocksOf(sentences, document),
    skips: [],
  };
  return { article, sentences, document };
}

const DATE_LINE = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w+ \d+, \d{4}$/;

/** Where the characters of `form` next stand, whatever whitespace lies between; straight and curly quotes are alike. */
function find(form: string, text: string, from: number): [start: number, end: number] {
  const wanted = straight(form).replace(/\s/g, '');
  for (let start = from; start < Math.min(text.length, from + 4000); start++) {
    let at = start;
    let matched = 0;
    while (matched < wanted.length && at < text.length) {
      const character = straight(text.charAt(at));
      if (character === wanted[matched]) matched++;
      else if (!/\s/.test(character) || matched === 0) break;
      at++;
    }
    if (matched === wanted.length) return [start, at];
  }
  throw new Error(`"${form}" does not stand in the text after offset ${from}: ${text.slice(from, from + 40)}`);
}

const straight = (text: string) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

function blocksOf(sentences: readonly Sentence[], document: TreebankDocument): Block[] {
  const blocks: Block[] = [];
  for (const [index, { start, end, kind }] of sentences.entries()) {
    const last = blocks.at(-1);
    if (last && !document.sentences[index]?.opening) last.end = end;
    else blocks.push({ start, end, kind });
  }
  return blocks;
}

const LABEL_OF: Readonly<Record<string, NameLabel>> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  event: 'EVT',
  abstract: 'DOC',
  object: 'MISC',
};

/** What a perfect name tagger would say: the runs of proper nouns that head a mention, the shorter mention's type first. */
function goldNames(sentence: TreebankSentence): NameSpan[] {
  const { words, mentions } = sentence;
  const taken = new Set<number>();
  const names: NameSpan[] = [];
  const shortFirst = [...mentions].sort((a, b) => a.to - a.from - (b.to - b.from));
  for (const mention of shortFirst) {
    const label = LABEL_OF[mention.type];
    const head = mention.core.find((index) => isProper(words[index]));
    if (!label || head === undefined || taken.has(head)) continue;
    let [from, to] = [head, head + 1];
    while (from > mention.from && isProper(words[from - 1]) && !taken.has(from - 1)) from--;
    while (to < mention.to && isProper(words[to]) && !taken.has(to)) to++;
    if (label === 'PER') while (from < head && words[from]?.head !== head) from++;
    for (let index = from; index < to; index++) taken.add(index);
    names.push({ from, to, label, scores: scoresOf(label) });
  }
  for (const [index, word] of words.entries())
    if (!taken.has(index) && word.xpos.startsWith('JJ') && DEMONYM.test(word.form))
      names.push({ from: index, to: index + 1, label: 'DEM', scores: scoresOf('DEM') });
  return names.sort((a, b) => a.from - b.from);
}

const DEMONYM = /^\p{Lu}\p{Ll}+(?:an|ish|ese|ch|i)s?$/u;

const isProper = (word: TreebankWord | undefined) => word?.xpos.startsWith('NNP') ?? false;

const scoresOf = (label: NameLabel): NameSpan['scores'] => {
  const scores: Record<NameLabel, number> = { PER: 0, ORG: 0, LOC: 0, FAC: 0, EVT: 0, DOC: 0, DEM: 0, MISC: 0 };
  for (const one of NAME_LABELS) scores[one] = one === label ? 5 : 0;
  return scores;
};
