/**
 * A process that reads what is queued in a database until it is stopped, with a lease of two seconds, and prints the
 * name of each article that it added. Argument: address.
 */
import { writeSync } from 'node:fs';
import { Queue } from '../../src/ingest/queue.ts';
import { work } from '../../src/ingest/work.ts';
import { openStore } from '../../src/store/index.ts';
import { readPlainly } from './plain-reader.ts';

const [, , where = ''] = process.argv;

async function run(): Promise<void> {
  const store = await openStore(where);
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort());
  await work({
    queue: new Queue(store, 2),
    store,
    extract: readPlainly,
    threads: 2,
    signal: stop.signal,
    every: 50,
    onOutcome: ({ name }, outcome) => {
      if (outcome?.outcome === 'added') writeSync(1, `${name}\n`);
    },
  });
  await store.close();
}

run().catch((error: unknown) => {
  writeSync(2, String(error));
  process.exit(1);
});
