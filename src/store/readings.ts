import { sql } from 'kysely';
import { type About, byStanding } from '../graph/index.ts';
import { derive } from './derive.ts';
import { type Kept, keptArticle } from './kept.ts';
import { keyOf, storable } from './place.ts';
import type { Tx } from './schema.ts';
import type { Place } from './store.ts';
import { takeBack } from './take-back.ts';

/*
 * Of several readings of one article (the same text with other facts about it, or another text from the same address)
 * one stands, as `byStanding` has it, and the others wait in `spare`. Which one stands depends on which there are, and
 * not on the order in which they came.
 */

const sameArticle = ({ id, url }: About) => sql<boolean>`(id = ${id} or url = ${url})`;

/** Those that stand and are readings of the same article as this one. */
async function rivalsOf(tx: Tx, about: About): Promise<About[]> {
  const { rows } = await sql<About>`
    select id, title, date, source, url from article where ${sameArticle(about)} order by id`.execute(tx);
  return rows;
}

export async function addOrigins(tx: Tx, article: string, places: readonly Place[]): Promise<void> {
  for (const place of places)
    await tx
      .insertInto('origin')
      .values({ key: keyOf(place), origin: storable(place.origin), part: storable(place.part), article })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ article }))
      .execute();
}

async function addSpares(tx: Tx, reading: Kept, places: readonly Place[]): Promise<void> {
  const { id, url } = reading.article;
  for (const place of places)
    await tx
      .insertInto('spare')
      .values({
        key: keyOf(place),
        origin: storable(place.origin),
        part: storable(place.part),
        id,
        url,
        reading: JSON.stringify(reading),
      })
      .execute();
}

/** An article goes, and waits where it was read. */
async function stepAside(tx: Tx, id: string): Promise<void> {
  const places = await tx.selectFrom('origin').select(['origin', 'part']).where('article', '=', id).execute();
  const reading = await keptArticle(tx, id);
  await takeBack(tx, id);
  if (reading) await addSpares(tx, reading, places);
}

/**
 * Adds a reading, or keeps it in reserve where a better one stands.
 *
 * @param places where it was read; none of them holds another reading
 * @returns whether it stands now
 */
export async function stand(tx: Tx, reading: Kept, places: readonly Place[]): Promise<boolean> {
  const rivals = await rivalsOf(tx, reading.article);
  if (rivals.some((rival) => byStanding(rival, reading.article) < 0)) {
    await addSpares(tx, reading, places);
    return false;
  }
  for (const { id } of rivals) await stepAside(tx, id);
  await derive(tx, reading);
  await addOrigins(tx, reading.article.id, places);
  for (const rival of rivals) await revive(tx, rival);
  return true;
}

/** Lets readings stand that waited for this one to go. */
export async function revive(tx: Tx, gone: About): Promise<void> {
  const { rows } = await sql<Place & { reading: Kept }>`
    select origin, part, reading from spare where ${sameArticle(gone)} order by key`.execute(tx);
  const waiting = rows.sort((a, b) => byStanding(a.reading.article, b.reading.article));
  for (const { reading } of waiting) {
    const places = waiting.filter((other) => byStanding(other.reading.article, reading.article) === 0);
    // one that another has brought back meanwhile is in reserve no more
    const { numDeletedRows } = await tx.deleteFrom('spare').where('key', 'in', places.map(keyOf)).executeTakeFirst();
    if (numDeletedRows > 0n) await stand(tx, reading, places);
  }
}

/** Takes an article back that is read nowhere any more; another reading of it may stand then. */
export async function takeAway(tx: Tx, id: string): Promise<boolean> {
  const about = await tx
    .selectFrom('article')
    .select(['id', 'title', 'date', 'source', 'url'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (about === undefined) return false;
  await takeBack(tx, id);
  await revive(tx, about);
  return true;
}

/** What was read at a place, standing or not; null where nothing was. */
export async function readingAt(tx: Tx, place: Place): Promise<(About & { stands: boolean }) | null> {
  const { rows } = await sql<About & { stands: boolean }>`
    select id, title, date, source, url, true as stands from article
    where id = (select article from origin where key = ${keyOf(place)})
    union all
    select id, reading -> 'article' ->> 'title', reading -> 'article' ->> 'date', reading -> 'article' ->> 'source', url,
      false from spare where key = ${keyOf(place)}`.execute(tx);
  return rows[0] ?? null;
}

/**
 * Forgets what was read at a place. An article that was read nowhere else goes.
 *
 * @returns its id, and whether no reading of its text is left; null where nothing was read there
 */
export async function vacate(tx: Tx, place: Place): Promise<{ article: string; isGone: boolean } | null> {
  const before = await readingAt(tx, place);
  if (before === null) return null;
  await tx.deleteFrom('spare').where('key', '=', keyOf(place)).execute();
  await tx.deleteFrom('origin').where('key', '=', keyOf(place)).execute();
  const article = before.id;
  if (before.stands) {
    const elsewhere = await tx.selectFrom('origin').select('key').where('article', '=', article).limit(1).execute();
    if (elsewhere.length === 0) await takeAway(tx, article);
  }
  const { rows } = await sql`
    select 1 from article where id = ${article} union all select 1 from spare where id = ${article} limit 1`.execute(
    tx,
  );
  return { article, isGone: rows.length === 0 };
}

/** This very reading, where another place holds it in reserve. */
async function spareOf(tx: Tx, about: About): Promise<Kept | null> {
  const { rows } = await sql<{ reading: Kept }>`select reading from spare where id = ${about.id} order by key`.execute(
    tx,
  );
  return rows.find(({ reading }) => byStanding(reading.article, about) === 0)?.reading ?? null;
}

const isStanding = async (tx: Tx, about: About): Promise<boolean> =>
  (await rivalsOf(tx, about)).some((rival) => byStanding(rival, about) === 0);

/**
 * Notes that a reading that is kept was read at a place (too), in the place of what was read there before.
 *
 * @returns false where it is not kept: nothing was changed then
 */
export async function noteReading(tx: Tx, about: About, place: Place | undefined): Promise<boolean> {
  const spare = await spareOf(tx, about);
  if (spare === null && !(await isStanding(tx, about))) return false;
  if (place === undefined) return true;
  const before = await readingAt(tx, place);
  if (before !== null && byStanding(before, about) === 0) return true;
  await vacate(tx, place);
  if (await isStanding(tx, about)) await addOrigins(tx, about.id, [place]);
  else if (spare !== null) await addSpares(tx, spare, [place]);
  return true;
}
