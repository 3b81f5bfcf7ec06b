import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { articlesOf } from '../article/index.ts';
import { arrange, type Incoming, ingest, type Outcome, startWorkers } from '../ingest/index.ts';
import { Problem } from '../problem.ts';
import { createApp, listen } from '../server/index.ts';
import { reportProblem } from './report.ts';
import { stopSignal } from './stop.ts';
import { contentsOf, openStoreFrom, type StoreChoice } from './store.ts';

interface ServeOptions extends StoreChoice {
  port: number;
  host: string;
  /** false with --no-seeds */
  seeds: string | false;
}

/**
 * `dateline serve`: opens the store, reads the seed articles that it does not know yet, and serves explorer and API
 * until it is told to stop (Ctrl-C, SIGTERM).
 */
export async function serve({ port, host, seeds, ...choice }: ServeOptions): Promise<void> {
  const stop = stopSignal();
  const store = await openStoreFrom(choice);
  const workers = startWorkers();
  try {
    // listens first: a taken port must not cost the reading of the articles
    const server = await listen(createApp({ store, workers }), port, host);
    try {
      if (seeds) await readSeeds(await seedFiles(seeds));
      await arrange(store, workers);
      console.log(await contentsOf(store, choice));
      console.log(`Dateline is at ${server.url} (Ctrl-C stops it)`);
      await stopped(stop);
    } finally {
      await server.close();
    }
  } finally {
    await workers.close();
    await store.close();
  }

  async function readSeeds(incoming: Incoming[]): Promise<void> {
    const onProgress = (outcome: Outcome, done: number) => tell(outcome, done, incoming.length);
    await ingest(incoming, { store, extract: workers.extract, onProgress, signal: stop }).catch((error: unknown) => {
      if (!stop.aborted) throw error;
    });
  }
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
