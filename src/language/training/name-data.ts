import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledSpan } from '../name-labels.ts';
import { NAME_LABELS, type NameLabel } from '../sentence.ts';

export interface NameSentence {
  corpus: string;
  forms: string[];
  spans: LabelledSpan[];
}

const isLabel = (text: string): text is NameLabel => NAME_LABELS.some((label) => label === text);

/**
 * Reads lines of word and IOB label, apart by a tab; `# corpus = ` lines name the corpus that follows.
 *
 * @throws SyntaxError for a label that the tagger does not know
 */
export function readNames(data: string, name: string): NameSentence[] {
  const sentences: NameSentence[] = [];
  let corpus = '';
  let forms: string[] = [];
  let spans: LabelledSpan[] = [];
  for (const line of [...readFileSync(join(data, name), 'utf8').split('\n'), '']) {
    if (line.startsWith('# corpus = ')) {
      corpus = line.slice('# corpus = '.length);
    } else if (line === '') {
      if (forms.length > 0) sentences.push({ corpus, forms, spans });
      forms = [];
      spans = [];
    } else {
      const [form = '', tag = ''] = line.split('\t');
      const label = tag.slice(2);
      const open = spans.at(-1);
      if (tag.startsWith('I-') && open !== undefined && open.to === forms.length) open.to++;
      else if (isLabel(label)) spans.push({ from: forms.length, to: forms.length + 1, label });
      else if (tag !== 'O') throw new SyntaxError(`"${tag}" in ${name} is no label of a name`);
      forms.push(form);
    }
  }
  return sentences;
}

/** The three labels of Universal NER's IOB2 files, by columns: number, word, label. */
export function readUniversalNames(data: string, name: string): NameSentence[] {
  const sentences: NameSentence[] = [];
  for (const block of readFileSync(join(data, name), 'utf8').split('\n\n')) {
    const rows = block
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t'));
    const spans: LabelledSpan[] = [];
    for (const [i, [, , tag = 'O']] of rows.entries()) {
      const label = tag.slice(2);
      const open = spans.at(-1);
      if (tag.startsWith('I-') && open !== undefined && open.to === i) open.to++;
      else if (isLabel(label)) spans.push({ from: i, to: i + 1, label });
    }
    if (rows.length > 0) sentences.push({ corpus: 'uner', forms: rows.map(([, form = '']) => form), spans });
  }
  return sentences;
}
