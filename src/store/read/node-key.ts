import type { Db } from '../schema.ts';

/** The key of the node that a name's key leads to: its own, or that of another of its names. */
export async function nodeKey(db: Db, name: string): Promise<string | null> {
  const found = await db.selectFrom('name').select('entity').where('name', '=', name).executeTakeFirst();
  return found?.entity ?? null;
}
