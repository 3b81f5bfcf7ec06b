import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from './schema.ts';
import type { Alongside, Place, Taken } from './store.ts';
import { takeBack } from './take-back.ts';
import { deriveAlone, finish, inTransaction } from './transaction.ts';

/** File names may hold what no text of a database can. */
export const storable = (text: string): string =>
  text.replaceAll('\0', '\u{FFFD}').replace(/\p{Surrogate}/gu, '\u{FFFD}');

/** 32 hexadecimal digits for a place. */
export const keyOf = ({ origin, part }: Place): string =>
  createHash('sha256').update(`${origin}\0${part}`).digest('hex').slice(0, 32);

const isUnread = async (tx: Tx, article: string): Promise<boolean> => {
  const rows = await tx.selectFrom('origin').select('key').where('article', '=', article).limit(1).execute();
  return rows.length === 0;
};

/**
 * Notes that an article of the store was read at a place, which is thereby no failure any more. The article that was
 * read there before is taken back, unless it is to be read elsewhere too.
 */
export async function settle(tx: Tx, article: string, place: Place): Promise<void> {
  const key = keyOf(place);
  const before = await tx.selectFrom('origin').select('article').where('key', '=', key).executeTakeFirst();
  await tx.deleteFrom('failure').where('key', '=', key).execute();
  if (before?.article === article) return;
  await tx
    .insertInto('origin')
    .values({ key, origin: storable(place.origin), part: storable(place.part), article })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ article }))
    .execute();
  if (before && (await isUnread(tx, before.article))) await takeBack(tx, before.article);
}

/** @returns false where there is no such article: it must be read */
export function noteOrigin(db: Db, article: string, place: Place, alongside?: Alongside): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await deriveAlone(tx);
    const there = await tx.selectFrom('article').select('id').where('id', '=', article).executeTakeFirst();
    if (there === undefined) return false;
    await settle(tx, article, place);
    await finish(tx, alongside);
    return true;
  });
}

/** All places of an origin or, of a folder, of all origins below it. */
export async function placesFrom(db: Db, where: string): Promise<Place[]> {
  const origin = storable(where);
  const found = await sql<Place>`
    select origin, part from origin where md5(origin) = md5(${origin}) and origin = ${origin}
    union all
    select origin, part from origin where starts_with(origin, ${`${origin.replace(/[/\\]$/u, '')}/`})
    order by origin, part`.execute(db);
  return found.rows;
}

/**
 * Forgets that an article was read at this place. It is taken back, unless it was read elsewhere too.
 *
 * @returns null where no article was read there
 */
export function forget(db: Db, place: Place): Promise<Taken | null> {
  return inTransaction(db, async (tx) => {
    await deriveAlone(tx);
    const [row] = await tx.deleteFrom('origin').where('key', '=', keyOf(place)).returning('article').execute();
    if (row === undefined) return null;
    const isGone = await isUnread(tx, row.article);
    if (isGone) await takeBack(tx, row.article);
    return { article: row.article, isGone };
  });
}

/** Ids of the articles that say that they were published at this address. */
export async function publishedAt(db: Db, url: string): Promise<string[]> {
  const rows = await db.selectFrom('article').select('id').where('url', '=', storable(url)).orderBy('id').execute();
  return rows.map(({ id }) => id);
}
