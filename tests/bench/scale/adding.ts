import { sql } from 'kysely';
import { startWorkers, type Workers } from '../../../src/ingest/index.ts';
import type { Connection } from '../../../src/store/connection.ts';
import type { Db } from '../../../src/store/schema.ts';
import { addExtraction, removeArticle } from '../../../src/store/write.ts';
import { corpus, NEWS } from './corpus.ts';
import { load, report } from './report.ts';
import type { Kind } from './stores.ts';
import { clockOf, noCosts, quantile, timed } from './timing.ts';

export interface AddingOptions {
  articles: number;
  names: number;
  threads: number;
}

interface Added {
  /** Milliseconds that were waited for the store, by article. */
  times: number[];
  /** Milliseconds an article that processors were at work, extraction included, by tenths of the corpus. */
  processor: number[];
  words: number;
  seconds: number;
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

/** Reads articles on some threads and adds each, as `dateline add` does. */
async function addAll(connection: Connection, kind: Kind, workers: Workers, options: AddingOptions): Promise<Added> {
  const article = corpus({ ...NEWS, names: options.names });
  const times: number[] = [];
  const processor: number[] = [];
  const tenth = Math.ceil(options.articles / 10);
  let clock = await clockOf(kind, connection.db);
  let before = clock();
  let [next, words] = [0, 0];
  const begin = performance.now();
  const lane = async () => {
    while (next < options.articles) {
      const one = article(next++);
      const extraction = await workers.extract(one);
      words += one.text.split(/\s+/u).length;
      const asked = performance.now();
      await addExtraction(connection.db, extraction);
      times.push(performance.now() - asked);
      await connection.upkeep();
      if (times.length % tenth !== 0) continue;
      processor.push((clock() - before) / tenth);
      clock = await clockOf(kind, connection.db);
      before = clock();
      const rate = (1000 * times.length) / (performance.now() - begin);
      const memory = megabytes(process.memoryUsage.rss());
      const p50 = quantile(times.slice(-tenth), 0.5).toFixed(1);
      console.log(
        `    ${times.length} articles, ${rate.toFixed(1)}/s, waited ${p50} ms for the store and processor ${processor.at(-1)?.toFixed(0)} ms each, memory ${memory} MB, ${load()}`,
      );
    }
  };
  await Promise.all(Array.from({ length: options.threads + 1 }, lane));
  return { times, processor, words, seconds: (performance.now() - begin) / 1000 };
}

async function size(db: Db, articles: number): Promise<void> {
  const { rows } = await sql<{ bytes: string; nodes: string; edges: string; statements: string }>`
    select pg_database_size(current_database()) as bytes, (select count(*) from entity) as nodes,
      (select count(*) from edge) as edges, (select count(*) from statement) as statements`.execute(db);
  const [row] = rows;
  if (row === undefined) return;
  const each = Number(row.bytes) / 1024 / articles;
  console.log(
    `  ${row.nodes} nodes, ${row.edges} edges, ${row.statements} statements; ${each.toFixed(1)} kB an article`,
  );
}

async function takeBack(connection: Connection, kind: Kind, articles: number): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select id from article order by id limit ${Math.min(200, articles / 4)}`.execute(connection.db);
  const clock = await clockOf(kind, connection.db);
  const costs = noCosts();
  for (const { id } of rows) await timed(clock, costs, () => removeArticle(connection.db, id));
  report('take an article back', costs);
}

/** What a corpus costs, its extraction included; the first and the last tenth in the store are compared. */
export async function measureAdding(connection: Connection, kind: Kind, options: AddingOptions): Promise<void> {
  const { articles, threads } = options;
  const workers = startWorkers(threads);
  const { times, processor, words, seconds } = await addAll(connection, kind, workers, options).finally(() =>
    workers.close(),
  );
  const tenth = Math.max(1, Math.floor(articles / 10));
  const growth = quantile(times.slice(-tenth), 0.5) / quantile(times.slice(0, tenth), 0.5);
  console.log(
    `  ${(articles / seconds).toFixed(1)} articles/s, ${Math.round(words / seconds)} words/s with ${threads} thread(s); ` +
      `the last tenth is waited for ${growth.toFixed(2)} × the first, ` +
      `and costs processors ${((processor.at(-1) ?? 0) / (processor[1] ?? 1)).toFixed(2)} × the second (the first holds the start)`,
  );
  await size(connection.db, articles);
  await takeBack(connection, kind, articles);
  console.log(`  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}
