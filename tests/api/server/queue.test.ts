import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeArticle } from '../../../src/article/index.ts';
import { Problem } from '../../../src/problem.ts';
import {
  ArticleDetail,
  ArticleEvent,
  Queued,
  QueuedItems,
  QueueEvent,
  QueuePage,
} from '../../../src/server/schemas/index.ts';
import { answerOf, plainWorkers, startApi, type TestApi } from '../../support/api.ts';
import { zipOf } from '../../support/archives.ts';
import { type EventStream, openEvents } from '../../support/events.ts';
import { readPlainly } from '../../support/plain-reader.ts';

const TEXT = 'Mara Ilves met Tomas Reyl.';
const idOf = (text: string) => makeArticle(text).id;

let api: TestApi;
let events: EventStream;
/** What a reader does before it reads; each test may have its own. */
let before: () => Promise<void>;

/** Keeps readers waiting before they do what they are to do. @returns what lets them go on */
function holdReading(): () => void {
  const then = before;
  let goOn: () => void = () => {};
  const told = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  before = () => told.then(then);
  return goOn;
}

const aborted = (signal?: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

beforeAll(async () => {
  api = await startReading();
});
beforeEach(async () => {
  before = async () => {};
  events = await openEvents(`${api.url}/api/events`);
});
afterEach(async () => {
  await events.close();
  for (const place of await api.store.placesFrom('api')) await api.store.forget(place);
  await api.store.forgetFailures({ origin: 'api' });
});
afterAll(() => api.close());

const startReading = (): Promise<TestApi> =>
  startApi({
    ...plainWorkers,
    extract: async (read, _what, signal) => {
      await Promise.race([before(), aborted(signal)]);
      return readPlainly(read);
    },
  });

const article = async (status: string) =>
  ArticleEvent.parse(await events.next('article', (data) => ArticleEvent.parse(data).status === status));

const sendFile = async (name: string, bytes: BodyInit) =>
  answerOf(
    await fetch(`${api.url}/api/files?name=${name}`, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );

describe('what is posted', () => {
  it('is answered at once where the caller prefers that, read later, and told of on the way', async () => {
    const read = holdReading();
    const { status, headers, body } = await api.post({ text: TEXT }, '/api/articles', { prefer: 'respond-async' });
    expect([status, headers.get('preference-applied')]).toEqual([202, 'respond-async']);
    expect(Queued.parse(body)).toMatchObject({ id: idOf(TEXT), status: 'queued' });
    expect(headers.get('location')).toBe(`/api/articles/${idOf(TEXT)}`);

    expect(QueueEvent.parse(await events.next('queue'))).toEqual({ waiting: 0, reading: 0, failed: 0 });
    expect(await article('queued')).toMatchObject({ id: idOf(TEXT), name: 'the text' });
    await article('reading');
    expect(await api.read('/api/queue', QueuePage)).toMatchObject({
      reading: 1,
      items: [{ id: idOf(TEXT), status: 'reading' }],
    });
    expect((await api.get(`/api/articles/${idOf(TEXT)}`)).status).toBe(404);
    read();
    await article('added');
    expect((await api.read(`/api/articles/${idOf(TEXT)}`, ArticleDetail)).text).toBe(TEXT);
    await events.next('queue', (data) => QueueEvent.parse(data).reading === 0);
    expect((await api.post({ text: TEXT }, '/api/articles', { prefer: 'respond-async' })).status).toBe(200);
  });

  it('and cannot be read is told of, and not kept as a failure where its poster was told', async () => {
    before = () => Promise.reject(new Problem('not-english', { title: 'the text seems to be in French' }));
    expect(await api.post({ text: TEXT })).toMatchObject({ status: 422, body: { code: 'not-english' } });
    expect(await article('failed')).toMatchObject({ id: idOf(TEXT), problem: { code: 'not-english' } });
    expect(await api.read('/api/queue', QueuePage)).toMatchObject({ waiting: 0, reading: 0, failed: 0 });

    const read = holdReading();
    await api.post({ text: TEXT }, '/api/articles', { prefer: 'respond-async' });
    read();
    await article('failed');
    expect(await api.read('/api/queue', QueuePage)).toMatchObject({ waiting: 0, reading: 0, failed: 1 });
  });

  it('twice at once is read once, and both are told', async () => {
    const answers = await Promise.all([api.post({ text: TEXT }), api.post({ text: TEXT })]);
    expect(answers.map(({ status }) => status).every((status) => [200, 201].includes(status))).toBe(true);
    expect((await api.store.counts()).articles).toBe(1);
  });

  it('may be a file of any form, with all its articles', async () => {
    const zip = zipOf({
      'a.txt': TEXT,
      'b.md': '# Visit\n\nOda Brandt visited Varna.\n',
      'c.txt': new Uint8Array([0, 1, 2]),
    });
    const { status, body } = await sendFile('news.zip', new Blob([new Uint8Array(zip)]));
    expect(status).toBe(202);
    const { items } = QueuedItems.parse(body);
    expect(items.map(({ name, status: became }) => [name, became]).sort()).toEqual([
      ['file "news.zip", entry "a.txt"', 'queued'],
      ['file "news.zip", entry "b.md"', 'queued'],
      ['file "news.zip", entry "c.txt"', 'failed'],
    ]);
    await article('added');
    expect(await article('added')).toMatchObject({ name: expect.stringContaining('news.zip') });
    expect((await api.store.counts()).articles).toBe(2);
  });

  it('is a problem where its one article cannot be opened', async () => {
    expect(await sendFile('a.txt', '')).toMatchObject({ status: 422, body: { code: 'empty-text' } });
    expect(await sendFile('a.pdf', 'no pdf')).toMatchObject({ status: 422, body: { code: 'broken-file' } });
    expect(await api.post({ url: 'http://127.0.0.1:8080/' }, '/api/addresses')).toMatchObject({
      status: 422,
      body: { code: 'forbidden-address' },
    });
  });
});

describe('a server that stops', () => {
  it('ends its streams, which compression does not hold back, and leaves in the queue what it was reading', async () => {
    const server = await startReading();
    const stream = await openEvents(`${server.url}/api/events`);
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect(stream.headers.get('content-encoding')).toBeNull();
    before = () => new Promise(() => {});
    const posting = server.post({ text: TEXT });
    await stream.next('article', (data) => ArticleEvent.parse(data).status === 'reading');

    await server.inbox.close();
    await stream.ended();
    expect(await posting).toMatchObject({ status: 503, body: { code: 'store-closed' } });
    expect((await server.get('/api/events')).status).toBe(503);
    expect(await server.inbox.counts()).toEqual({ waiting: 1, reading: 0 });
    await server.close();
  });
});
