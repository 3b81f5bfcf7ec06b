import { MultiGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ArticleDetail,
  ArticlePage,
  ArticlePosted,
  EdgeDetail,
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

beforeAll(async () => {
  api = await startApi();
  const { body } = await api.post({ text: TEXT, title: 'Talks', date: '2024-05-02', source: 'The Test' });
  id = body.id;
});
afterAll(() => api.close());

describe('POST /api/articles', () => {
  it('adds an article and counts what was found in it', async () => {
    const { status, body, headers } = await api.post({ text: 'Oda Brandt met Mara Ilves.' });
    expect(status).toBe(201);
    expect(ArticlePosted.parse(body)).toMatchObject({ known: false, entities: 2, mentions: 2, statements: 1 });
    expect(headers.get('location')).toBe(`/api/articles/${body.id}`);
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
    const { body: article } = await api.get(`/api/articles/${body.id}`);
    expect(article.text).toBe('\u{FFFD} Mara Ilves met Oda Brandt. \u{1F600}');
    expect(article.text.slice(article.mentionList[0].start, article.mentionList[0].end)).toBe('Mara Ilves');
  });
});

describe('GET /api/graph', () => {
  it('is what graphology reads, with every node in a place of its own', async () => {
    const { body } = await api.get('/api/graph');
    const { nodes, edges, attributes } = GraphAnswer.parse(body);
    expect(MultiGraph.from(body).order).toBe(nodes.length);
    expect(attributes).toMatchObject({ nodes: nodes.length, edges: edges.length, shownNodes: nodes.length });
    expect(new Set(nodes.map(({ attributes: { x, y } }) => `${x} ${y}`)).size).toBe(nodes.length);
    expect(edges.find(({ attributes: { type } }) => type === 'met')).toMatchObject({ undirected: true });
  });

  it('says how much a limit cuts off', async () => {
    const { body } = await api.get('/api/graph?limit=1');
    expect(body.nodes).toHaveLength(1);
    expect(body.attributes.shownNodes).toBe(1);
    expect(body.attributes.nodes).toBeGreaterThan(1);
  });

  it('does not move what is laid out when an article comes', async () => {
    const before = (await api.get('/api/graph')).body.nodes;
    await api.post({ text: 'Harbour Workers Union criticized Tomas Reyl.' });
    const after = (await api.get('/api/graph')).body.nodes;
    expect(after.length).toBe(before.length + 1);
    const places = new Map(after.map((node: GraphAnswer['nodes'][number]) => [node.key, node.attributes]));
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
    const facets = Facets.parse((await api.get('/api/facets')).body);
    expect(facets.types.values.map(({ value }) => value)).toContain('met');
    expect(facets.sources.values).toContainEqual({ value: 'The Test', count: 1 });
  });
});

describe('GET /api/entities', () => {
  it('finds by the beginning of a name and by a typing error', async () => {
    for (const q of ['ilv', 'Ilevs', 'mara%20ilves']) {
      const { items } = EntityPage.parse((await api.get(`/api/entities?q=${q}`)).body);
      expect(items[0]?.label).toBe('Mara Ilves');
    }
  });

  it('pages', async () => {
    const first = EntityPage.parse((await api.get('/api/entities?limit=2')).body);
    expect(first.items).toHaveLength(2);
    const second = EntityPage.parse((await api.get(`/api/entities?limit=2&after=${first.next}`)).body);
    expect(second.items[0]?.key).not.toBe(first.items[0]?.key);
  });
});

describe('GET /api/entities/:id', () => {
  it('tells names, counts, roles and articles', async () => {
    const { body } = await api.get('/api/entities/person%3Atomas-reyl');
    expect(EntityDetail.parse(body)).toMatchObject({ label: 'Tomas Reyl', type: 'person' });
    expect(body.sources.map((source: { id: string }) => source.id)).toContain(id);
  });

  it('has edges with the sentences that say so', async () => {
    const { body } = await api.get('/api/entities/person:mara-ilves/edges?type=met');
    const { items } = EdgePage.parse(body);
    expect(items.flatMap(({ evidence }) => evidence.map(({ text }) => text))).toContain(
      'Mara Ilves met Tomas Reyl in Varna on 2024-05-01, Northern Gazette said.',
    );
  });

  it('has neighbours, in the shape that graphology reads', async () => {
    const { body } = await api.get(
      '/api/entities/person:mara-ilves/neighbours?depth=2&type=met,visited&from=2024-05-01',
    );
    expect(NeighboursAnswer.parse(body).attributes).toMatchObject({ start: 'person:mara-ilves', truncated: false });
    expect(MultiGraph.from(body).hasNode('person:tomas-reyl')).toBe(true);
  });
});

describe('GET /api/edges/:id', () => {
  it('has all evidence with its article, and points at the very words', async () => {
    const edges: GraphAnswer['edges'] = (await api.get('/api/graph')).body.edges;
    const met = edges.find(({ attributes: { date } }) => date === '2024-05-01');
    const edge = EdgeDetail.parse((await api.get(`/api/edges/${met?.key}`)).body);
    expect(edge.evidence).toMatchObject([
      { article: id, articleTitle: 'Talks', articleDate: '2024-05-02', articleSource: 'The Test' },
    ]);
    const { text } = (await api.get(`/api/articles/${id}`)).body;
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
    const { body } = await api.post({ text: 'Oda Brandt criticized Northern Gazette.' });
    expect(await graph()).not.toEqual(before);
    const remove = () => fetch(`${api.url}/api/articles/${body.id}`, { method: 'DELETE' });
    expect((await remove()).status).toBe(204);
    expect(await graph()).toEqual(before);
    const again = await remove();
    expect([again.status, await again.json()]).toEqual([404, expect.objectContaining({ code: 'not-found' })]);
  });
});

describe('GET /api/articles', () => {
  it('lists them, newest first', async () => {
    const { items } = ArticlePage.parse((await api.get('/api/articles')).body);
    expect(items[0]).toMatchObject({ id, title: 'Talks', length: TEXT.length });
  });

  it('gives one with its mentions and statements', async () => {
    const article = ArticleDetail.parse((await api.get(`/api/articles/${id}`)).body);
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
    expect(headers.get('content-disposition')).toBe('attachment; filename=dateline.gexf');
    expect(await gexfErrors(body)).toEqual([]);
    const graph = parse(MultiGraph, body);
    expect(graph.order).toBe((await api.get('/api/health')).body.entities);
    expect(graph.everyNode((_key, { x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  it("is graphology's JSON", async () => {
    const { body, headers } = await api.get('/api/export?format=json');
    expect(headers.get('content-disposition')).toBe('attachment; filename=dateline.json');
    expect(MultiGraph.from(body).size).toBe((await api.get('/api/health')).body.edges);
  });
});

describe('GET /api/health', () => {
  it('counts what is there', async () => {
    expect(Health.parse((await api.get('/api/health')).body).articles).toBeGreaterThan(0);
  });
});
