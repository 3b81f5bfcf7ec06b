import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type PublishOptions, publishedFiles, publishedPart } from '../../../src/server/index.ts';
import {
  ArticleDetail,
  Contradiction,
  EdgeDetail,
  EntityDetail,
  GraphAnswer,
  Manifest,
} from '../../../src/server/schemas/index.ts';
import { plainWorkers, startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.post({
    text: 'Mara Ilves met Tomas Reyl. Nobody else was there.',
    source: 'Harbour Post',
    date: '2024-05-07',
  });
  await api.post({ text: 'Mara Ilves visited Varna.', source: 'Morning Wire', date: '2024-05-08' });
});
afterAll(() => api.close());

async function published(options: Partial<PublishOptions> = {}, { store } = api): Promise<Map<string, unknown>> {
  const files = new Map<string, unknown>();
  const asked = { query: publishedPart({}), texts: false, ...options };
  for await (const { path, content } of publishedFiles({ store, workers: plainWorkers }, asked))
    files.set(path, JSON.parse(String(content)));
  return files;
}

const shards = <T>(files: Map<string, unknown>, folder: string, schema: z.ZodType<T>): T[] =>
  [...files].flatMap(([path, file]) =>
    path.startsWith(`published/${folder}/`) ? Object.values(z.record(z.string(), schema).parse(file)) : [],
  );

const articles = (files: Map<string, unknown>): ArticleDetail[] =>
  [...files].flatMap(([path, file]) => (path.includes('/articles/') ? ArticleDetail.parse(file) : []));

describe('a published folder', () => {
  it('holds what its pages ask for, in the words of the API', async () => {
    const files = await published();
    const graph = GraphAnswer.parse(files.get('published/graph.json'));
    expect(graph.nodes.map(({ attributes }) => attributes.label)).toContain('Mara Ilves');
    expect(
      shards(files, 'edges', EdgeDetail)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(graph.edges.map(({ key }) => key).sort());
    expect(shards(files, 'entities', EntityDetail)).toHaveLength(graph.nodes.length);
    expect(Manifest.parse(files.get('published/manifest.json')).articles).toHaveLength(2);
  });

  it('holds no more of an article than the sentences that are evidence, which point into it', async () => {
    const files = await published();
    const texts = new Map(articles(files).map(({ id, text }) => [id, text]));
    expect([...texts.values()].join()).not.toContain('Nobody');
    for (const { evidence } of shards(files, 'edges', EdgeDetail))
      for (const { article, start, end, text } of evidence) expect(texts.get(article)?.slice(start, end)).toBe(text);
  });

  it('holds whole articles where that is asked for', async () => {
    const texts = articles(await published({ texts: true })).map(({ text }) => text);
    expect(texts).toContain('Mara Ilves met Tomas Reyl. Nobody else was there.');
  });

  it('holds a part of the graph, and counts no relation that is not in it', async () => {
    const files = await published({ query: publishedPart({ source: ['Morning Wire'] }) });
    const { nodes } = GraphAnswer.parse(files.get('published/graph.json'));
    expect(nodes.map(({ attributes }) => attributes.label).sort()).toEqual(['Mara Ilves', 'Varna']);
    expect(nodes.map(({ attributes }) => attributes.degree)).toEqual([1, 1]);
    expect(articles(files).map(({ source }) => source)).toEqual(['Morning Wire']);
  });

  it('holds the contradictions of which both sides are in it, and counts them', async () => {
    const other = await startApi();
    await other.post({ text: 'Nobody came. Mara Ilves visited Varna.', source: 'Harbour Post', date: '2024-05-07' });
    await other.post({ text: 'Mara Ilves did not visit Varna.', source: 'Morning Wire', date: '2024-05-08' });
    const [whole, part] = [
      await published({}, other),
      await published({ query: publishedPart({ modality: 'actual' }) }, other),
    ];
    await other.close();
    const listed = (files: typeof whole) => z.array(Contradiction).parse(files.get('published/contradictions.json'));
    expect(listed(whole).map(({ kind }) => kind)).toEqual(['denied']);
    const texts = new Map(articles(whole).map(({ id, text }) => [id, text]));
    const quotes = listed(whole).flatMap(({ sides }) => sides.flatMap(({ evidence }) => evidence));
    expect(quotes).toHaveLength(2);
    for (const { article, start, end, text } of quotes) expect(texts.get(article)?.slice(start, end)).toBe(text);
    expect(shards(whole, 'edges', EdgeDetail).map(({ contradictions }) => contradictions)).toEqual([1, 1]);
    expect(shards(whole, 'entities', EntityDetail).map(({ contradictions }) => contradictions)).toEqual([1, 1]);
    expect(listed(part)).toEqual([]);
    expect(shards(part, 'edges', EdgeDetail).map(({ contradictions }) => contradictions)).toEqual([0]);
  });

  it('is the same for the same graph', async () => {
    expect([...(await published())]).toEqual([...(await published())]);
  });

  it('refuses a part that cannot be', () => {
    expect(() => publishedPart({ confidence: '2' })).toThrow(/confidence/);
    expect(() => publishedPart({ limit: 'many' })).toThrow();
  });
});
