import { dayOf } from '../days.ts';
import type { Source } from '../make.ts';
import { newsObjects } from './json-ld.ts';
import { tidy } from './plain.ts';

/** Names of `<meta>` that say one thing, the best first. In lower case. */
const META = {
  title: ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'headline'],
  date: [
    'article:published_time',
    'og:published_time',
    'og:article:published_time',
    'datepublished',
    'date.published',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publish_date',
    'publication_date',
    'cxenseparse:recs:publishtime',
    'date',
  ],
  source: ['og:site_name', 'dc.publisher', 'dcterms.publisher', 'application-name', 'publisher'],
  url: ['og:url', 'twitter:url', 'parsely-link'],
} as const satisfies Record<keyof Source, readonly string[]>;

/**
 * Title, date, source and address that a page gives: JSON-LD first, then Open Graph and other `<meta>`, then what its
 * elements show.
 *
 * @param base the address that the page was fetched from, or null
 */
export function pageFacts(document: Document, base: string | null): Source {
  const [news = {}] = newsObjects(document);
  const meta = metaOf(document);
  const from = (field: keyof Source) =>
    META[field].map((name) => meta.get(name)).filter((value) => value !== undefined);
  const time = document.querySelector('time[datetime][pubdate], article time[datetime], [itemprop="datePublished"]');
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return {
    title: first([news.title, ...from('title')], asWords),
    date: first([news.date, ...from('date'), time?.getAttribute('datetime'), time?.getAttribute('content')], dayOf),
    source: first([news.source, ...from('source')], asWords),
    url: first([canonical, ...from('url'), news.url, base], (value) => asAddress(value, base)),
  };
}

/** The first of the values that is one. */
function first(values: readonly unknown[], read: (value: unknown) => string | null): string | null {
  for (const value of values) {
    const said = read(value);
    if (said) return said;
  }
  return null;
}

const LONGEST_WORDS = 500;

const asWords = (value: unknown): string | null => {
  const words = typeof value === 'string' ? tidy(value.slice(0, 4 * LONGEST_WORDS)) : '';
  return words.length <= LONGEST_WORDS ? words || null : null;
};

/** An absolute address of the web. */
export function asAddress(value: unknown, base: string | null = null): string | null {
  if (typeof value !== 'string' || value.length > 4000 || !URL.canParse(value, base ?? undefined)) return null;
  const { protocol, href } = new URL(value, base ?? undefined);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** The first content of each name. */
function metaOf(document: Document): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      const content = element.getAttribute('content')?.trim();
      if (name && content && !meta.has(name)) meta.set(name, content);
    }
  }
  return meta;
}
