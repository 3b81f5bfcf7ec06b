import { sql } from 'kysely';
import { keyOf, storable } from './place.ts';
import type { Db } from './schema.ts';
import type { Failure } from './store.ts';

export async function addFailure(db: Db, failure: Failure): Promise<void> {
  const { origin, part, name, problem } = failure;
  const told = {
    name: storable(name),
    code: problem.code,
    title: storable(problem.title),
    detail: problem.detail === undefined ? null : storable(problem.detail),
    hint: problem.hint === undefined ? null : storable(problem.hint),
  };
  await db
    .insertInto('failure')
    .values({ key: keyOf(failure), origin: storable(origin), part: storable(part), ...told })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(told))
    .execute();
}

/** Sorted by origin and part. */
export async function failures(db: Db): Promise<Failure[]> {
  const rows = await db.selectFrom('failure').selectAll().orderBy(sql`origin collate "C", part collate "C"`).execute();
  return rows.map(({ origin, part, name, code, title, detail, hint }) => ({
    origin,
    part,
    name,
    problem: { code, title, ...(detail !== null && { detail }), ...(hint !== null && { hint }) },
  }));
}

export async function countFailures(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from failure`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Forgets that reading failed at this place or, without a part, anywhere at its origin and, of a folder, below it. */
export async function forgetFailures(db: Db, { origin, part }: { origin: string; part?: string }): Promise<number> {
  const where = storable(origin);
  const { rows } =
    part !== undefined
      ? await sql`delete from failure where key = ${keyOf({ origin, part })} returning key`.execute(db)
      : await sql`
          delete from failure where md5(origin) = md5(${where}) and origin = ${where}
            or starts_with(origin, ${`${where.replace(/[/\\]$/u, '')}/`}) returning key`.execute(db);
  return rows.length;
}
