import { parseFeed } from 'feedsmith';
import { Problem } from '../problem.ts';

/** An entry of a feed of any kind; `body` is HTML. */
export interface Entry {
  title: string | undefined;
  date: string | undefined;
  url: string | undefined;
  body: string | undefined;
  source?: string | undefined;
}

export interface Feed {
  name: string | undefined;
  entries: Entry[];
}

/**
 * The entries of an RSS, RDF or Atom feed, and the name of the feed.
 *
 * @throws Problem `broken-file`
 */
export function readFeed(xml: string, what: string): Feed {
  try {
    return read(xml);
  } catch (cause) {
    throw new Problem(
      'broken-file',
      {
        title: `${what} is not an RSS or Atom feed`,
        detail: cause instanceof Error ? cause.message : undefined,
        hint: 'Other XML cannot be read: save the text as a text file',
      },
      { cause },
    );
  }
}

function read(xml: string): Feed {
  const parsed = parseFeed(xml);
  switch (parsed.format) {
    case 'rss':
      return {
        name: text(parsed.feed.title),
        entries: (parsed.feed.items ?? []).map((item) => ({
          title: item.title,
          date: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published,
          url: item.link ?? (item.guid?.isPermaLink === false ? undefined : text(item.guid?.value)),
          body: longer(item.content?.encoded, item.description),
          source: text(item.source?.title),
        })),
      };
    case 'rdf':
      return {
        name: text(parsed.feed.title),
        entries: (parsed.feed.items ?? []).map((item) => ({
          title: text(item.title),
          date: item.dc?.dates?.[0],
          url: text(item.link),
          body: longer(item.content?.encoded, item.description),
        })),
      };
    case 'atom':
      return {
        name: text(parsed.feed.title),
        entries: (parsed.feed.entries ?? []).map((entry) => ({
          title: text(entry.title),
          date: entry.published ?? text(entry.updated),
          url: text(
            (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])?.href,
          ),
          body: longer(text(entry.content), text(entry.summary)),
          source: text(entry.source?.title),
        })),
      };
    case 'json':
      throw new Error('it is a JSON Feed');
  }
}

/** The words of what a feed gives as a string, or as an object around one. */
function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'value' in value ? text(value.value) : undefined;
}

/** The full text, where a feed gives a summary beside it. */
const longer = (a: string | undefined, b: string | undefined): string | undefined =>
  (a?.length ?? 0) >= (b?.length ?? 0) ? a : b;
