import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { Problem } from '../../problem.ts';
import type { Article } from '../article.ts';
import { composeArticle, type Source } from '../make.ts';
import { withinTime } from '../within-time.ts';
import { pageFacts } from './facts.ts';
import { refuseMonsters } from './nesting.ts';
import { plainText, tidy } from './plain.ts';

/** A page of a newspaper takes tenths of a second. */
const SECONDS = 20;

/** What Readability must not fall back to: the whole page, where it finds no article in it. */
const FRAME = 'nav, aside, footer, header nav, form, script, style, noscript, [hidden], [aria-hidden="true"]';

/**
 * The article of an HTML page: its text without the page around it, its title above it, with title, date, source and
 * address as the page gives them.
 *
 * @param base the address that the page was fetched from, or null
 * @throws Problem `too-large`, `too-complex`, `took-too-long`, `no-article`
 */
export function readPage(html: string, base: string | null, what: string): Article {
  refuseMonsters(html, what);
  const { about, body } = withinTime(() => takeApart(html, base), SECONDS, what);
  if (body === '') {
    throw new Problem('no-article', {
      title: `${what} is an HTML page without an article`,
      hint: 'Pages that a script fills in the browser have no text of their own: save the page from the browser',
    });
  }
  return composeArticle(about.title ?? null, body, about, what);
}

function takeApart(html: string, base: string | null): { about: Source; body: string } {
  const { document } = parseHTML(
    html.includes('<body') || html.includes('<BODY') ? html : `<html><body>${html}</body></html>`,
  );
  const about = pageFacts(document, base);
  const article = new Readability(document.cloneNode(true) as Document, { serializer: plainText }).parse();
  const title = about.title || tidy(article?.title ?? '') || tidy(document.querySelector('h1')?.textContent ?? '');
  return { about: { ...about, title: title || null }, body: article?.content || withoutFrame(document) };
}

/** All text of a page that is too small for Readability to see an article in it. */
function withoutFrame(document: Document): string {
  for (const element of document.querySelectorAll(FRAME)) element.remove();
  return document.body ? plainText(document.body) : '';
}

/**
 * The text of a piece of HTML that is all article: the content of a feed's entry.
 *
 * @throws Problem `too-large`, `too-complex`, `took-too-long`
 */
export function fragmentText(html: string, what: string): string {
  refuseMonsters(html, what);
  return withinTime(() => plainText(parseHTML(`<html><body>${html}</body></html>`).document.body), SECONDS, what);
}
