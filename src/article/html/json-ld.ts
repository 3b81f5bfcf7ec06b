/** What an article's JSON-LD says, as it says it. */
export interface NewsObject {
  title?: unknown;
  date?: unknown;
  source?: unknown;
  url?: unknown;
}

const NEWS = /(?:^|[/:#])(?:\w*Article|\w*Report|BlogPosting|LiveBlogPosting|Review|PressRelease)$/u;
/** Objects looked at on one page, and how deep they may lie. */
const MOST = 1000;

/** The articles in a page's JSON-LD blocks (schema.org), in order; a block that is broken is passed over. */
export function newsObjects(document: Document): NewsObject[] {
  const waiting: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      waiting.push(
        JSON.parse((script.textContent ?? '').replaceAll(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/gu, '')),
      );
    } catch {}
  }
  const found: NewsObject[] = [];
  for (let at = 0; at < waiting.length && at < MOST; at++) {
    const value = waiting[at];
    if (Array.isArray(value)) waiting.push(...value.slice(0, MOST));
    else if (isRecord(value)) {
      waiting.push(value['@graph'], value.mainEntity);
      if (typesOf(value).some((type) => NEWS.test(type))) found.push(readNews(value));
    }
  }
  return found;
}

const readNews = (value: Record<string, unknown>): NewsObject => ({
  title: value.headline ?? value.name,
  date: value.datePublished ?? value.dateCreated,
  source: nameOf(value.publisher) ?? nameOf(value.sourceOrganization),
  url: value.url ?? nameOf(value.mainEntityOfPage, '@id'),
});

function nameOf(value: unknown, key = 'name'): unknown {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return isRecord(one) ? one[key] : one;
}

const typesOf = (value: Record<string, unknown>): string[] =>
  [value['@type']].flat().filter((type) => typeof type === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
