import { sql } from 'kysely';
import type { About } from '../graph/index.ts';
import { keyOf, storable } from './place.ts';
import { noteReading, vacate } from './readings.ts';
import type { Db } from './schema.ts';
import type { Alongside, Place, Taken } from './store.ts';
import { deriveAlone, finish, inTransaction } from './transaction.ts';

/**
 * Notes that an article that was read before was read at this place.
 *
 * @returns false where there is no such reading of it: it must be read
 */
export function noteOrigin(db: Db, about: About, place: Place, alongside?: Alongside): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await deriveAlone(tx);
    if (!(await noteReading(tx, about, place))) return false;
    await tx.deleteFrom('failure').where('key', '=', keyOf(place)).execute();
    await finish(tx, alongside);
    return true;
  });
}

/** All places of an origin or, of a folder, of all origins below it. */
export async function placesFrom(db: Db, where: string): Promise<Place[]> {
  const origin = storable(where);
  const below = `${origin.replace(/[/\\]$/u, '')}/`;
  const found = await sql<Place>`
    select origin, part from origin where md5(origin) = md5(${origin}) and origin = ${origin} union
    select origin, part from spare where md5(origin) = md5(${origin}) and origin = ${origin} union
    select origin, part from origin where starts_with(origin, ${below}) union
    select origin, part from spare where starts_with(origin, ${below})
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
    return vacate(tx, place);
  });
}

/** Ids of the articles that say that they were published at this address, those in reserve too. */
export async function publishedAt(db: Db, url: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from article where url = ${storable(url)} union
    select id from spare where url = ${storable(url)} order by id`.execute(db);
  return rows.map(({ id }) => id);
}
