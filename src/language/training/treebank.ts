import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ConlluSentence, readConllu } from '../conllu.ts';

/** Reads a treebank of the data folder, packed or not. */
export function readTreebank(data: string, name: string): ConlluSentence[] {
  const bytes = readFileSync(join(data, name));
  return [...readConllu((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))];
}

/** The treebanks annotated by hand that may be trained on. */
export const gold = (data: string): ConlluSentence[] =>
  ['ud/ewt-train.conllu', 'ud/gum-train.conllu'].flatMap((name) => readTreebank(data, name));

/** News and Wikipedia as two heavier parsers read them: many words, some errors. */
export const silver = (data: string): ConlluSentence[] => readTreebank(data, 'ud/gmb-silver.conllu.gz');
