import { refuseBombs } from '../archive.ts';
import { tidy } from '../html/plain.ts';
import { makeArticle } from '../make.ts';
import type { Single } from './form.ts';

/** Word since 2007: the text of the document, without its headers, footers and comments. */
export const docx: Single = {
  name: 'DOCX',
  extensions: ['.docx', '.docm'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  begins: (head) =>
    head.readUInt32BE(0) === 0x504b0304 &&
    /\[Content_Types\]\.xml|_rels\/|word\//u.test(head.toString('latin1', 30, 90)),
  async read(input) {
    const bytes = await input.bytes();
    await refuseBombs(bytes, input.what);
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    const paragraphs = value.split(/\n+/u).map(tidy).filter(Boolean);
    return makeArticle(paragraphs.join('\n\n'), { url: input.facts.url }, input.what);
  },
};
