import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { basename } from 'node:path';
import { articlesOf } from '../article/index.ts';
import { arrange, Inbox, type Incoming, ingest, type Outcome, startWorkers, type Workers } from '../ingest/index.ts';
import { Problem } from '../problem.ts';
import { createApp, listen, whileStarting } from '../server/index.ts';
import type { Store } from '../store/index.ts';
import { reportProblem } from './report.ts';
import { stopSignal } from './stop.ts';
import { contentsOf, openStoreFrom, type StoreChoice } from './store.ts';

interface ServeOptions extends StoreChoice {
  port: number;
  host: string;
  /** false with --no-seeds */
  seeds: string | false;
  threads: number;
}

/**
 * `dateline serve`: opens the store, reads the seed articles that it does not know yet, and serves explorer and API
 * until it is told to stop (Ctrl-C, SIGTERM). What is posted is read meanwhile, and what was queued before.
 */
export async function serve({ port, host, seeds, threads, ...choice }: ServeOptions): Promise<void> {
  const stop = stopSignal();
  // listens first: a port that is taken must not cost the making of a store
  let answer: RequestListener = whileStarting();
  const server = await listen((req, res) => answer(req, res), port, host);
  try {
    const store = await openStoreFrom(choice);
    const workers = startWorkers(threads);
    const inbox = new Inbox({ store, workers, threads, onTrouble: reportProblem });
    try {
      answer = createApp({ store, workers, inbox });
      if (seeds) await readSeeds(await seedFiles(seeds), store, workers, stop);
      await arrange(store, workers);
      console.log(await contentsOf(store, choice));
      console.log(`Dateline is at ${server.url} (Ctrl-C stops it)`);
      await stopped(stop);
    } finally {
      await inbox.close(); // ends the streams of events, which would keep the server open
      await server.close();
      await workers.close();
      await store.close();
    }
  } finally {
    await server.close();
  }
}

async function readSeeds(incoming: Incoming[], store: Store, { extract }: Workers, signal: AbortSignal): Promise<void> {
  const onProgress = (outcome: Outcome, done: number) => tell(outcome, done, incoming.length);
  await ingest(incoming, { store, extract, onProgress, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** @throws Problem `not-found` where there is no such folder */
async function seedFiles(folder: string): Promise<Incoming[]> {
  if (!existsSync(folder)) {
    const hint = 'Name another with --seeds, or none with --no-seeds';
    throw new Problem('not-found', { title: `there is no file or folder "${folder}"`, hint });
  }
  const found: Incoming[] = [];
  for await (const { name, origin, load } of articlesOf([folder])) {
    const withSource = async () => {
      const article = await load();
      return { ...article, source: article.source ?? basename(origin) };
    };
    found.push({ name, origin, load: withSource });
  }
  return found;
}

function tell(outcome: Outcome, done: number, total: number): void {
  if (outcome.outcome === 'failed') reportProblem(outcome.problem);
  else if (outcome.outcome === 'added') {
    const { mentions, statements } = outcome.extraction;
    console.log(
      `read ${done} of ${total}: ${outcome.name}, ${mentions.length} mentions, ${statements.length} statements`,
    );
  }
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
