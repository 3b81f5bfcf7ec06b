import { keyOf, storable } from './place.ts';
import type { Db } from './schema.ts';
import type { FeedState } from './store.ts';

const feedKey = (url: string): string => keyOf({ origin: url, part: '' });

export async function feed(db: Db, url: string): Promise<FeedState | null> {
  const row = await db.selectFrom('feed').selectAll().where('key', '=', feedKey(url)).executeTakeFirst();
  if (row === undefined) return null;
  const { etag, last_modified: lastModified, rests, next, errors } = row;
  return { url, etag, lastModified, rests, next: next.getTime(), errors };
}

export async function keepFeed(db: Db, { url, etag, lastModified, rests, next, errors }: FeedState): Promise<void> {
  const state = {
    etag: etag === null ? null : storable(etag),
    last_modified: lastModified === null ? null : storable(lastModified),
    rests: JSON.stringify(rests),
    next: new Date(next),
    errors,
  };
  await db
    .insertInto('feed')
    .values({ key: feedKey(url), url: storable(url), ...state })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(state))
    .execute();
}
