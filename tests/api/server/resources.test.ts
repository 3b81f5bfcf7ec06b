import { MultiGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  ArticleDetail,
  ArticlePage,
  type ArticlePost,
  ArticlePosted,
  EdgeDetail,
  EdgeKey,
  EdgePage,
  EntityDetail,
  EntityPage,
  Facets,
  GraphAnswer,
  Health,
  NeighboursAnswer,
} from '../../../src/server/schemas/index.ts';
import { startApi, type TestApi } from '../../support/api.ts';
import { gexfErrors } from '../../support/gexf-schema.ts';

const TEXT = 'Mara Ilves met Tomas Reyl in Varna on 2024-05-01, Northern Gazette said. Oda Brandt may visit Bulgaria.';

let api: TestApi;
let id: string;

const add = async (post: ArticlePost) => ArticlePosted.parse((await api.post(post)).body);

beforeAll(async () => {
  api = await startApi();
  ({ id } = await add({ text: TEXT, title: 'Talks', date: '2024-05-02', source: 'The Test' }));
});
afterAll(() => api.close());

describe('POST /api/articles', () => {
  it('adds an article and counts what was found in it', async () => {
    const { status, body, headers } = await api.post({ text: 'Oda Brandt met Mara Ilves.' });
    expect(status).toBe(201);
    const posted = ArticlePosted.parse(body);
    expect(posted).toMatchObject({ known: false, entities: 2, mentions: 2, statements: 1 });
    expect(headers.get('location')).toBe(`/api/articles/${posted.id}`);
  });

  it('knows an article that it has', async () => {
    const { status, body } = await api.post({ text: TEXT });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, known: true, title: 'Talks' });
  });

  it('takes a text without a name, and finds nothing in it', async () => {
    const { status, body } = await api.post({ text: 'It rained all day.' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ entities: 0, statements: 0 });
  });

  it('replaces what is half a character, and its offsets still hold', async () => {
    const { status, body } = await api.post('{"text": "\\ud83d Mara Ilves met Oda Brandt. \\ud83d\\ude00"}');
    expect(status).toBe(201);
    const article = await api.read(`/api/articles/${ArticlePosted.parse(body).id}`, ArticleDetail);
    expect(article.text).toBe('\u{FFFD} Mara Ilves met Oda Brandt. \u{1F600}');
    const [first] = article.mentionList;
    expect(article.text.slice(first?.start, first?.end)).toBe('Mara Ilves');
  });
});

describe('GET /api/graph', () => {
  it('is what graphology reads, with every node in a place of its own', async () => {
    const graph = await api.read('/api/graph', GraphAnswer);
    const { nodes, edges, attributes } = graph;
    expect(MultiGraph.from(graph).order).toBe(nodes.length);
    expect(attributes).toMatchObject({ nodes: nodes.length, edges: edges.length, shownNodes: nodes.length });
    expect(new Set(nodes.map(({ attributes: { x, y } }) => `${x} ${y}`)).size).toBe(nodes.length);
    expect(edges.find(({ attributes: { type } }) => type === 'met')).toMatchObject({ undirected: true });
  });

  it('says how much a limit cuts off', async () => {
    const { nodes, attributes } = await api.read('/api/graph?limit=1', GraphAnswer);
    expect(nodes).toHaveLength(1);
    expect(attributes.shownNodes).toBe(1);
    expect(attributes.nodes).toBeGreaterThan(1);
  });

  it('does not move what is laid out when an article comes', async () => {
    const { nodes: before } = await api.read('/api/graph', GraphAnswer);
    await api.post({ text: 'Harbour Workers Union criticized Tomas Reyl.' });
    const { nodes: after } = await api.read('/api/graph', GraphAnswer);
    expect(after.length).toBe(before.length + 1);
    const places = new Map(after.map((node) => [node.key, node.attributes]));
    for (const { key, attributes } of before)
      expect(places.get(key)).toMatchObject({ x: attributes.x, y: attributes.y });
  });
});

describe('GET /api/graph with filters', () => {
  it('has what fits, and says how much of it there is', async () => {
    const { body } = await api.get(
      '/api/graph?type=met,visited&modality=actual&source=The%20Test&confidence=0.5&weight=1',
    );
    const { nodes, edges, attributes } = GraphAnswer.parse(body);
    expect(edges.map(({ attributes: { type } }) => type)).toEqual(['met']);
    expect(nodes.map(({ key }) => key)).toEqual(['person:mara-ilves', 'person:tomas-reyl']);
    expect(attributes).toMatchObject({ nodes: 2, edges: 1 });
    expect((await api.get('/api/graph?article=nonsense')).status).toBe(400);
  });

  it('has facets beside it, which tell what can be asked for', async () => {
    const facets = await api.read('/api/facets', Facets);
    expect(facets.types.values.map(({ value }) => value)).toContain('met');
    expect(facets.sources.values).toContainEqual({ value: 'The Test', count: 1 });
  });
});

describe('GET /api/entities', () => {
  it('finds by the beginning of a name and by a typing error', async () => {
    for (const q of ['ilv', 'Ilevs', 'mara%20ilves']) {
      const { items } = await api.read(`/api/entities?q=${q}`, EntityPage);
      expect(items[0]?.label).toBe('Mara Ilves');
    }
  });

  it('pages', async () => {
    const first = await api.read('/api/entities?limit=2', EntityPage);
    expect(first.items).toHaveLength(2);
    const second = await api.read(`/api/entities?limit=2&after=${first.next}`, EntityPage);
    expect(second.items[0]?.key).not.toBe(first.items[0]?.key);
  });
});

