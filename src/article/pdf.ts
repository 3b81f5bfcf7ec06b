import { extractTextItems, getDocumentProxy, getMeta, type StructuredTextItem } from 'unpdf';
import { Problem } from '../problem.ts';
import type { Article } from './article.ts';
import { tidy } from './html/plain.ts';
import { makeArticle } from './make.ts';
import { type Line, paragraphsOf, withoutFrames } from './print.ts';

/** More pages are a book. */
const MOST_PAGES = 500;
/** Items whose baselines are this near are one line, in parts of the font's size. */
const SAME_LINE = 0.5;

/**
 * The text of a PDF, its lines mended into paragraphs, without page numbers, headers and footers.
 *
 * @throws Problem `broken-file`, `too-large`, `no-article`; any other error means that the file is damaged
 */
export async function readPdf(bytes: Uint8Array, url: string | null, what: string): Promise<Article> {
  const document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false }).catch((cause: unknown) => {
    throw isLocked(cause) ? locked(what, cause) : cause;
  });
  try {
    if (document.numPages > MOST_PAGES) {
      const title = `${what} has ${document.numPages} pages`;
      throw new Problem('too-large', { title, hint: `A PDF may have ${MOST_PAGES}. Divide it into its articles` });
    }
    const { items } = await extractTextItems(document);
    const paragraphs = paragraphsOf(withoutFrames(items.map(linesOf)));
    if (paragraphs.length === 0) throw withoutText(what);
    const { info } = await getMeta(document);
    return makeArticle(paragraphs.join('\n\n'), { title: titleAmong(paragraphs, info.Title), url }, what);
  } finally {
    await document.destroy();
  }
}

/** A title of the file is the article's only where the first page shows it: else it names the file or the template. */
function titleAmong(paragraphs: readonly string[], title: unknown): string | null {
  const words = typeof title === 'string' ? tidy(title) : '';
  return words !== '' && paragraphs.slice(0, 4).some((paragraph) => paragraph.startsWith(words)) ? words : null;
}

/** The lines of a page, in the order in which the file writes them. */
function linesOf(items: readonly StructuredTextItem[]): Line[] {
  const lines: Line[] = [];
  let open: Line | null = null;
  for (const { str, x, y, width, fontSize, hasEOL } of items) {
    if (open && Math.abs(open.y - y) > SAME_LINE * Math.max(open.size, fontSize) && /\S/u.test(str)) open = null;
    if (!open && /\S/u.test(str)) {
      open = { text: '', x, y, right: x, size: fontSize };
      lines.push(open);
    }
    if (open) {
      const apart = open.text !== '' && x - open.right > 0.2 * fontSize && !/\s$/u.test(open.text);
      open.text += (apart ? ' ' : '') + str;
      open.right = Math.max(open.right, x + width);
    }
    if (hasEOL) open = null;
  }
  return lines.map((line) => ({ ...line, text: tidy(line.text) })).filter(({ text }) => text !== '');
}

const isLocked = (cause: unknown): boolean => cause instanceof Error && cause.name === 'PasswordException';

const locked = (what: string, cause: unknown): Problem =>
  new Problem('broken-file', { title: `${what} is locked with a password`, hint: 'Save it without one' }, { cause });

const withoutText = (what: string): Problem =>
  new Problem('no-article', {
    title: `${what} holds no text`,
    hint: 'Pages that were scanned are pictures: let a program for text recognition (OCR) read them first',
  });
