import type PgBoss from 'pg-boss';
import { z } from 'zod';
import { type Alongside, type Place, type RunSql, type Store, storable } from '../store/index.ts';
import { dataOf, jobOf, type Queued, queuedOf } from './job.ts';
import { LEASE } from './lease.ts';

/** An article that this process is to read now; nobody else does while it holds the lease. */
export interface Claim extends Queued {
  job: string;
  /** How many processes had it before and ended without a word. */
  takeovers: number;
}

export interface QueueCounts {
  waiting: number;
  reading: number;
}

export interface QueueItem {
  /** Of the article. */
  id: string;
  name: string;
  title: string | null;
  status: 'queued' | 'reading';
  /** When it was queued, ISO 8601. */
  since: string;
}

/** Our own schema, so that another pg-boss in the same database is not in the way. */
const SCHEMA = 'dateline_queue';
const JOB = `${SCHEMA}.job`;
const NAME = 'articles';
/** pg-boss throws away what waits longer; articles wait as long as it takes. */
const FOR_EVER = { retentionMinutes: 50 * 365 * 24 * 60, retryLimit: 1_000_000, retryDelay: 0 };

const Counts = z.tuple([z.object({ waiting: z.int(), reading: z.int() })]);
const Items = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    title: z.string().nullable(),
    status: z.enum(['queued', 'reading']),
    since: z.string(),
    job: z.string(),
  }),
);
const Ids = z.array(z.object({ id: z.string() }));
const There = z.tuple([z.object({ there: z.boolean() })]);

/**
 * Articles that wait in the store, kept by pg-boss, which also finds those whose reader was killed. It is brought into
 * the database when something is queued for the first time; a store that nobody queues in never has it.
 *
 * A place has one job: a newer version of the article takes the place of an older one that waits. What is read goes
 * from the queue in the transaction in which it comes into the graph, so that each is read in once, whoever is killed.
 */
export class Queue {
  readonly #store: Store;
  readonly #lease: number;
  #boss: Promise<PgBoss> | undefined;
  readonly #sleepers = new Set<() => void>();

  /** @param lease seconds, whole: an article whose reader does not renew its lease so long is given to another */
  constructor(store: Store, lease = LEASE) {
    this.#store = store;
    this.#lease = lease;
  }

  get lease(): number {
    return this.#lease;
  }

  /** Brings pg-boss into the database, as the first article that is queued does. */
  async install(): Promise<void> {
    await this.#started();
  }

  /** Resolves when all of them wait in the store. @param priority those of a higher one are read first */
  async put(articles: readonly Queued[], priority = 0): Promise<void> {
    if (articles.length === 0) return;
    const boss = await this.#started();
    const jobs = new Map(
      articles.map((one) => {
        const id = jobOf(one.place);
        return [id, { id, name: NAME, data: dataOf(one), priority, expireInSeconds: this.#lease }];
      }),
    );
    await this.#store.together(async (run) => {
      await run(`delete from ${JOB} where name = $1 and id = any($2::uuid[])`, [NAME, [...jobs.keys()]]);
      await boss.insert([...jobs.values()], { db: { executeSql: run } });
    });
    for (const wake of this.#sleepers) wake();
  }

  /** Takes the next that wait, those of the highest priority and the oldest first. */
  async claim(most: number): Promise<Claim[]> {
    if (!(await this.#isThere())) return [];
    const boss = await this.#started();
    const jobs = await this.#store.together(async (run) => {
      const db = { executeSql: run };
      const found = await boss.fetch<unknown>(NAME, { batchSize: most, includeMetadata: true, db });
      // pg-boss keeps an error of the fetch to itself; in a transaction, the next statement tells it
      await this.#extend(
        run,
        found.map(({ id }) => id),
      );
      return found;
    });
    return jobs.map(({ id, data, retryCount }) => ({ job: id, takeovers: retryCount, ...queuedOf(data) }));
  }

