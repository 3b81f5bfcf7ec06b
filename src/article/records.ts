import { Problem } from '../problem.ts';
import { textOf } from './apart/index.ts';
import type { Article } from './article.ts';
import { dayOf } from './days.ts';
import { asAddress } from './html/facts.ts';
import { looksLikeHtml } from './html/plain.ts';
import type { ReadingOptions } from './incoming.ts';
import { composeArticle, makeArticle } from './make.ts';

/** The names under which articles in JSON have their parts, the best first; compared without case, `_` and `-`. */
const KEYS = {
  text: [
    'text',
    'bodytext',
    'articlebody',
    'articletext',
    'fulltext',
    'maintext',
    'plaintext',
    'contenttext',
    'rawtext',
    'body',
    'content',
    'article',
    'story',
  ],
  html: ['bodyhtml', 'bodyxhtml', 'contenthtml', 'html', 'articlehtml'],
  title: ['title', 'headline', 'articletitle', 'heading'],
  date: [
    'date',
    'datepublished',
    'published',
    'publishedat',
    'publisheddate',
    'publishdate',
    'publicationdate',
    'publicationtime',
    'datepublish',
    'pubdate',
    'pubtime',
    'firstcreated',
    'versioncreated',
    'created',
    'createdat',
    'timestamp',
    'webpublicationdate',
    'datetime',
    'time',
  ],
  source: [
    'source',
    'sourcename',
    'publisher',
    'publication',
    'outlet',
    'newspaper',
    'site',
    'sitename',
    'provider',
    'infosource',
    'infosources',
    'sourcedomain',
    'domain',
  ],
  url: ['url', 'link', 'weburl', 'canonicalurl', 'permalink', 'sourceurl', 'articleurl', 'href', 'uri'],
} as const;

/** Keys under which a file keeps the list of its articles, where it is not the list itself. */
const LISTS = [
  'articles',
  'items',
  'results',
  'documents',
  'docs',
  'data',
  'news',
  'stories',
  'entries',
  'hits',
  'response',
  '@graph',
];

export type JsonRecord = Record<string, unknown>;

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The values in a JSON value that stand for one article each: itself, the items of an array, or of an array under one
 * of the usual keys.
 *
 * @returns null where it is of no shape that holds articles
 */
export function recordsIn(value: unknown, depth = 0): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isRecord(value) || depth > 2) return null;
  if (hasText(value)) return [value];
  for (const key of LISTS) {
    const found = value[key] === undefined ? null : recordsIn(value[key], depth + 1);
    if (found) return found;
  }
  return null;
}

const hasText = (record: JsonRecord): boolean => bodyOf(record) !== null;

/**
 * The article that a JSON object is: our own keys, those of common crawlers, JSON Feed, schema.org, and IPTC ninjs 1
 * and 2. A text that is not HTML is kept to the last character.
 *
 * @throws Problem `no-article` where it has no text under any usual key
 */
export async function readRecord(record: unknown, what: string, options: ReadingOptions): Promise<Article> {
  const body = isRecord(record) ? bodyOf(record) : null;
  if (!isRecord(record) || body === null) {
    throw new Problem('no-article', {
      title: `${what} has no text`,
      detail: isRecord(record) ? `Its keys are ${Object.keys(record).slice(0, 12).join(', ') || 'none'}.` : undefined,
      hint: 'Each article is an object with "text", and "title", "date", "source" and "url" where they are known',
    });
  }
  const title = wordsOf(field(record, 'title')) ?? ofRole(record.headlines);
  const about = {
    title,
    date: dayOf(field(record, 'date')),
    source: wordsOf(field(record, 'source')),
    url: asAddress(field(record, 'url')),
  };
  if (!body.isHtml) return makeArticle(body.value, about, what);
  return composeArticle(title, await textOf(body.value, what, options), about, what);
}

function bodyOf(record: JsonRecord): { value: string; isHtml: boolean } | null {
  const bodies = Array.isArray(record.bodies) ? record.bodies.filter(isRecord) : [];
  const body =
    bodies.find(({ contenttype, contentType }) => String(contenttype ?? contentType) === 'text/plain') ?? bodies[0];
  const text = wordsOf(field(record, 'text')) ?? wordsOf(body?.value);
  if (text !== null) return { value: text, isHtml: looksLikeHtml(text) };
  const html = wordsOf(field(record, 'html'));
  return html === null ? null : { value: html, isHtml: true };
}

/** The value of the first of a field's keys that the record has. */
function field(record: JsonRecord, name: keyof typeof KEYS): unknown {
  const values = new Map<string, unknown>();
  for (const [key, value] of Object.entries(record)) {
    const plain = key.toLowerCase().replaceAll(/[^a-z]/gu, '');
    if (isSaid(value) && !values.has(plain)) values.set(plain, value);
  }
  return KEYS[name].map((key) => values.get(key)).find((value) => value !== undefined);
}

const isSaid = (value: unknown): boolean => wordsOf(value) !== null || typeof value === 'number';

/** A string, or the name in an object, or the first of a list of either; paragraphs in a list are one text. */
function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return /\S/u.test(value) ? value : null;
  if (Array.isArray(value)) {
    if (value.length > 1 && value.every((part) => typeof part === 'string')) return wordsOf(value.join('\n\n'));
    return wordsOf(value[0]);
  }
  return isRecord(value) ? wordsOf(value.name ?? value.title ?? value.value ?? value.rendered) : null;
}

/** ninjs 2: `headlines: [{role: "main", value: "…"}]`. */
function ofRole(value: unknown): string | null {
  const all = Array.isArray(value) ? value.filter(isRecord) : [];
  return wordsOf((all.find(({ role }) => role === 'main') ?? all[0])?.value);
}
