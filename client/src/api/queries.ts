import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ArticleDetail, ArticlePage, type ArticlePost, ArticlePosted } from '../../../src/server/schemas/articles.ts';
import { ContradictionPage } from '../../../src/server/schemas/contradictions.ts';
import { EdgeDetail, EdgePage } from '../../../src/server/schemas/edges.ts';
import { EntityDetail, EntityPage } from '../../../src/server/schemas/entities.ts';
import { Facets, GraphAnswer, NeighboursAnswer } from '../../../src/server/schemas/graph.ts';
import { PathsAnswer } from '../../../src/server/schemas/paths.ts';
import { QueuedItems, QueuePage } from '../../../src/server/schemas/queue.ts';
import type { Expansion } from '../state/expansion.ts';
import type { Serialized } from '../state/network.ts';
import { pairs } from '../state/pairs.ts';
import { fetchGraph } from './graph.ts';
import { isPublished, request } from './request.ts';

const id = encodeURIComponent;

/** What is empty is asked for again so often, in milliseconds: the first article may be on its way. */
const WHILE_EMPTY = 1500;

/** The nodes with most relations, and the relations between them. */
export const graph = (limit: number) =>
  queryOptions({
    queryKey: ['graph', limit],
    queryFn: ({ signal }) => fetchGraph(limit, signal),
    staleTime: Infinity,
    refetchInterval: ({ state: { data } }) => (data?.attributes.nodes === 0 && !isPublished ? WHILE_EMPTY : false),
    placeholderData: keepPreviousData,
  });

/** How many articles wait to be read, or are being read. */
export const waiting = () =>
  queryOptions({
    queryKey: ['waiting'],
    queryFn: () => inQueue().then(({ size }) => size),
    enabled: !isPublished,
    refetchInterval: WHILE_EMPTY,
  });

/** The part of the graph that fits; `narrowed` are filters as a query has them, and nothing is asked without any. */
export const partOf = (narrowed: string, limit: number) =>
  queryOptions({
    queryKey: ['part', narrowed, limit],
    queryFn: ({ signal }) => request(`/graph?limit=${limit}${narrowed}`, GraphAnswer, { signal }),
    enabled: narrowed !== '',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

/** How much there is of all that filters can ask for. */
export const facets = () =>
  queryOptions({ queryKey: ['facets'], queryFn: ({ signal }) => request('/facets', Facets, { signal }) });

/** The newest articles, as many as a page can hold. */
export const articles = () =>
  queryOptions({
    queryKey: ['articles'],
    queryFn: ({ signal }) => request('/articles?limit=500', ArticlePage, { signal }),
  });

/** A parameter that is given once for each value. */
export const listed = (name: string, values: readonly string[]): string =>
  values.map((value) => `&${name}=${id(value)}`).join('');

/** What was asked for beside the graph that opened, in one answer or several, and how many nodes a limit left out. */
export async function fetchExpansion(expansion: Expansion): Promise<{ answers: Serialized[]; missing: number }> {
  if ('between' in expansion) {
    const asked = pairs(expansion.between).map(([from, to]) => request(pathsUrl(from, to), PathsAnswer));
    return { answers: await Promise.all(asked), missing: 0 };
  }
  const answer = await request(neighboursUrl(expansion), NeighboursAnswer);
  return { answers: [answer], missing: answer.attributes.nodes - answer.attributes.shownNodes };
}

const neighboursUrl = ({ around, type, depth = 1 }: Extract<Expansion, { around: string }>): string =>
  `/entities/${id(around)}/neighbours?depth=${depth}${type === undefined ? '' : `&type=${id(type)}`}`;

const pathsUrl = (from: string, to: string, narrowed = ''): string => `/paths?from=${id(from)}&to=${id(to)}${narrowed}`;

export const search = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => request(`/entities?limit=8&q=${id(q)}`, EntityPage, { signal }),
    placeholderData: keepPreviousData,
  });

export const entity = (key: string) =>
  queryOptions({
    queryKey: ['entity', key],
    queryFn: ({ signal }) => request(`/entities/${id(key)}`, EntityDetail, { signal }),
  });

/** The edges of one entity with their sentences, a page at a time. */
export const entityEdges = (key: string) =>
  infiniteQueryOptions({
    queryKey: ['entity-edges', key],
    queryFn: ({ signal, pageParam }) =>
      request(`/entities/${id(key)}/edges?limit=100${pageParam === '' ? '' : `&after=${id(pageParam)}`}`, EdgePage, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** The shortest paths between each two of some nodes, one answer a pair; `narrowed` are filters as a query has them. */
export const paths = (between: readonly string[], narrowed: string) =>
  queryOptions({
    queryKey: ['paths', between, narrowed],
    queryFn: ({ signal }) =>
      Promise.all(pairs(between).map(([from, to]) => request(pathsUrl(from, to, narrowed), PathsAnswer, { signal }))),
  });

/** What cannot all be right about a node or an edge. */
export const contradictions = (about: 'entity' | 'edge', of: string) =>
  queryOptions({
    queryKey: ['contradictions', about, of],
    queryFn: ({ signal }) => request(`/contradictions?${about}=${id(of)}&limit=20`, ContradictionPage, { signal }),
  });

export const edge = (key: string) =>
  queryOptions({
    queryKey: ['edge', key],
    queryFn: ({ signal }) => request(`/edges/${id(key)}`, EdgeDetail, { signal }),
  });

export const article = (key: string) =>
  queryOptions({
    queryKey: ['article', key],
    queryFn: ({ signal }) => request(`/articles/${id(key)}`, ArticleDetail, { signal }),
  });

export const postArticle = (body: ArticlePost) =>
  request('/articles', ArticlePosted, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** The bytes of a file, of any form that is read. */
export const postFile = (file: File) =>
  request(`/files?name=${id(file.name)}`, QueuedItems, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });

export const postAddress = (url: string) =>
  request('/addresses', QueuedItems, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url }),
  });

/** What becomes of the articles that wait to be read, as it happens. */
export const events = () => new EventSource('/api/events');

/** The articles that wait to be read, or are being read. */
export const inQueue = (): Promise<ReadonlySet<string>> =>
  request('/queue?limit=500', QueuePage).then(({ items }) => new Set(items.map((item) => item.id)));

/** Whether an article is in the graph. */
export const isRead = (article: string): Promise<boolean> =>
  request(`/articles/${article}`, ArticleDetail).then(
    () => true,
    () => false,
  );

/** The graph, or the part of it that fits; `narrowed` are filters as a query has them. */
export const exportUrl = (format: 'gexf' | 'json', narrowed = '') => `/api/export?format=${format}${narrowed}`;

/** The folder for a web server, as a zip archive; `narrowed` are filters as a query has them. */
export const publishUrl = (narrowed: string) => `/api/published?texts=false${narrowed}`;
