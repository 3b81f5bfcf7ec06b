import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Article, makeArticle } from '../../../src/article/index.ts';
import {
  type Claim,
  enqueue,
  type Incoming,
  type Outcome,
  Queue,
  type Receipt,
  work,
} from '../../../src/ingest/index.ts';
import { Problem } from '../../../src/problem.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import { exported, folded } from '../../support/exports.ts';
import { plain, readPlainly } from '../../support/plain-reader.ts';
import { emptyPlace } from '../../support/temporary-store.ts';

const TEXTS = ['Mara Ilves met Tomas Reyl.', 'Oda Brandt visited Varna.', 'Tomas Reyl criticized Oda Brandt.'];

let store: Store;
let queue: Queue;
let remove: () => Promise<void>;
beforeAll(async () => {
  const place = await emptyPlace();
  remove = place.remove;
  store = await openStore(place.where);
  queue = new Queue(store);
});
afterEach(async () => {
  for (const place of await store.placesFrom('/news')) await store.forget(place);
  await store.forgetFailures({ origin: '/news' });
  await store.runSql('delete from dateline_queue.job');
});
afterAll(async () => {
  await store.close();
  await remove();
});

const file = (text: string, name = text.slice(0, 4)): Incoming => ({
  name: `file "/news/${name}.txt"`,
  origin: `/news/${name}.txt`,
  load: () => makeArticle(text),
});

async function queued(...articles: Incoming[]): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  await enqueue(articles, { store, queue, onReceipt: (receipt) => receipts.push(receipt) });
  return receipts;
}

/** Works until that many articles are done, and says how they ended. */
async function workOff(
  count: number,
  extract: (article: Article) => ReturnType<typeof readPlainly> | Promise<never> = readPlainly,
): Promise<(Outcome | null)[]> {
  const outcomes: (Outcome | null)[] = [];
  const stop = new AbortController();
  const onOutcome = (_claim: Claim, outcome: Outcome | null) => {
    if (outcomes.push(outcome) === count) stop.abort();
  };
  await work({ store, queue, threads: 2, signal: stop.signal, extract, onOutcome });
  return outcomes;
}

