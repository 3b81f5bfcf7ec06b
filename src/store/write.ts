import type { Extraction } from '../extraction.ts';
import { keyOf } from './place.ts';
import { noteReading, stand, takeAway, vacate } from './readings.ts';
import type { Db } from './schema.ts';
import type { Alongside, Place } from './store.ts';
import { deriveAlone, finish, inTransaction } from './transaction.ts';

/**
 * Adds what an article says, in one transaction: all of it is there afterwards, or nothing.
 *
 * @param place where it was read; what was read there before is taken back
 * @returns false where it changed nothing: it was there before, or another reading of the same article stands
 */
export function addExtraction(db: Db, extraction: Extraction, place?: Place, alongside?: Alongside): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await deriveAlone(tx);
    if (place) await tx.deleteFrom('failure').where('key', '=', keyOf(place)).execute();
    const isKnown = await noteReading(tx, extraction.article, place);
    if (!isKnown && place) await vacate(tx, place);
    const stands = !isKnown && (await stand(tx, extraction, place ? [place] : []));
    await finish(tx, alongside);
    return stands;
  });
}

/** Takes an article back, and all other readings of its text. @returns false where there was none */
export function removeArticle(db: Db, id: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await deriveAlone(tx);
    const { numDeletedRows } = await tx.deleteFrom('spare').where('id', '=', id).executeTakeFirst();
    return (await takeAway(tx, id)) || numDeletedRows > 0n;
  });
}
