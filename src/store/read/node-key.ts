import type { Db } from '../schema.ts';

/** The key of the node that a name's key leads to: its own, that of another of its names, or the first that shares it. */
export async function nodeKey(db: Db, name: string): Promise<string | null> {
  const found = await db.selectFrom('name').select('entity').where('name', '=', name).executeTakeFirst();
  if (found) return found.entity;
  const shared = await db
    .selectFrom('claim')
    .innerJoin('name', 'name.name', 'claim.name')
    .select('entity')
    .where('alias', '=', name)
    .orderBy('entity')
    .executeTakeFirst();
  return shared?.entity ?? null;
}