  /** Renews the leases of what is being read here, and puts back what others were killed over. */
  async keep(jobs: readonly string[]): Promise<void> {
    if (!(await this.#isThere())) return;
    await this.#extend(this.#store.runSql, jobs);
    await (await this.#started()).expire();
  }

  /** Puts back what was claimed and is not to be read here after all. */
  async release(jobs: readonly string[]): Promise<void> {
    // without `started_on` it counts as one that nobody ever had
    const sql = `update ${JOB} set state = 'retry', started_on = null
      where name = $1 and id = any($2::uuid[]) and state = 'active'`;
    if (jobs.length > 0) await this.#store.runSql(sql, [NAME, jobs]);
  }

  /** Takes an article from the queue; says no where a newer version of it, or nothing, waits there. */
  finishing({ job, article }: Claim): Alongside {
    const sql = `delete from ${JOB} where name = $1 and id = $2 and data #>> '{article,id}' = $3 returning id`;
    return async (run) => (await run(sql, [NAME, job, article.id])).rows.length > 0;
  }

  async finish(claim: Claim): Promise<void> {
    await this.finishing(claim)(this.#store.runSql);
  }

  /**
   * Takes away what waits from an origin or, of a folder, from below it; who is reading it will not keep it.
   *
   * @returns how many there were
   */
  async drop(origin: string): Promise<number> {
    if (!(await this.#isThere())) return 0;
    const sql = `delete from ${JOB} where name = $1
      and (data #>> '{place,origin}' = $2 or starts_with(data #>> '{place,origin}', $3)) returning id`;
    const where = storable(origin);
    const below = `${where.replace(/[/\\]$/u, '')}/`;
    return (await this.#store.runSql(sql, [NAME, where, below])).rows.length;
  }

  /** Which of these places have an article that waits or is being read. */
  async withJobs(places: readonly Place[]): Promise<Place[]> {
    if (!(await this.#isThere())) return [];
    const jobs = new Map(places.map((place) => [jobOf(place), place]));
    const sql = `select id from ${JOB} where name = $1 and id = any($2::uuid[])`;
    const found = Ids.parse((await this.#store.runSql(sql, [NAME, [...jobs.keys()]])).rows);
    return found.flatMap(({ id }) => jobs.get(id) ?? []);
  }

  async counts(): Promise<QueueCounts> {
    if (!(await this.#isThere())) return { waiting: 0, reading: 0 };
    const sql = `select count(*) filter (where state < 'active')::int as waiting,
      count(*) filter (where state = 'active')::int as reading from ${JOB} where name = $1`;
    return Counts.parse((await this.#store.runSql(sql, [NAME])).rows)[0];
  }

  /**
   * What waits and is being read, the oldest first.
   *
   * @param after `next` of the page before
   */
  async items(limit: number, after: string | null): Promise<{ items: QueueItem[]; next: string | null }> {
    if (!(await this.#isThere())) return { items: [], next: null };
    const [since = null, job = null] = after?.split('_') ?? [];
    const sql = `select data #>> '{article,id}' as id, data ->> 'name' as name, data #>> '{article,title}' as title,
        case when state = 'active' then 'reading' else 'queued' end as status,
        to_char(created_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since, id::text as job
      from ${JOB} where name = $1 and state <= 'active'
        and ($2::timestamptz is null or (created_on, id) > ($2::timestamptz, $3::uuid))
      order by created_on, ${JOB}.id limit $4`;
    const rows = Items.parse((await this.#store.runSql(sql, [NAME, since, job, limit + 1])).rows);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map(({ job: _, ...item }) => item),
      next: last === undefined ? null : `${last.since}_${last.job}`,
    };
  }

  /** Resolves when this process queues something, when the time is over, or when the signal fires. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.#sleepers.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });
  }

  async #extend(run: RunSql, jobs: readonly string[]): Promise<void> {
    // pg-boss 10 has no heartbeat: a lease begins anew
    const sql = `update ${JOB} set started_on = now(), expire_in = $3 * interval '1 second'
      where name = $1 and id = any($2::uuid[]) and state = 'active'`;
    await run(sql, [NAME, jobs, this.#lease]);
  }

  /** Whether somebody ever queued something here. */
  async #isThere(): Promise<boolean> {
    if (this.#boss) return true;
    const { rows } = await this.#store.runSql(`select to_regclass('${JOB}') is not null as there`);
    return There.parse(rows)[0].there;
  }

  #started(): Promise<PgBoss> {
    this.#boss ??= start(this.#store).catch((error: unknown) => {
      this.#boss = undefined;
      throw error;
    });
    return this.#boss;
  }
}

/** pg-boss over the store's own connections; it makes its schema where there is none. */
async function start(store: Store): Promise<PgBoss> {
  const { default: Boss } = await import('pg-boss');
  const boss = new Boss({
    db: { executeSql: (text, values) => store.runSql(text, values) },
    schema: SCHEMA,
    supervise: false, // leases are looked at by `keep`
    schedule: false,
  });
  await boss.start();
  await boss.createQueue(NAME, { name: NAME, ...FOR_EVER });
  return boss;
}
