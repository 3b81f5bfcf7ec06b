import { Problem } from '../../problem.ts';
import { utf8 } from '../decode.ts';
import { failing, type Incoming, type ReadingOptions } from '../incoming.ts';
import type { Input } from '../input.ts';
import { readRecord } from '../records.ts';
import type { Many } from './form.ts';

/** A longer line holds no article, in bytes. */
const LONGEST_LINE = 16 * 1024 * 1024;
const NEWLINE = 0x0a;

/** An article a line, read in a stream: the file may be of any size. */
export const jsonl: Many = {
  name: 'JSON Lines',
  extensions: ['.jsonl', '.ndjson', '.jsonlines'],
  mediaTypes: [
    'application/jsonl',
    'application/x-ndjson',
    'application/x-jsonlines',
    'application/jsonlines',
    'application/json-seq',
  ],
  begins: () => false,
  divide: divideLines,
};

export async function* divideLines(input: Input, options: ReadingOptions): AsyncGenerator<Incoming> {
  const { what, facts } = input;
  let found = 0;
  for await (const { number, bytes } of linesOf(input)) {
    const name = `${what}, line ${number}`;
    if (bytes === null) {
      found++;
      const hint = 'Divide the article into several';
      const title = `${name} is longer than ${LONGEST_LINE / 1024 / 1024} MB`;
      yield failing(name, facts.origin, new Problem('too-large', { title, hint }));
      continue;
    }
    if (isBlank(bytes)) continue;
    found++;
    yield { name, origin: facts.origin, load: async () => readRecord(parseLine(bytes, name), name, options) };
  }
  if (found === 0) throw new Problem('empty-text', { title: `${what} is empty`, hint: 'Give a JSON object a line' });
}

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));

/** @throws Problem `not-text`, `broken-file` */
function parseLine(bytes: Buffer, name: string): unknown {
  const line = utf8(bytes);
  if (line === null) {
    throw new Problem('not-text', { title: `${name} is not UTF-8 text`, hint: 'Save the file as UTF-8' });
  }
  try {
    return JSON.parse(line.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : undefined;
    throw new Problem(
      'broken-file',
      { title: `${name} is not JSON`, detail, hint: 'Each line is one JSON object, with no line break in it' },
      { cause },
    );
  }
}

/** Lines, numbered from 1; `bytes` is null for one that is too long, of which nothing is kept. */
async function* linesOf(input: Input): AsyncGenerator<{ number: number; bytes: Buffer | null }> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const take = () => {
    const bytes = size > LONGEST_LINE ? null : Buffer.concat(parts);
    parts = [];
    size = 0;
    return { number: number++, bytes };
  };
  const keep = (part: Uint8Array) => {
    size += part.length;
    if (size > LONGEST_LINE) parts = [];
    else parts.push(part);
  };
  for await (const chunk of input.chunks()) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield take();
}
