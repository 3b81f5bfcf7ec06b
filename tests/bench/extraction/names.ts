import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeArticle } from '../../../src/article/index.ts';
import { findNames } from '../../../src/entities/names/index.ts';
import { annotate, type Model, type NameLabel, read } from '../../../src/language/index.ts';
import { type NameSentence, readNames, readUniversalNames } from '../../../src/language/training/name-data.ts';
import { nameScores } from '../../../src/language/training/names.ts';
import type { EntityType } from '../../../src/ontology.ts';
import { f1, percent } from './table.ts';

const one = (share: number): string => share.toFixed(1);

/** F1 of the name tagger alone, on given tokens with predicted tags: spans, and spans with the right label. */
export function namesOfTagger(sentences: readonly NameSentence[], labels: readonly NameLabel[], model: Model) {
  if (!model.names) return [['no name tagger', '']] as const;
  const tag = (forms: readonly string[]) => annotate(forms, model).map(({ xpos }) => xpos);
  const { spans, typed, precision, recall } = nameScores(model.names, sentences, tag, labels);
  return [
    ['span', one(spans)],
    ['typed', one(typed)],
    ['P', one(precision)],
    ['R', one(recall)],
  ] as const;
}

export const universalNames = (shared: string): NameSentence[] =>
  readUniversalNames(join(shared, 'data'), 'ner/uner-ewt-test.iob2');

export const agencyNames = (shared: string): NameSentence[] =>
  readNames(join(shared, 'data'), 'ner/names-gmb-test.tsv');

const LABEL_OF: Readonly<Record<EntityType, string>> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  facility: 'LOC',
  event: '',
  document: '',
};

/** Universal NER's three labels after all steps that an article's names take, each document read as an article from raw text. */
export function universalNamesOfArticles(shared: string, model: Model) {
  let [found, wanted, spans, typed] = [0, 0, 0, 0];
  for (const { text, names } of universalTexts(shared)) {
    const article = makeArticle(text);
    const ours = findNames(article, read(article, model)).filter((name) => !name.demonym && LABEL_OF[name.type] !== '');
    const truth = new Map(names.map(({ start, end, label }) => [`${start} ${end}`, label]));
    found += ours.length;
    wanted += truth.size;
    for (const { start, end, type } of ours) {
      const label = truth.get(`${start} ${end}`);
      if (label !== undefined) spans++;
      if (label === LABEL_OF[type]) typed++;
    }
  }
  return [
    ['span', percent(f1(spans, found, wanted))],
    ['typed', percent(f1(typed, found, wanted))],
  ] as const;
}

export interface NamedText {
  text: string;
  names: { start: number; end: number; label: string }[];
}

/**
 * The documents of Universal NER's test file as text and the places of their names. Line breaks stand where the treebank says that
 * a paragraph begins: Universal NER's own file has lost them, and a greeting or a headline would run into what follows.
 */
export function universalTexts(shared: string, part = 'test'): NamedText[] {
  const documents: NamedText[] = [];
  const openings = paragraphOpenings(join(shared, `data/ud/ewt-${part}.conllu`));
  const blocks = readFileSync(join(shared, `data/ner/uner-ewt-${part}.iob2`), 'utf8').split('\n\n');
  for (const block of blocks) {
    const lines = block.split('\n');
    if (lines.some((line) => line.startsWith('# newdoc')) || documents.length === 0)
      documents.push({ text: '', names: [] });
    const document = documents.at(-1);
    const written = commentOf(lines, 'text');
    if (!document || written === undefined) continue;
    const gap = document.text === '' ? '' : openings.has(commentOf(lines, 'sent_id') ?? '') ? '\n\n' : ' ';
    const base = document.text.length + gap.length;
    document.text += gap + written;
    let at = 0;
    let open: NamedText['names'][number] | undefined;
    for (const line of lines.filter((each) => /^\d/.test(each))) {
      const [, form = '', tag = 'O'] = line.split('\t');
      const start = written.indexOf(form, at);
      if (start >= 0) at = start + form.length;
      if (tag.startsWith('B-')) {
        open = { start: base + start, end: base + at, label: tag.slice(2) };
        document.names.push(open);
      } else if (tag.startsWith('I-') && open) open.end = base + at;
      else open = undefined;
    }
  }
  return documents;
}

const commentOf = (lines: readonly string[], key: string): string | undefined =>
  lines.find((line) => line.startsWith(`# ${key} = `))?.slice(`# ${key} = `.length);

/** The sentences, by id, that open a paragraph. */
function paragraphOpenings(path: string): Set<string> {
  const blocks = readFileSync(path, 'utf8').split('\n\n');
  const opening = blocks
    .map((block) => block.split('\n'))
    .filter((lines) => lines.some((line) => /^# newpar\b/.test(line)));
  return new Set(opening.map((lines) => commentOf(lines, 'sent_id') ?? ''));
}
