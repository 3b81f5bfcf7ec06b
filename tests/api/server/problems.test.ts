import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, whileStarting } from '../../../src/server/index.ts';
import { Problem } from '../../../src/server/schemas/index.ts';
import { type Answer, answerOf, startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.post({ text: 'Mara Ilves met Tomas Reyl.' });
});
afterAll(() => api.close());

/** Holds the answer against RFC 9457 and our schema of it. */
function problem({ type, status, body }: Answer<unknown>): Problem {
  expect(type).toMatch(/^application\/problem\+json/u);
  const parsed = Problem.parse(body);
  expect(parsed.status).toBe(status);
  return parsed;
}

const send = async (path: string, init: RequestInit) => answerOf(await fetch(api.url + path, init));

describe('an input that is not valid', () => {
  it.each([
    ['/api/graph?limit=0', 'limit'],
    ['/api/graph?limit=many', 'limit'],
    ['/api/graph?colour=red', 'colour'],
    ['/api/entities?type=animal', 'type'],
    ['/api/entities?after=nonsense', 'after'],
    ['/api/articles?limit=1&after=WzFd', 'after'],
    ['/api/entities/person:mara-ilves/neighbours?depth=4', 'depth'],
    ['/api/entities/person:mara-ilves/neighbours?from=yesterday', 'from'],
    ['/api/entities/person:mara-ilves/neighbours?modality=actual,maybe', 'modality.1'],
    ['/api/export', 'format'],
    ['/api/export?format=docx', 'format'],
  ])('%s is told which field is at fault', async (path, field) => {
    const { code, errors } = problem(await api.get(path));
    expect(code).toBe('invalid-request');
    expect(errors?.map((error) => error.field)).toContain(field);
  });

  it.each([
    [{}, 'text'],
    [{ text: 7 }, 'text'],
    [{ text: 'It rained.', date: '2024-02-30' }, 'date'],
    [{ text: 'It rained.', url: 'javascript:alert(1)' }, 'url'],
    [{ text: 'It rained.', author: 'nobody' }, 'author'],
    [[], ''],
  ])('the body %j is told which field is at fault', async (body, field) => {
    const { errors } = problem(await api.post(body));
    expect(errors?.map((error) => error.field)).toContain(field);
  });
});

describe('a text that cannot be read', () => {
  it('is refused where it is empty', async () => {
    expect(problem(await api.post({ text: ' \n ' }))).toMatchObject({ status: 422, code: 'empty-text' });
  });

  it('is refused where it is binary', async () => {
    expect(problem(await api.post({ text: 'PK\u0003\u0004\u0000\u0000' }))).toMatchObject({
      status: 422,
      code: 'not-text',
    });
  });

  it('is refused where the body is no JSON', async () => {
    expect(problem(await api.post('{"text": "Mara'))).toMatchObject({ status: 400, code: 'invalid-json' });
  });

  it('is refused where the body is sent as something else', async () => {
    const plain = { method: 'POST', body: 'Mara Ilves met Tomas Reyl.', headers: { 'content-type': 'text/plain' } };
    expect(problem(await send('/api/articles', plain))).toMatchObject({ status: 415 });
    const bytes = {
      method: 'POST',
      body: new Uint8Array([0xff, 0xfe, 0, 1]),
      headers: { 'content-type': 'application/json' },
    };
    expect(problem(await send('/api/articles', bytes))).toMatchObject({ code: 'invalid-json' });
  });

  it('is refused where it is too large, and the server still answers', async () => {
    expect(problem(await api.post({ text: 'rain '.repeat(4_000_000) }))).toMatchObject({
      status: 413,
      code: 'too-large',
    });
    expect(problem(await api.post({ text: 'rain '.repeat(6_000_000) }))).toMatchObject({
      status: 413,
      code: 'too-large',
    });
    expect((await api.get('/api/health')).status).toBe(200);
  });
});

describe('what is not there', () => {
  it.each([
    '/api/entities/person:nobody',
    '/api/entities/person:nobody/neighbours',
    '/api/entities/person:nobody/edges',
  ])('%s is a problem that says how to find it', async (path) => {
    expect(problem(await api.get(path))).toMatchObject({ status: 404, title: 'there is no entity "person:nobody"' });
  });

  it.each(['/api/edges/e0123456789abcdef', '/api/articles/a0123456789abcdef', '/api/nothing', '/api'])(
    '%s is a problem',
    async (path) => {
      expect(problem(await api.get(path))).toMatchObject({ status: 404, code: 'not-found' });
    },
  );

  it('is a problem, too, where the address is broken', async () => {
    expect(problem(await api.get('/api/entities/%E0%A4%A'))).toMatchObject({ status: 400 });
  });

  it('tells which methods there are', async () => {
    const answer = await send('/api/graph', { method: 'DELETE' });
    expect(problem(answer)).toMatchObject({ status: 405 });
    expect(answer.headers.get('allow')).toBe('GET');
  });
});

describe('a port that is taken', () => {
  it('is a problem that says how to choose another', async () => {
    const { port } = new URL(api.url);
    await expect(listen(() => {}, Number(port))).rejects.toThrow(
      `port ${port} is taken. Choose another with --port or DATELINE_PORT`,
    );
  });
});

describe('a server whose store is not open yet', () => {
  it('tells programs to try again, and shows people a page that does', async () => {
    const starting = await listen(whileStarting(), 0);
    const told = await answerOf(await fetch(`${starting.url}/api/graph`));
    expect(problem(told).code).toBe('starting');
    const shown = await fetch(starting.url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(shown.status).toBe(503);
    expect(shown.headers.get('retry-after')).toBe('2');
    expect(shown.headers.get('content-type')).toMatch(/^text\/html/u);
    expect(await shown.text()).toMatch(/http-equiv="refresh"/u);
    await starting.close();
  });
});
