import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkers } from '../../../src/ingest/index.ts';
import { ArticlePosted, EdgePage } from '../../../src/server/schemas/index.ts';
import { startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(startWorkers());
});
afterAll(() => api.close());

describe('the server with the language model', () => {
  it('finds who met whom', async () => {
    const { status, body } = await api.post({
      text: 'On Tuesday, President Mara Ilves of Estonia met Foreign Minister Tomas Reyl in Varna, Bulgaria.',
      date: '2024-05-02',
    });
    expect(status).toBe(201);
    const { id, statements } = ArticlePosted.parse(body);
    expect(statements).toBeGreaterThan(0);
    const { items } = await api.read('/api/entities/person:mara-ilves/edges?type=met', EdgePage);
    expect(items).toMatchObject([{ attributes: { date: '2024-04-30' }, evidence: [{ article: id }] }]);
  });

  it('says that a text in French is not English', async () => {
    const { status, body } = await api.post({
      text:
        'Le président a rencontré mardi la ministre des Affaires étrangères, selon un communiqué du gouvernement. ' +
        'Les deux responsables ont discuté de la coopération économique entre leurs pays.',
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'not-english', title: expect.stringContaining('French') });
  });

  it('adds a text without any name, and finds nothing in it', async () => {
    const { status, body } = await api.post({ text: 'The rain fell all day, and the streets were empty by noon.' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ entities: 0, statements: 0 });
  });

  it('refuses 20 MB of one word with a clear word, and answers others meanwhile', async () => {
    const [refused, health] = await Promise.all([
      api.post({ text: 'word '.repeat(4_000_000) }),
      api.get('/api/health'),
    ]);
    expect(refused).toMatchObject({ status: 413, body: { code: 'too-large', hint: 'Split it into its articles' } });
    expect(health.status).toBe(200);
  });

  it('answers while it reads a long text', async () => {
    const reading = api.post({ text: 'The rain fell on the town and nobody met anybody there. '.repeat(2_000) });
    const first = await Promise.race([reading.then(() => 'text'), api.get('/api/graph').then(() => 'graph')]);
    expect(first).toBe('graph');
    expect((await reading).status).toBe(201);
  });
});
