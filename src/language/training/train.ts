import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readSections, writeSections } from '../model.ts';
import { cases } from './case.ts';
import { classes } from './classes.ts';
import type { Component } from './component.ts';
import { lemmas } from './lemmas.ts';
import { names } from './names.ts';
import { parser } from './parser.ts';
import { tags } from './tags.ts';
import { tokens } from './tokens.ts';

/** In the order of training: each may use what stands before it. */
const COMPONENTS: readonly Component[] = [classes, cases, tokens, tags, lemmas, parser, names];

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    model: { type: 'string', default: fileURLToPath(new URL('../data/model.bin', import.meta.url)) },
  },
});
const { data, only, model } = values;
const known = COMPONENTS.map((component) => component.name);
if (data === undefined || !existsSync(data) || only?.some((name) => !known.includes(name))) {
  console.error(`usage: npm run train -- --data FOLDER [--only ${known.join('|')}]… [--seed 1] [--model FILE]`);
  process.exit(2);
}

const began = Date.now();
for (const component of COMPONENTS.filter(({ name }) => only === undefined || only.includes(name))) {
  const log = (line: string) => {
    console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${component.name}: ${line}`);
  };
  const sections = existsSync(model) ? readSections(model) : { metadata: {}, parts: new Map() };
  const trained = component.train({ data, seed: Number(values.seed), log, sections });
  const bytes = [...trained.parts.values()].reduce((sum, part) => sum + part.length, 0);
  writeSections(model, component.name, trained);
  log(`written, ${bytes} bytes before compression`);
}