describe('GET /api/entities/:id', () => {
  it('tells names, counts, roles and articles', async () => {
    const entity = await api.read('/api/entities/person%3Atomas-reyl', EntityDetail);
    expect(entity).toMatchObject({ label: 'Tomas Reyl', type: 'person' });
    expect(entity.sources.map((source) => source.id)).toContain(id);
  });

  it('has edges with the sentences that say so', async () => {
    const { body } = await api.get('/api/entities/person:mara-ilves/edges?type=met');
    const { items } = EdgePage.parse(body);
    expect(items.flatMap(({ evidence }) => evidence.map(({ text }) => text))).toContain(
      'Mara Ilves met Tomas Reyl in Varna on 2024-05-01, Northern Gazette said.',
    );
  });

  it('has neighbours, in the shape that graphology reads', async () => {
    const graph = await api.read(
      '/api/entities/person:mara-ilves/neighbours?depth=2&type=met,visited&from=2024-05-01',
      NeighboursAnswer,
    );
    expect(graph.attributes).toMatchObject({ start: 'person:mara-ilves', truncated: false });
    expect(MultiGraph.from(graph).hasNode('person:tomas-reyl')).toBe(true);
  });
});

describe('GET /api/edges/:id', () => {
  it('has all evidence with its article, and points at the very words', async () => {
    const { edges } = await api.read('/api/graph', GraphAnswer);
    const met = edges.find(({ attributes: { date } }) => date === '2024-05-01');
    const edge = await api.read(`/api/edges/${met?.key}`, EdgeDetail);
    expect(edge.evidence).toMatchObject([
      { article: id, articleTitle: 'Talks', articleDate: '2024-05-02', articleSource: 'The Test' },
    ]);
    const { text } = await api.read(`/api/articles/${id}`, ArticleDetail);
    for (const { start, end, trigger, subject, ...said } of edge.evidence) {
      expect(text.slice(start, end)).toBe(said.text);
      expect(text.slice(...trigger)).toBe('met');
      expect(text.slice(...subject)).toBe('Mara Ilves');
      expect(said.attributedTo).toEqual([expect.objectContaining({ key: 'organization:northern-gazette' })]);
    }
  });
});

describe('DELETE /api/articles/:id', () => {
  it('takes an article back, once, with all that it alone says', async () => {
    const graph = async () => (await api.get('/api/export?format=json')).body;
    const before = await graph();
    const added = await add({ text: 'Oda Brandt criticized Northern Gazette.' });
    expect(await graph()).not.toEqual(before);
    const remove = () => fetch(`${api.url}/api/articles/${added.id}`, { method: 'DELETE' });
    expect((await remove()).status).toBe(204);
    expect(await graph()).toEqual(before);
    const again = await remove();
    expect([again.status, await again.json()]).toEqual([404, expect.objectContaining({ code: 'not-found' })]);
  });
});

describe('GET /api/articles', () => {
  it('lists them, newest first', async () => {
    const { items } = await api.read('/api/articles', ArticlePage);
    expect(items[0]).toMatchObject({ id, title: 'Talks', length: TEXT.length });
  });

  it('gives one with its mentions and statements', async () => {
    const article = await api.read(`/api/articles/${id}`, ArticleDetail);
    expect(article.text).toBe(TEXT);
    for (const { start, end, text, entities } of article.mentionList) {
      expect(TEXT.slice(start, end)).toBe(text);
      expect(article.nodes.map(({ key }) => key)).toEqual(expect.arrayContaining(entities));
    }
    expect(article.statementList.map(({ type }) => type)).toEqual(['met', 'visited']);
  });
});

describe('GET /api/export', () => {
  it('is a valid GEXF file that graphology reads back', async () => {
    const { body, headers } = await api.get('/api/export?format=gexf');
    const gexf = z.string().parse(body);
    expect(headers.get('content-disposition')).toBe('attachment; filename=dateline.gexf');
    expect(await gexfErrors(gexf)).toEqual([]);
    const graph = parse(MultiGraph, gexf);
    expect(graph.order).toBe((await api.read('/api/health', Health)).entities);
    expect(graph.everyNode((_key, { x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  it("is graphology's JSON", async () => {
    const { body, headers } = await api.get('/api/export?format=json');
    expect(headers.get('content-disposition')).toBe('attachment; filename=dateline.json');
    const { edges } = z.object({ edges: z.array(z.looseObject({ key: EdgeKey })) }).parse(body);
    expect(MultiGraph.from(JSON.parse(JSON.stringify(body))).size).toBe(edges.length);
    expect(edges.length).toBe((await api.read('/api/health', Health)).edges);
  });

  it('is the part that filters leave, the same that the graph shows', async () => {
    const asked = 'type=met&entityType=person';
    const { body } = await api.get(`/api/export?format=json&${asked}`);
    const keyed = z.array(z.looseObject({ key: z.string() }));
    const part = z.object({ nodes: keyed, edges: keyed }).parse(body);
    const shown = await api.read(`/api/graph?${asked}`, GraphAnswer);
    const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key).sort();
    expect(part.edges.length).toBeGreaterThan(0);
    expect(keys(part.nodes)).toEqual(keys(shown.nodes));
    expect(keys(part.edges)).toEqual(keys(shown.edges));
  });

  it('is all nodes of a type where nothing is asked of edges', async () => {
    const { body } = await api.get('/api/export?format=json&entityType=place');
    const { nodes } = z.object({ nodes: z.array(z.object({ key: z.string() })) }).parse(body);
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.every(({ key }) => key.startsWith('place:'))).toBe(true);
  });
});

describe('GET /api/health', () => {
  it('counts what is there', async () => {
    expect((await api.read('/api/health', Health)).articles).toBeGreaterThan(0);
  });
});
