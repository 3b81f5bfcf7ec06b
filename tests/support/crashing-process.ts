/**
 * A process that queues an article, reads it from the queue and is killed before its n-th write to the database.
 * Arguments: folder or address, n. It says what it found, then how far it came: lines of JSON.
 */
import { writeSync } from 'node:fs';
import pg from 'pg';
import { makeArticle } from '../../src/article/make.ts';
import { Queue } from '../../src/ingest/queue.ts';
import { work } from '../../src/ingest/work.ts';
import { openStore } from '../../src/store/index.ts';
import { CRASHING } from './crashing.ts';
import { exported } from './exports.ts';
import { readPlainly } from './plain-reader.ts';

const [, , where = '', n = '0'] = process.argv;

const say = (what: Record<string, unknown>) => writeSync(1, `${JSON.stringify(what)}\n`);

/** The text of a query, in whichever of its forms `pg` is given it. */
const textOf = (query: unknown): string => {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';
};

/** Kills the process before its n-th write from now on. @returns how many there were */
function killAtWrite(last: number): () => number {
  let writes = 0;
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = new Proxy(query, {
    apply(target, client, args) {
      const isWrite = /\b(?:insert into|update|delete from|commit)\b/iu.test(textOf(args[0]));
      if (isWrite && ++writes === last) process.kill(process.pid, 'SIGKILL');
      return Reflect.apply(target, client, args);
    },
  });
  return () => writes;
}

async function run(): Promise<void> {
  const store = await openStore(where);
  const queue = new Queue(store);
  say({ export: await exported(store), ...(await queue.counts()) });
  const writes = killAtWrite(Number(n));
  await queue.put([{ name: 'a', article: makeArticle(CRASHING), place: { origin: '/a.txt', part: '' } }]);
  say({ queued: true });
  const stop = new AbortController();
  const onOutcome = () => stop.abort();
  await work({ queue, store, extract: readPlainly, threads: 1, signal: stop.signal, onOutcome });
  say({ writes: writes() });
  await store.close();
}

run().catch((error: unknown) => {
  writeSync(2, String(error));
  process.exit(1);
});
