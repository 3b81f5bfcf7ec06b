import mammoth from 'mammoth';
import type { Article } from './article.ts';
import { tidy } from './html/plain.ts';
import { makeArticle } from './make.ts';

/**
 * The text of a Word document, without its headers, footers and comments.
 *
 * @throws Problem `empty-text`; any other error means that the file is damaged
 */
export async function readDocx(bytes: Uint8Array, url: string | null, what: string): Promise<Article> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return makeArticle(value.split(/\n+/u).map(tidy).filter(Boolean).join('\n\n'), { url }, what);
}
