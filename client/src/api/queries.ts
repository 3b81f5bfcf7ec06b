import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ArticleDetail, type ArticlePost, ArticlePosted } from '../../../src/server/schemas/articles.ts';
import { EdgeDetail, EdgePage } from '../../../src/server/schemas/edges.ts';
import { EntityDetail, EntityPage } from '../../../src/server/schemas/entities.ts';
import { GraphAnswer, NeighboursAnswer } from '../../../src/server/schemas/graph.ts';
import { PathsAnswer } from '../../../src/server/schemas/paths.ts';
import { request } from './request.ts';

const id = encodeURIComponent;

/** The nodes with most relations, and the relations between them. */
export const graph = (limit: number) =>
  queryOptions({
    queryKey: ['graph', limit],
    queryFn: ({ signal }) => request(`/graph?limit=${limit}`, GraphAnswer, { signal }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });

export const fetchNeighbours = (node: string) => request(`/entities/${id(node)}/neighbours`, NeighboursAnswer);

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

/** The shortest paths between two nodes. */
export const paths = (from: string, to: string) =>
  queryOptions({
    queryKey: ['paths', from, to],
    queryFn: ({ signal }) => request(`/paths?from=${id(from)}&to=${id(to)}`, PathsAnswer, { signal }),
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

export const exportUrl = (format: 'gexf' | 'json') => `/api/export?format=${format}`;
