import { type Article, articleId } from './article.ts';
import { outline } from './blocks.ts';
import { requireText } from './decode.ts';

/** What is known about an article beside its text. */
export interface Source {
  title?: string | null | undefined;
  /** ISO 8601 calendar date. */
  date?: string | null | undefined;
  source?: string | null | undefined;
  url?: string | null | undefined;
}

/**
 * An article from its text. What `about` gives wins over what the text says of itself.
 *
 * @param text as its file has it: all offsets count in it
 * @param what names the text in an error
 * @throws Problem `empty-text`, `not-text`
 */
export function makeArticle(text: string, about: Source = {}, what = 'the text'): Article {
  requireText(text, what);
  const { title, date, blocks, skips } = outline(text, { title: about.title ?? null, date: about.date ?? null });
  return {
    id: articleId(text),
    text,
    title,
    date,
    source: about.source ?? null,
    url: about.url ?? null,
    blocks,
    skips,
  };
}

/**
 * An article from a form that keeps title and body apart: its text is the title, a blank line and the body, so that
 * the title is read as well. A body that begins with its title is kept as it is.
 *
 * @throws Problem `empty-text`
 */
export function composeArticle(title: string | null, body: string, about: Source, what: string): Article {
  const opens = title !== null && body.slice(0, title.length + 40).startsWith(title);
  return makeArticle(title && !opens ? `${title}\n\n${body}` : body, { ...about, title }, what);
}
