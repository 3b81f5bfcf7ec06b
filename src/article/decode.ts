import { Problem } from '../problem.ts';

/**
 * Bytes of UTF-8 as a string that keeps every character, a byte order mark included, so that offsets into it are
 * offsets into what any other program reads from the same file.
 *
 * @param what names the bytes in the error ('file "a.txt"')
 * @throws Problem `empty-text`, `not-text`
 */
export function decode(bytes: Uint8Array, what: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Problem('not-text', { title: `${what} is not UTF-8 text`, hint: 'Save it as UTF-8 text' }, { cause });
  }
  requireText(text, what);
  return text;
}

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
  if (nul >= 0) {
    throw new Problem('not-text', {
      title: `${what} is binary, not text`,
      detail: `A NUL character stands at offset ${nul}.`,
      hint: 'Give the text of an article, as UTF-8',
    });
  }
}
