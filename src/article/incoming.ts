import type { Article } from './article.ts';

/** An article on its way in: found, named, and not yet read. */
export interface Incoming {
  /** Names it in progress and errors: 'file "a.zip", entry "b.html"', 'file "x.jsonl", line 3'. */
  name: string;
  /** The path or URL as it was found ("-" is standard input); several articles of one file have the same. */
  origin: string;
  /** @throws Problem where it cannot be read; the articles after it can be all the same */
  load(): Promise<Article>;
}

/** How to read what people have. */
export interface ReadingOptions {
  /** Whether a URL may lead to a private, local or otherwise not public address. Never on the word of a stranger. */
  allowInside?: boolean | undefined;
  /** What "-" stands for; the standard input of the process where it is not given. */
  stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Stops a download, and the taking apart of a file. */
  signal?: AbortSignal | undefined;
  /** The longest that a file may take to be taken apart; by default 20 seconds for HTML and feeds, 60 for others. */
  mostSeconds?: number | undefined;
}

/** Stands in a list of articles for one that cannot be read. */
export const failing = (name: string, origin: string, problem: unknown): Incoming => ({
  name,
  origin,
  load: () => Promise.reject(problem),
});
