import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { VERSION } from '../version.ts';
import {
  AddressPost,
  ArticleDetail,
  ArticleEvent,
  ArticleId,
  ArticlePage,
  ArticlePost,
  ArticlePosted,
  ArticlesQuery,
  ContradictionPage,
  ContradictionsQuery,
  EdgeDetail,
  EdgeKey,
  EdgePage,
  EntitiesQuery,
  EntityDetail,
  EntityEdgesQuery,
  EntityKey,
  EntityPage,
  ExportQuery,
  Facets,
  FileQuery,
  GraphAnswer,
  GraphQuery,
  Health,
  NeighboursAnswer,
  NeighboursQuery,
  PathsAnswer,
  PathsQuery,
  Problem,
  PublishedQuery,
  Queued,
  QueuedItems,
  QueueEvent,
  QueuePage,
  QueueQuery,
} from './schemas/index.ts';

const json = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

const INVALID = { '400': problem('The query is not valid; `errors` names the fields') };
const unknown = (what: string) => ({ '404': problem(`There is no such ${what}`) });
const entityId = z.object({ id: EntityKey });

type Paths = Record<string, Record<string, ZodOpenApiOperationObject>>;

const PATHS: Paths = {
  '/api/graph': {
    get: {
      operationId: 'getGraph',
      summary: 'The nodes with most edges, and the edges between them, laid out',
      requestParams: { query: GraphQuery },
      responses: { '200': json(GraphAnswer, "graphology's serialisation"), ...INVALID },
    },
  },
  '/api/facets': {
    get: {
      operationId: 'getFacets',
      summary: 'What filters can ask for, and how much there is of it in the whole store',
      responses: { '200': json(Facets, 'The counts') },
    },
  },
  '/api/entities': {
    get: {
      operationId: 'findEntities',
      summary: 'Nodes by name, typing errors forgiven',
      requestParams: { query: EntitiesQuery },
      responses: { '200': json(EntityPage, 'The best first'), ...INVALID },
    },
  },
  '/api/entities/{id}': {
    get: {
      operationId: 'getEntity',
      summary: 'One node: its names, counts, roles and articles',
      requestParams: { path: entityId },
      responses: { '200': json(EntityDetail, 'The node'), ...unknown('entity') },
    },
  },
  '/api/entities/{id}/edges': {
    get: {
      operationId: 'getEntityEdges',
      summary: 'The edges of a node with the sentences that say so',
      requestParams: { path: entityId, query: EntityEdgesQuery },
      responses: { '200': json(EdgePage, 'Those that most articles tell of first'), ...INVALID, ...unknown('entity') },
    },
  },
  '/api/entities/{id}/neighbours': {
    get: {
      operationId: 'getNeighbours',
      summary: 'What is within one to three steps of a node',
      requestParams: { path: entityId, query: NeighboursQuery },
      responses: { '200': json(NeighboursAnswer, "graphology's serialisation"), ...INVALID, ...unknown('entity') },
    },
  },
  '/api/paths': {
    get: {
      operationId: 'getPaths',
      summary: 'The shortest paths between two nodes, the most attested first',
      requestParams: { query: PathsQuery },
      responses: {
        '200': json(PathsAnswer, "The paths, and graphology's serialisation of them"),
        ...INVALID,
        ...unknown('entity'),
      },
    },
  },
  '/api/contradictions': {
    get: {
      operationId: 'listContradictions',
      summary: 'What the articles contradict each other in, with the sentences of both sides; none is resolved',
      requestParams: { query: ContradictionsQuery },
      responses: { '200': json(ContradictionPage, 'One page'), ...INVALID },
    },
  },
  '/api/edges/{id}': {
    get: {
      operationId: 'getEdge',
      summary: 'One edge with all its evidence',
      requestParams: { path: z.object({ id: EdgeKey }) },
      responses: { '200': json(EdgeDetail, 'The edge'), ...unknown('edge') },
    },
  },
  '/api/articles': {
    get: {
      operationId: 'listArticles',
      summary: 'The articles, newest first',
      requestParams: { query: ArticlesQuery },
      responses: { '200': json(ArticlePage, 'One page'), ...INVALID },
    },
    post: {
      operationId: 'addArticle',
      summary: 'Reads an article and adds what it says to the graph',
      description:
        'It waits in a queue that is kept in the store, so that it is read even if the server is stopped or the caller goes away. The answer comes when it is read; with the header `Prefer: respond-async` at once, with `Prefer: wait=5` after five seconds (RFC 7240).',
      requestParams: { header: z.object({ Prefer: z.string().optional() }) },
      requestBody: { required: true, content: { 'application/json': { schema: ArticlePost } } },
      responses: {
        '201': json(ArticlePosted, 'Added: it is in the store, and stays there'),
        '200': json(ArticlePosted, 'It was there before'),
        '202': json(Queued, 'It is queued, and will be read'),
        '400': problem('The body is not JSON, or a field is not valid'),
        '413': problem('Too large'),
        '415': problem('Not sent as JSON'),
        '422': problem('The text is empty, no text, or not English'),
      },
    },
  },
  '/api/articles/{id}': {
    get: {
      operationId: 'getArticle',
      summary: 'One article: its text, and what stands where in it',
      requestParams: { path: z.object({ id: ArticleId }) },
      responses: { '200': json(ArticleDetail, 'The article'), ...unknown('article') },
    },
    delete: {
      operationId: 'removeArticle',
      summary: 'Takes an article back: the graph is then as if it had never been read',
      requestParams: { path: z.object({ id: ArticleId }) },
      responses: { '204': { description: 'It is gone' }, ...unknown('article') },
    },
  },
  '/api/files': {
    post: {
      operationId: 'addFile',
      summary: 'Queues the articles of a file of any form',
      description:
        'Text, Markdown, HTML, PDF, DOCX, JSON, JSON Lines, RSS, Atom, and .zip and .gz of these. The body is the file as it is.',
      requestParams: { query: FileQuery },
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
      },
      responses: {
        '202': json(QueuedItems, 'What became of each article in it'),
        ...INVALID,
        '413': problem('Too large'),
        '422': problem('It holds one article, which cannot be opened'),
      },
    },
  },
  '/api/addresses': {
    post: {
      operationId: 'addAddress',
      summary: 'Fetches a page, feed or file of the public web and queues its articles',
      requestBody: { required: true, content: { 'application/json': { schema: AddressPost } } },
      responses: {
        '202': json(QueuedItems, 'What became of each article there'),
        '400': problem('The body is not JSON, or a field is not valid'),
        '422': problem('The address is not public, or there is no article'),
        '502': problem('It cannot be fetched'),
      },
    },
  },
  '/api/queue': {
    get: {
      operationId: 'getQueue',
      summary: 'What waits to be read, the oldest first, and how much could not be read',
      requestParams: { query: QueueQuery },
      responses: { '200': json(QueuePage, 'One page'), ...INVALID },
    },
  },
  '/api/events': {
    get: {
      operationId: 'getEvents',
      summary: 'Server-sent events: what becomes of the articles in the queue',
      description:
        'The event `queue` carries a QueueEvent: on connecting, and at most once a second while it changes. The event `article` carries an ArticleEvent. A comment every ten seconds keeps the connection open; the stream ends when the server stops.',
      responses: {
        '200': {
          description: 'A stream that goes on for ever; the schema is that of the `data` of its events',
          content: { 'text/event-stream': { schema: z.union([QueueEvent, ArticleEvent]) } },
        },
      },
    },
  },
  '/api/export': {
    get: {
      operationId: 'exportGraph',
      summary: 'The graph, or the part of it that fits, as a file; equal graphs are equal files',
      requestParams: { query: ExportQuery },
      responses: {
        '200': {
          description: 'The file',
          content: {
            'application/gexf+xml': { schema: z.string() },
            'application/json': { schema: z.looseObject({}) },
          },
        },
        ...INVALID,
      },
    },
  },
  '/api/published': {
    get: {
      operationId: 'publish',
      summary: 'The explorer with the graph, or a part of it, as a folder of static files in a zip archive',
      requestParams: { query: PublishedQuery },
      responses: {
        '200': { description: 'The archive', content: { 'application/zip': { schema: z.string() } } },
        ...INVALID,
      },
    },
  },
  '/api/health': {
    get: {
      operationId: 'getHealth',
      summary: 'Whether the server is up, and how much it holds',
      responses: { '200': json(Health, 'It is up') },
    },
  },
};

/** OpenAPI 3.1, made of the very schemas that validate. */
export const openApi = () =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Dateline',
      version: VERSION,
      description: 'Who met whom, when and where, as news articles say. Errors are RFC 9457 problems.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: PATHS,
  });
