import { z } from 'zod';
import { nodeSize } from '../../graph/index.ts';
import type { GraphQuery } from '../../store/index.ts';
import { VERSION } from '../../version.ts';
import { chosenPart } from '../part.ts';
import { articleDetail } from '../resources/articles.ts';
import { edgeDetail } from '../resources/edges.ts';
import { placed, serialized } from '../resources/graph.ts';
import {
  type ArticleDetail,
  type Contradiction,
  type EdgeDetail,
  type EntityDetail,
  type GraphAnswer,
  type Manifest,
  PUBLISHED,
  shardOf,
  shardsFor,
} from '../schemas/index.ts';
import type { Services } from '../services.ts';
import { validated } from '../validate.ts';
import { contradictionsAmong, countsOf, movedQuotes } from './contradictions.ts';
import { excerpt, type Move, movedEvidence } from './excerpt.ts';
import type { PublishedFile } from './folder.ts';

export interface PublishOptions {
  /** Which part of the graph; `limit` may be any number. */
  query: GraphQuery;
  /** Whether articles go in as a whole; otherwise only the sentences that are evidence. */
  texts: boolean;
}

type Reading = Pick<Services, 'store' | 'workers'>;

/** More nodes than any store holds. */
const ALL = 2 ** 31 - 1;

/**
 * The part of the graph that is asked for, in the words of `GET /api/graph`; without a limit, all of it.
 *
 * @throws Problem `invalid-request`
 */
export function publishedPart({ limit, ...asked }: { limit?: unknown; [parameter: string]: unknown }): GraphQuery {
  return { ...chosenPart(asked), limit: limit === undefined ? ALL : validated(NodeLimit, limit, 'query') };
}

const NodeLimit = z.coerce.number().int().min(1).max(ALL);

/**
 * The data of a published folder, beside the explorer itself: what its pages ask the API for, as files.
 *
 * @throws Problem `not-found` where nothing fits the query
 */
export async function* publishedFiles(
  services: Reading,
  { query, texts }: PublishOptions,
): AsyncGenerator<PublishedFile> {
  const part = await placed(services, () => services.store.graph(query));
  const graph = serialized(part);
  const shards = shardsFor(Math.max(graph.nodes.length, graph.edges.length));
  const edges = await edgesOf(
    services,
    graph.edges.map(({ key }) => key),
  );
  const articles = await articlesOf(services, edges);
  const published = new Set([...graph.nodes, ...edges].map(({ key }) => key));
  const contradictions = await contradictionsAmong(services.store, (key) => published.has(key), articles);
  const contradicted = countsOf(contradictions);
  const moves = texts ? new Map<string, Move>() : cutToEvidence(articles, edges);

  const { attributes, nodes } = withOwnDegrees(graph, articles.size);
  yield file('graph.json', { ...graph, nodes, attributes } satisfies GraphAnswer);
  const entities = await entitiesOf(services, nodes, edges, articles);
  const counted = <T extends { key: string }>(each: T) => ({
    ...each,
    contradictions: contradicted.get(each.key) ?? 0,
  });
  yield* sharded('entities', shards, entities.map(counted));
  yield* sharded(
    'edges',
    shards,
    edges.map((edge) => counted(moved(edge, moves))),
  );
  const quoted = contradictions.map((each) => movedQuotes(each, moves));
  yield file('contradictions.json', quoted satisfies Contradiction[]);
  for (const article of articles.values()) yield file(`articles/${article.id}.json`, article);
  yield file('manifest.json', {
    version: VERSION,
    shards,
    texts,
    articles: [...articles.values()].map(item),
  } satisfies Manifest);
}

const file = (path: string, value: unknown): PublishedFile => ({
  path: `${PUBLISHED}/${path}`,
  content: `${JSON.stringify(value)}\n`,
});

function* sharded(folder: string, shards: number, items: readonly { key: string }[]): Generator<PublishedFile> {
  const files = Array.from({ length: shards }, (): Record<string, unknown> => ({}));
  for (const each of items) Object.assign(files[shardOf(each.key, shards)] ?? {}, { [each.key]: each });
  for (const [i, content] of files.entries()) yield file(`${folder}/${i}.json`, content);
}

