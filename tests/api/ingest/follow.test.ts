import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Clock, follow, type Look } from '../../../src/ingest/index.ts';
import { Problem } from '../../../src/problem.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import { readPlainly } from '../../support/plain-reader.ts';
import { emptyPlace } from '../../support/temporary-store.ts';

const MINUTE = 60_000;
const START = Date.parse('2024-05-07T12:00:00Z');

/** Time goes on only where somebody waits, and then at once. */
class StillClock implements Clock {
  time = START;
  now = () => this.time;
  random = () => 0;
  wait = async (milliseconds: number) => {
    this.time += Math.max(0, milliseconds);
  };
}

const rss = (texts: readonly string[], channel = '') =>
  `<rss version="2.0"><channel><title>The Courier</title>${channel}${texts
    .map((text, n) => `<item><title>${text}</title><link>http://example.org/${n}</link></item>`)
    .join('')}</channel></rss>`;
const ONE = rss(['Mara Ilves met Tomas Reyl.']);
const TWO = rss(['Mara Ilves met Tomas Reyl.', 'Oda Brandt visited Varna.']);

let store: Store;
let remove: () => Promise<void>;
let base = '';
/** What the server answers, by turn; the last for ever. */
let answers: RequestListener[] = [];
let asked: { url: string; at: number; headers: IncomingHttpHeaders }[] = [];
let clock = new StillClock();
let [open, mostOpen] = [0, 0];

const server = createServer((request, response) => {
  mostOpen = Math.max(mostOpen, ++open);
  response.on('close', () => open--);
  asked.push({ url: request.url ?? '', at: (clock.now() - START) / MINUTE, headers: request.headers });
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  answer?.(request, response);
});

beforeAll(async () => {
  const place = await emptyPlace();
  remove = place.remove;
  store = await openStore(place.where);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterEach(async () => {
  for (const place of await store.placesFrom(base)) await store.forget(place);
  await store.runSql('delete from feed');
  asked = [];
  clock = new StillClock();
  mostOpen = 0;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await store.close();
  await remove();
});

const xml =
  (body: string, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body);
const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(code, headers).end();

/** Follows feeds for so many looks. */
async function looks(count: number, paths: readonly string[] = ['/feed'], allowInside = true): Promise<Look[]> {
  const seen: Look[] = [];
  const stop = new AbortController();
  await follow(
    paths.map((path) => base + path),
    {
      store,
      extract: readPlainly,
      interval: 15 * MINUTE,
      allowInside,
      clock,
      signal: stop.signal,
      onLook: (look) => {
        if (seen.push(look) === count) stop.abort(new Error('enough'));
      },
    },
  );
  return seen;
}

describe('a feed that is followed', () => {
  it('is read again after the interval, and only what is new in it', async () => {
    answers = [xml(ONE), xml(TWO)];
    expect(await looks(2)).toMatchObject([
      { status: 'read', summary: { added: 1, known: 0 } },
      { status: 'read', summary: { added: 1, known: 1 } },
    ]);
    expect(asked.map(({ at }) => at)).toEqual([0, 15]);
    expect((await store.counts()).articles).toBe(2);
  });

  it('is asked only for what has changed', async () => {
    const version = { etag: '"a"', 'last-modified': 'Tue, 07 May 2024 10:00:00 GMT' };
    answers = [xml(ONE, version), status(304), xml(TWO, { etag: '"b"' }), status(304)];
    const seen = await looks(4);
    expect(seen.map((look) => look.status)).toEqual(['read', 'unchanged', 'read', 'unchanged']);
    const conditions = asked.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']]);
    const { etag, 'last-modified': modified } = version;
    expect(conditions).toEqual([
      [undefined, undefined],
      [etag, modified],
      [etag, modified],
      ['"b"', undefined],
    ]);
  });

  it('is not read all again by another start, nor before its time', async () => {
    answers = [xml(ONE, { etag: '"a"' }), status(304)];
    await looks(1);
    await looks(1);
    expect(asked.map(({ at, headers }) => [at, headers['if-none-match']])).toEqual([
      [0, undefined],
      [15, '"a"'],
    ]);
  });

  it('is looked at when it wants to be', async () => {
    answers = [
      xml(ONE, { 'cache-control': 'public, max-age=3600', age: '600' }),
      xml(rss([], '<ttl>120</ttl>')),
      xml(rss(['Mara Ilves met Oda Brandt.'], '<ttl>120</ttl><skipHours><hour>16</hour></skipHours>')),
      xml(ONE),
    ];
    expect((await looks(4)).map((look) => look.status)).toEqual(['read', 'read', 'read', 'read']);
    expect(asked.map(({ at }) => at)).toEqual([0, 50, 170, 300]);
    expect(await store.failures()).toEqual([]);
  });

  it('is looked at when it wanted to be, too, where it has not changed', async () => {
    answers = [xml(rss(['Mara Ilves met Oda Brandt.'], '<ttl>60</ttl>'), { etag: '"a"' }), status(304)];
    await looks(1);
    await looks(2);
    expect(asked.map(({ at }) => at)).toEqual([0, 60, 120]);
  });

  it('is left alone longer each time it fails, as long as its server asks for', async () => {
    answers = [status(500), status(503, { 'retry-after': '7200' }), status(404), xml(ONE)];
    const seen = await looks(4);
    expect(seen.map((look) => look.status)).toEqual(['failed', 'failed', 'failed', 'read']);
    expect(asked.map(({ at }) => at)).toEqual([0, 15, 135, 195]);
    expect(await store.feed(`${base}/feed`)).toMatchObject({ errors: 0 });
  });

  it('is not asked again when it is gone for good', async () => {
    answers = [status(410)];
    expect(await looks(9)).toMatchObject([{ status: 'failed' }]);
    expect(asked).toHaveLength(1);
  });

  it('shares its host with others, one request at a time', async () => {
    answers = [xml(ONE)];
    await looks(6, ['/a', '/b', '/c', '/a']);
    expect(asked.map(({ url }) => url)).toEqual(['/a', '/b', '/c', '/a', '/b', '/c']);
    expect(asked.slice(0, 3).map(({ at }) => Math.round(at * 60))).toEqual([0, 1, 2]);
    expect(mostOpen).toBe(1);
  });

  it('is refused where it leads inside, unless that was allowed', async () => {
    answers = [xml(ONE)];
    expect(await looks(1, ['/feed'], false)).toMatchObject([
      { status: 'failed', problem: { code: 'forbidden-address' } },
    ]);
    expect(asked).toEqual([]);
  });

  it('goes on when the database could not be reached for a while', async () => {
    answers = [xml(ONE)];
    let isAway = true;
    const away: Store = {
      ...store,
      keepFeed: async (state) => {
        if (isAway) throw new Problem('store-unreachable', { title: 'the database cannot be reached' });
        await store.keepFeed(state);
      },
    };
    const problems: string[] = [];
    const stop = new AbortController();
    await follow([`${base}/feed`], {
      store: away,
      extract: readPlainly,
      interval: 15 * MINUTE,
      allowInside: true,
      clock,
      signal: stop.signal,
      onProblem: ({ code }) => {
        problems.push(code);
        isAway = false;
      },
      onLook: () => stop.abort(new Error('enough')),
    });
    expect(problems).toEqual(['store-unreachable']);
    expect(asked.map(({ at }) => at)).toEqual([0, 0.5]);
  });

  it('is let go of at once, and read again where it was not read to its end', async () => {
    answers = [xml(TWO, { etag: '"a"' })];
    const stop = new AbortController();
    const never = (_article: unknown, _what: string, signal?: AbortSignal) =>
      new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        stop.abort(new Error('enough'));
      });
    const options = { store, interval: 15 * MINUTE, allowInside: true, clock, signal: stop.signal };
    await follow([`${base}/feed`], { ...options, extract: never });
    expect(await store.feed(`${base}/feed`)).toBeNull();
    expect(await looks(1)).toMatchObject([{ summary: { added: 2 } }]);
  });
});
