import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { Problem } from '../../problem.ts';
import type { Article } from '../article.ts';
import { composeArticle, type Source } from '../make.ts';
import { pageFacts } from './facts.ts';
import { refuseMonsters } from './nesting.ts';
import { plainText, tidy } from './plain.ts';

/** The page around an article, by what its elements are for. */
const FRAME = `nav, aside, footer, dialog, script, style, noscript, [hidden], [aria-hidden="true"],
  ${['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'alert'].map((role) => `[role="${role}"]`).join(', ')}`;
/** And by what their makers call them. */
const FRAME_NAMES =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|paywall|subscribe|subscription|share|sharing|social|related|recommended|promo|advert\w*|ads?|breadcrumbs?|comments?|menu|navbar|sidebar|skip-link)(?=$|[\s_-])/iu;
/** What is named so, or is a form, and holds more than this part of all text is the page itself. */
const MOST_OF_FRAME = 0.3;

/**
 * The article of an HTML page: its text without the page around it, its title above it, with title, date, source and
 * address as the page gives them.
 *
 * @param base the address that the page was fetched from, or null
 * @throws Problem `too-large`, `too-complex`, `no-article`
 */
export function readPage(html: string, base: string | null, what: string): Article {
  refuseMonsters(html, what);
  const { about, body } = takeApart(html, base);
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
  const heading = headingInTitle(document);
  removeFrame(document);
  const whole = document.body ? plainText(document.body) : '';
  const article = new Readability(document, { serializer: plainText }).parse();
  const title =
    about.title || heading || tidy(article?.title ?? '') || tidy(document.querySelector('h1')?.textContent ?? '');
  return { about: { ...about, title: title || null }, body: withoutTitle(article?.content || whole, title) };
}

/** "Port opens - The Varna Courier": the heading that the page's title begins with is the title of the article. */
function headingInTitle(document: Document): string | undefined {
  const title = tidy(document.title);
  const headings = Array.from(document.querySelectorAll('h1, h2'), (heading) => tidy(heading.textContent ?? ''));
  return headings.find((heading) => heading.includes(' ') && title.startsWith(heading));
}

/** The title stands above the body already. */
const withoutTitle = (body: string, title: string): string =>
  body
    .split('\n\n')
    .filter((paragraph) => paragraph !== title)
    .join('\n\n');

/** Takes out what is no article for certain, or Readability takes a small page whole. */
function removeFrame(document: Document): void {
  for (const element of document.querySelectorAll(FRAME)) element.remove();
  const most = MOST_OF_FRAME * (document.body?.textContent?.length ?? 0);
  for (const element of document.querySelectorAll('body [class], body [id], form')) {
    const isFrame = element.nodeName === 'FORM' || FRAME_NAMES.test(`${element.className} ${element.id}`);
    if (!isFrame || element.querySelector('h1')) continue;
    if ((element.textContent?.length ?? 0) < most) element.remove();
  }
}

/**
 * The text of a piece of HTML that is all article: the content of a feed's entry.
 *
 * @throws Problem `too-large`, `too-complex`
 */
export function fragmentText(html: string, what: string): string {
  refuseMonsters(html, what);
  return plainText(parseHTML(`<html><body>${html}</body></html>`).document.body);
}