/** A node's edges are those that are published: there are no others to be had. */
function withOwnDegrees(graph: ReturnType<typeof serialized>, articles: number) {
  const degrees = new Map<string, number>();
  for (const { source, target } of graph.edges)
    for (const end of new Set([source, target])) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const nodes = graph.nodes.map(({ key, attributes }) => {
    const degree = degrees.get(key) ?? 0;
    return { key, attributes: { ...attributes, degree, size: nodeSize(degree) } };
  });
  const [shownNodes, shownEdges] = [nodes.length, graph.edges.length];
  return { nodes, attributes: { nodes: shownNodes, edges: shownEdges, shownNodes, shownEdges, articles } };
}

async function edgesOf({ store }: Reading, keys: readonly string[]): Promise<EdgeDetail[]> {
  const edges: EdgeDetail[] = [];
  for (const key of keys) {
    const edge = await store.edge(key);
    if (edge) edges.push(edgeDetail(edge));
  }
  return edges;
}

/** The articles that are evidence, as a whole. */
async function articlesOf({ store }: Reading, edges: readonly EdgeDetail[]): Promise<Map<string, ArticleDetail>> {
  const ids = new Set(edges.flatMap(({ evidence }) => evidence.map(({ article }) => article)));
  const articles = new Map<string, ArticleDetail>();
  for (const id of [...ids].sort()) {
    const article = await store.article(id);
    if (article) articles.set(id, articleDetail(article));
  }
  return articles;
}

/** Leaves of each article the sentences that are evidence. @returns where they now stand, by article */
function cutToEvidence(articles: Map<string, ArticleDetail>, edges: readonly EdgeDetail[]): Map<string, Move> {
  const sentences = new Map<string, [number, number][]>();
  for (const { article, start, end } of edges.flatMap((edge) => edge.evidence))
    sentences.set(article, [...(sentences.get(article) ?? []), [start, end]]);
  const moves = new Map<string, Move>();
  for (const [id, article] of articles) {
    const cut = excerpt(article, sentences.get(id) ?? []);
    articles.set(id, cut.article);
    moves.set(id, cut.move);
  }
  return moves;
}

const moved = (edge: EdgeDetail, moves: ReadonlyMap<string, Move>): EdgeDetail => ({
  ...edge,
  evidence: edge.evidence.map((each) => {
    const move = moves.get(each.article);
    return move ? movedEvidence(each, move) : each;
  }),
});

async function entitiesOf(
  { store }: Reading,
  nodes: readonly GraphAnswer['nodes'][number][],
  edges: readonly EdgeDetail[],
  articles: ReadonlyMap<string, ArticleDetail>,
): Promise<EntityDetail[]> {
  const around = new Map<string, EdgeDetail[]>();
  for (const edge of edges)
    for (const end of new Set([edge.source.key, edge.target.key])) around.set(end, [...(around.get(end) ?? []), edge]);
  const entities: EntityDetail[] = [];
  for (const { key, attributes } of nodes) {
    const entity = await store.entity(key);
    if (!entity) continue;
    const sources = entity.sources.filter(({ id }) => articles.has(id));
    const relations = relationsOf(key, around.get(key) ?? []);
    entities.push({ ...entity, degree: attributes.degree, sources, relations });
  }
  return entities;
}

function relationsOf(key: string, edges: readonly EdgeDetail[]): EntityDetail['relations'] {
  const counts = new Map<string, EntityDetail['relations'][number]>();
  for (const { undirected, source, attributes } of edges) {
    const direction = undirected ? 'both' : source.key === key ? 'out' : 'in';
    const word = `${attributes.type} ${direction}`;
    const known = counts.get(word) ?? { type: attributes.type, direction, edges: 0 };
    counts.set(word, { ...known, edges: known.edges + 1 });
  }
  return [...counts.values()];
}

const item = ({ id, title, date, source, url, length, entities, mentions, statements }: ArticleDetail) => ({
  ...{ id, title, date, source, url, length, entities, mentions, statements },
});
