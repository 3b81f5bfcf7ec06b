import { extname } from 'node:path';
import { docx } from './docx.ts';
import { feed } from './feed.ts';
import type { Form } from './form.ts';
import { gzip } from './gzip.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { text } from './text.ts';
import { zip } from './zip.ts';

export type { Door, Form } from './form.ts';

/** Every form that can be read, in the order in which a beginning is asked which it is. A form is one file beside this one and one word here. */
export const FORMS: readonly Form[] = [pdf, docx, zip, gzip, feed, html, json, jsonl, markdown, text];

/** What servers say of files that they do not know. */
const SAY_NOTHING = new Set([
  'application/octet-stream',
  'binary/octet-stream',
  'text/plain',
  'application/x-download',
]);

/** The form that a file's name says it has, or null. */
export function formOfName(fileName: string): Form | null {
  const extension = extname(fileName).toLowerCase();
  return FORMS.find(({ extensions }) => extensions.includes(extension)) ?? null;
}

/** The form that HTTP says, or null where it says none that is known. */
export const formOfMediaType = (mediaType: string): Form | null =>
  SAY_NOTHING.has(mediaType) ? null : (FORMS.find(({ mediaTypes }) => mediaTypes.includes(mediaType)) ?? null);

/** The form that a file begins as; text where it begins as no other. */
export const formOfHead = (head: Buffer): Form => FORMS.find((form) => form.begins(head)) ?? text;
