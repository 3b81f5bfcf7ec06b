import type { Article } from '../article.ts';
import type { Feed } from '../feed-entries.ts';

/** What is taken apart on a thread of its own; `what` names it in errors. */
export type Task = { what: string } & (
  | { kind: 'page'; html: string; base: string | null }
  | { kind: 'fragment'; html: string }
  | { kind: 'feed'; xml: string }
  | { kind: 'pdf'; bytes: Uint8Array; url: string | null }
  | { kind: 'docx'; bytes: Uint8Array; url: string | null }
);

export type Result =
  | { kind: 'article'; article: Article }
  | { kind: 'text'; text: string }
  | { kind: 'feed'; feed: Feed };
