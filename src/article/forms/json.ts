import { Problem } from '../../problem.ts';
import { decodeAny, utf8 } from '../decode.ts';
import { bytesInput } from '../input.ts';
import { readRecord, recordsIn } from '../records.ts';
import type { Many } from './form.ts';
import { divideLines } from './jsonl.ts';

/** An article, or articles in an array or under a key; IPTC ninjs and JSON Feed too. */
export const json: Many = {
  name: 'JSON',
  extensions: ['.json', '.ninjs'],
  mediaTypes: [
    'application/json',
    'application/ld+json',
    'application/feed+json',
    'application/ninjs+json',
    'text/json',
  ],
  begins: (head) => /^\uFEFF?\s*(?:\{\s*["}]|\[\s*[{\]])/u.test(head.toString('utf8')),
  async *divide(input, options) {
    const { what, facts } = input;
    const bytes = await input.bytes();
    const text = (utf8(bytes) ?? decodeAny(bytes, facts.charset ?? null)).replace(/^\uFEFF/u, '');
    const value = parse(text, what);
    if (value === undefined) {
      yield* divideLines(bytesInput(bytes, facts), options);
      return;
    }
    const records = recordsIn(value);
    if (!records || records.length === 0) {
      throw new Problem('no-article', {
        title: `${what} is JSON without an article`,
        hint: 'Give an object with "text", or an array of such objects',
      });
    }
    for (const [index, record] of records.entries()) {
      const name = Array.isArray(value) || records.length > 1 ? `${what}, item ${index + 1}` : what;
      yield { name, origin: facts.origin, load: async () => readRecord(record, name, options) };
    }
  },
};

/**
 * @returns undefined where the text is a JSON value a line
 * @throws Problem `broken-file`
 */
function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (isLines(text)) return undefined;
    throw new Problem(
      'broken-file',
      {
        title: `${what} is not JSON`,
        detail: cause instanceof Error ? cause.message : undefined,
        hint: 'Check it with a JSON validator; for an object a line, name the file .jsonl',
      },
      { cause },
    );
  }
}

/** Whether the first line is an object by itself. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n');
  if (end < 0 || text[0] !== '{') return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}
