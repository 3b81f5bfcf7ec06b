import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { Problem } from '../problem.ts';
import { refuseBinary } from './signatures.ts';

/** Of all bytes, in a text that has letters of ASCII and few others: typographic quotes and accents of names. */
const FEW = 0.05;
/** A guess of chardet that is less sure than this, of 100, is not better than the encoding of most old files. */
const SURE = 20;
const COMMONEST = 'windows-1252';

/**
 * Bytes of a plain text as a string. UTF-8 keeps every character, a byte order mark included, so that offsets into
 * it are offsets into what any other program reads from the same file.
 *
 * @param what names the bytes in the error ('file "a.txt"')
 * @param charset what a server said that they are
 * @throws Problem `empty-text`, `not-text`
 */
export function decode(bytes: Uint8Array, what: string, charset?: string | null): string {
  refuseBinary(bytes, what);
  const text = decodeAny(bytes, charset ?? null);
  requireText(text, what);
  return text;
}

/**
 * Bytes as a string, by the first that holds: a byte order mark, UTF-8 that is more than ASCII (nothing else looks like
 * it), what is said about them, ASCII, what they look like.
 *
 * @param declared a name of an encoding, as HTTP or HTML has it; one that nobody knows counts as none
 */
export function decodeAny(bytes: Uint8Array, declared: string | null): string {
  const marked = markOf(bytes);
  if (marked) return decodeAs(bytes, marked) ?? '';
  const read = utf8(bytes);
  if (read !== null && read.length !== bytes.length) return read;
  const said = declared === null || isUtf8Name(declared) ? null : decodeAs(bytes, declared);
  return said ?? read ?? decodeAs(bytes, guess(bytes)) ?? new TextDecoder().decode(bytes);
}

/** UTF-8 with every character kept, or null where the bytes are none. */
export function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const isUtf8Name = (name: string): boolean => /^utf-?8$/iu.test(name.trim());

function markOf([a, b, c, d]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  return null;
}

/** Encodings whose name the web takes for a larger one. @see https://encoding.spec.whatwg.org/#names-and-labels */
const AS_THE_WEB = new Map([
  ['iso88591', COMMONEST],
  ['latin1', COMMONEST],
  ['ascii', COMMONEST],
  ['usascii', COMMONEST],
  ['iso88599', 'windows-1254'],
  ['iso885911', 'windows-874'],
  ['gb2312', 'gb18030'],
]);

/** Not by TextDecoder, which in some versions of Node reads windows-1252 as ISO 8859-1 and loses its quotes. */
function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  const name = AS_THE_WEB.get(encoding.toLowerCase().replaceAll(/[^a-z0-9]/gu, '')) ?? encoding.trim();
  return iconv.encodingExists(name) ? iconv.decode(bytes, name) : null;
}

/** What bytes that are not UTF-8 look like. */
function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 64 * 1024);
  let high = 0;
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) {
    if (byte >= 0x80) high++;
    else if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 5) return 'utf-16le';
  if (even > sample.length / 5) return 'utf-16be';
  if (isMostlyUtf8(sample, high)) return 'utf-8';
  if (high < sample.length * FEW) return COMMONEST;
  const [best] = analyse(sample);
  return best && best.confidence >= SURE ? best.name : COMMONEST;
}

/** Whether a few bytes are damaged in what is UTF-8 else. */
function isMostlyUtf8(sample: Uint8Array, high: number): boolean {
  const replaced = new TextDecoder().decode(sample).split('\uFFFD').length - 1;
  return replaced * 5 < high;
}

/** Control characters that no text has, and what stands for bytes that mean nothing, where they are not rare. */
const NO_TEXT = /(?!\s)[\p{Cc}\uFFFD]/gu;
const RARE = 0.01;

/**
 * Refuses what is no text: nothing but blanks, or control characters that no text has.
 *
 * @throws Problem `empty-text`, `not-text`
 */
export function requireText(text: string, what: string): void {
  if (!/[^\s\uFEFF]/u.test(text)) {
    throw new Problem('empty-text', { title: `${what} is empty`, hint: 'Give the text of an article' });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) throw notText(what, `A NUL character stands at offset ${nul}.`);
  const sample = text.slice(0, 64 * 1024);
  const strange = sample.match(NO_TEXT)?.length ?? 0;
  if (strange > Math.max(1, sample.length * RARE)) {
    throw notText(what, `${strange} of its first ${sample.length} characters are control characters.`);
  }
}

const notText = (what: string, detail: string): Problem =>
  new Problem('not-text', {
    title: `${what} is binary, not text`,
    detail,
    hint: 'Give text, Markdown, HTML, PDF, DOCX, JSON, JSON Lines, a feed, or a .zip or .gz of these',
  });
