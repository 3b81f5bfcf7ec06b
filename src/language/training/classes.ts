import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSES_SECTION, encodeClasses } from '../classes.ts';
import type { Component } from './component.ts';

/** The column of `words/classes.tsv` with 1,024 classes: one set suffices, more of them bring nothing. */
const COLUMN = 3;

/** Nothing to learn: the word classes are brought from the data into the model. */
export const classes: Component = {
  name: 'classes',
  train({ data, log }) {
    const words = new Map<string, number>();
    for (const line of readFileSync(join(data, 'words/classes.tsv'), 'utf8').split('\n')) {
      const fields = line.split('\t');
      if (fields[0]) words.set(fields[0], Number(fields[COLUMN]) + 1);
    }
    log(`${words.size} words`);
    return { metadata: {}, parts: new Map([[CLASSES_SECTION, encodeClasses(words)]]) };
  },
};
