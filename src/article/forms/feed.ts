import { Problem } from '../../problem.ts';
import { feedOf, textOf } from '../apart/index.ts';
import type { Article } from '../article.ts';
import { dayOf } from '../days.ts';
import { decodeAny } from '../decode.ts';
import type { Entry } from '../feed-entries.ts';
import { asAddress } from '../html/facts.ts';
import { looksLikeHtml } from '../html/plain.ts';
import type { ReadingOptions } from '../incoming.ts';
import { composeArticle } from '../make.ts';
import type { Many } from './form.ts';

/** RSS 0.9 to 2.0, RDF and Atom: an article each entry, with what the feed itself holds of its text. */
export const feed: Many = {
  name: 'RSS or Atom feed',
  extensions: ['.rss', '.atom', '.rdf', '.feed', '.xml'],
  mediaTypes: ['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/xml', 'text/xml'],
  begins: (head) =>
    /<(?:rss|feed|rdf:rdf|channel)[\s>]/iu.test(head.toString('latin1').replaceAll('\0', '').slice(0, 2000)),
  async *divide(input, options) {
    const { what, facts } = input;
    const bytes = await input.bytes();
    const xml = decodeAny(bytes, facts.charset ?? declaredEncoding(bytes)).replace(/^\uFEFF/u, '');
    const { name: source, entries } = await feedOf(xml, what, options);
    if (entries.length === 0) {
      throw new Problem('no-article', { title: `${what} is a feed without entries`, hint: 'Look at it again later' });
    }
    for (const [index, entry] of entries.entries()) {
      const name = `${what}, entry ${index + 1}`;
      yield {
        name,
        origin: facts.origin,
        load: async () => readEntry({ ...entry, source: entry.source ?? source }, name, options),
      };
    }
  },
};

/** The encoding that the first line of XML says. */
export const declaredEncoding = (bytes: Buffer): string | null =>
  /^\s*<\?xml[^<>]{0,200}encoding\s{0,9}=\s{0,9}["']([\w:.-]{2,40})/iu.exec(
    bytes.subarray(0, 400).toString('latin1'),
  )?.[1] ?? null;

/** @throws Problem `no-article` */
async function readEntry(entry: Entry, what: string, options: ReadingOptions): Promise<Article> {
  const title = entry.title ? (await textOf(entry.title, what, options)).replaceAll(/\s+/gu, ' ') || null : null;
  const paragraphs = looksLikeHtml(entry.body ?? '') ? [entry.body ?? ''] : (entry.body ?? '').split(/\n[ \t\r]*\n/u);
  const texts: string[] = [];
  for (const paragraph of paragraphs) texts.push(await textOf(paragraph, what, options));
  const body = texts.filter(Boolean).join('\n\n');
  if (body === '' && title === null) {
    throw new Problem('no-article', { title: `${what} has neither title nor text`, hint: 'Read the page it leads to' });
  }
  const about = { date: dayOf(entry.date), source: entry.source, url: asAddress(entry.url) };
  return composeArticle(title, body || (title ?? ''), about, what);
}