describe('the queue', () => {
  it('keeps articles until they are read, and gives the graph of all of them', async () => {
    expect((await queued(...TEXTS.map((text) => file(text)))).map(({ status }) => status)).toEqual([
      'queued',
      'queued',
      'queued',
    ]);
    expect(await queue.counts()).toEqual({ waiting: 3, reading: 0 });
    expect((await store.counts()).articles).toBe(0);
    await workOff(3);
    expect(await queue.counts()).toEqual({ waiting: 0, reading: 0 });
    expect(await exported(store)).toBe(await folded(...TEXTS.map((text) => plain(text))));
  });

  it('does not take what the store knows, and marks what cannot be opened', async () => {
    await store.addExtraction(plain(TEXTS[0] ?? ''), { origin: '/news/known.txt', part: '' });
    const broken: Incoming = {
      ...file('x'),
      load: () => Promise.reject(new Problem('broken-file', { title: 'it is damaged' })),
    };
    const receipts = await queued(file(TEXTS[0] ?? ''), broken);
    expect(receipts.map(({ status }) => status).sort()).toEqual(['failed', 'known']);
    expect(await queue.counts()).toEqual({ waiting: 0, reading: 0 });
    expect(await store.failures()).toMatchObject([{ origin: '/news/x.txt', problem: { code: 'broken-file' } }]);
  });

  it('marks an article that cannot be read, and goes on', async () => {
    await queued(...TEXTS.map((text) => file(text)));
    const outcomes = await workOff(3, (article) =>
      article.text.startsWith('Oda') ? Promise.reject(new TypeError('tripped')) : readPlainly(article),
    );
    expect(outcomes.map((outcome) => outcome?.outcome).sort()).toEqual(['added', 'added', 'failed']);
    expect(await store.failures()).toMatchObject([{ origin: '/news/Oda .txt', problem: { detail: 'tripped' } }]);
    expect(await queue.counts()).toEqual({ waiting: 0, reading: 0 });
  });

  it('reads only the newest version of an article from one place, even where the older is being read', async () => {
    await queued(file('Mara Ilves met Oda Brandt.', 'a'));
    await queued(file('Mara Ilves met Tomas Reyl.', 'a'));
    expect(await queue.counts()).toEqual({ waiting: 1, reading: 0 });
    let isNewer = false;
    const outcomes: (string | undefined)[] = [];
    const stop = new AbortController();
    await work({
      store,
      queue,
      threads: 1,
      signal: stop.signal,
      extract: async (article) => {
        if (!isNewer) await queued(file('Mara Ilves visited Varna.', 'a'));
        isNewer = true;
        return readPlainly(article);
      },
      onOutcome: (_claim, outcome) => {
        outcomes.push(outcome?.outcome);
        if (outcome) stop.abort();
      },
    });
    expect(outcomes).toEqual([undefined, 'added']);
    expect(await exported(store)).toBe(await folded(plain('Mara Ilves visited Varna.')));
  });

  it('gives back at once what is under way when its reader is told to stop', async () => {
    await queued(file(TEXTS[0] ?? ''));
    const stop = new AbortController();
    const never = (_article: Article, _what: string, signal?: AbortSignal) =>
      new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        stop.abort(new Error('enough'));
      });
    await work({ store, queue, threads: 1, signal: stop.signal, extract: never });
    expect(await queue.counts()).toEqual({ waiting: 1, reading: 0 });
    expect(await queue.claim(1)).toMatchObject([{ takeovers: 0 }]);
  });

  it('gives an article up that ended one process after the other', async () => {
    await queued(file(TEXTS[0] ?? ''));
    for (let turn = 0; turn < 6; turn++) {
      expect(await queue.claim(1)).toMatchObject([{ takeovers: turn }]);
      await store.runSql(`update dateline_queue.job set started_on = now() - interval '1 hour' where state = 'active'`);
      await queue.keep([]);
    }
    const [outcome] = await workOff(1);
    expect(outcome).toMatchObject({ outcome: 'failed', problem: { code: 'internal-error' } });
    expect(await queue.counts()).toEqual({ waiting: 0, reading: 0 });
  });

  it('lets go of what waits from a file or below a folder', async () => {
    await queued(...TEXTS.map((text) => file(text)));
    expect(await queue.drop('/news/Mara.txt')).toBe(1);
    expect(await queue.drop('/new')).toBe(0);
    expect(await queue.drop('/news')).toBe(2);
    expect(await queue.counts()).toEqual({ waiting: 0, reading: 0 });
  });

  it('is shown page by page, the oldest first', async () => {
    await queued(...TEXTS.map((text) => file(text)));
    await queue.claim(1);
    const first = await queue.items(2, null);
    const second = await queue.items(2, first.next);
    const all = [...first.items, ...second.items];
    expect(second.next).toBeNull();
    expect(all.map(({ id }) => id).sort()).toEqual(TEXTS.map((text) => makeArticle(text).id).sort());
    expect(all.filter(({ status }) => status === 'reading')).toHaveLength(1);
    expect(all.every(({ since }) => !Number.isNaN(Date.parse(since)))).toBe(true);
  });

  it('takes names that no database can hold', async () => {
    await queued(file('Mara Ilves met \ud83d Oda Brandt.', 'a\ud83d\0b'));
    await workOff(1);
    expect(await store.placesFrom('/news')).toEqual([{ origin: '/news/a\u{FFFD}\u{FFFD}b.txt', part: '' }]);
  });

  it('is not there in a store where nothing was ever queued', async () => {
    await store.runSql('alter schema dateline_queue rename to kept_away');
    const empty = new Queue(store);
    expect(await empty.claim(1)).toEqual([]);
    expect(await empty.counts()).toEqual({ waiting: 0, reading: 0 });
    expect(await empty.items(10, null)).toEqual({ items: [], next: null });
    await empty.keep([]);
    const { rows } = await store.runSql(`select 1 from pg_namespace where nspname = 'dateline_queue'`);
    expect(rows).toEqual([]);
    await store.runSql('alter schema kept_away rename to dateline_queue');
  });
});
