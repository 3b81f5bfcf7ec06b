import { sql } from 'kysely';
import { startWorkers, type Workers } from '../../../src/ingest/index.ts';
import type { Connection } from '../../../src/store/connection.ts';
import type { Db } from '../../../src/store/schema.ts';
import { addExtraction, removeArticle } from '../../../src/store/write.ts';
import { corpus, NEWS } from './corpus.ts';
import { load, report } from './report.ts';
import { quantile, timed } from './timing.ts';

export interface AddingOptions {
  articles: number;
  names: number;
  threads: number;
}

interface Added {
  /** Milliseconds in the store, by article. */
  times: number[];
  /** CPU milliseconds of all threads an article, by tenths of the corpus: these do not hang on who else is at work. */
  cpu: number[];
  words: number;
  seconds: number;
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

/** Reads articles on some threads and adds each, as `dateline add` does. */
async function addAll(connection: Connection, workers: Workers, options: AddingOptions): Promise<Added> {
  const article = corpus({ ...NEWS, names: options.names });
  const times: number[] = [];
  const cpu: number[] = [];
  const tenth = Math.ceil(options.articles / 10);
  let before = process.cpuUsage();
  let [next, words] = [0, 0];
  const begin = performance.now();
  const lane = async () => {
    while (next < options.articles) {
      const one = article(next++);
      const extraction = await workers.extract(one);
      words += one.text.split(/\s+/u).length;
      times.push(await timed(() => addExtraction(connection.db, extraction)));
      await connection.upkeep();
      if (times.length % tenth !== 0) continue;
      const { user, system } = process.cpuUsage(before);
      before = process.cpuUsage();
      cpu.push((user + system) / 1000 / tenth);
      const rate = (1000 * times.length) / (performance.now() - begin);
      const memory = megabytes(process.memoryUsage.rss());
      const p50 = quantile(times.slice(-tenth), 0.5).toFixed(1);
      console.log(
        `    ${times.length} articles, ${rate.toFixed(1)}/s, store ${p50} ms and CPU ${cpu.at(-1)?.toFixed(0)} ms each, memory ${memory} MB, ${load()}`,
      );
    }
  };
  await Promise.all(Array.from({ length: options.threads + 1 }, lane));
  return { times, cpu, words, seconds: (performance.now() - begin) / 1000 };
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

async function takeBack(connection: Connection, articles: number): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select id from article order by id limit ${Math.min(200, articles / 4)}`.execute(connection.db);
  const times: number[] = [];
  for (const { id } of rows) times.push(await timed(() => removeArticle(connection.db, id)));
  report('take an article back', times);
}

/** What a corpus costs, its extraction included; the first and the last tenth in the store are compared. */
export async function measureAdding(connection: Connection, options: AddingOptions): Promise<void> {
  const { articles, threads } = options;
  const workers = startWorkers(threads);
  const { times, cpu, words, seconds } = await addAll(connection, workers, options).finally(() => workers.close());
  const tenth = Math.max(1, Math.floor(articles / 10));
  const growth = quantile(times.slice(-tenth), 0.5) / quantile(times.slice(0, tenth), 0.5);
  report('add an article, in the store', times);
  console.log(
    `  ${(articles / seconds).toFixed(1)} articles/s, ${Math.round(words / seconds)} words/s with ${threads} thread(s); ` +
      `the last tenth costs the store ${growth.toFixed(2)} × the first, ` +
      `and ${((cpu.at(-1) ?? 0) / (cpu[1] ?? 1)).toFixed(2)} × the second in CPU time (the first holds the start)`,
  );
  await size(connection.db, articles);
  await takeBack(connection, articles);
  console.log(`  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}
