import { reattach, refreshEdges } from './edges.ts';
import { countNames, namesOf, reidentify } from './identity.ts';
import { refreshNodes } from './nodes.ts';
import type { Db, Tx } from './schema.ts';
import { deriveAlone, inTransaction } from './transaction.ts';

/**
 * Takes an article back: afterwards the store is as if it had never been added, but for where nodes were laid out.
 * Only in a transaction that derives alone.
 *
 * @returns false where there was no such article
 */
export async function takeBack(tx: Tx, id: string): Promise<boolean> {
  const entities = await tx
    .selectFrom('article_entity')
    .select(['type', 'label', 'aliases', 'entity'])
    .where('article', '=', id)
    .execute();
  const said = await tx.selectFrom('statement').select('edge').distinct().where('article', '=', id).execute();
  const deleted = await tx.deleteFrom('article').where('id', '=', id).returning('id').execute();
  if (deleted.length === 0) return false;
  await countNames(tx, entities, -1);
  const moves = await reidentify(tx, namesOf(entities));
  const reattached = await reattach(tx, moves.articles);
  const edges = said.flatMap(({ edge }) => edge ?? []);
  const ends = await refreshEdges(tx, [...new Set([...edges, ...reattached])]);
  await refreshNodes(tx, [...new Set([...entities.map(({ entity }) => entity), ...moves.nodes, ...ends])]);
  return true;
}

/** @returns false where there was no such article */
export function removeArticle(db: Db, id: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await deriveAlone(tx);
    return takeBack(tx, id);
  });
}
