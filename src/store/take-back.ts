import { refreshContradictions, refreshTypes } from './contradictions.ts';
import { EdgeChanges } from './edge-changes.ts';
import { applyChanges, endsOf } from './edges.ts';
import { countArticle } from './facets.ts';
import { countNames, namesOf, reidentify } from './identity.ts';
import { entityOf } from './kept.ts';
import { refreshNodes } from './nodes.ts';
import { storedArticles } from './reattach.ts';
import type { Tx } from './schema.ts';

/**
 * Takes an article back: afterwards the store is as if it had never been added, but for where nodes were laid out.
 * Only in a transaction that derives alone.
 */
export async function takeBack(tx: Tx, id: string): Promise<void> {
  const [stored] = await storedArticles(tx, [id]);
  if (stored === undefined) return;
  const rows = await tx
    .selectFrom('article_entity')
    .select(['type', 'label', 'aliases', 'born', 'titles'])
    .where('article', '=', id)
    .execute();
  const entities = rows.map(entityOf);
  const edges = new EdgeChanges();
  edges.count(stored, -1);
  // these two do not go by themselves where tables are spread over a cluster (`citus.sql`)
  await tx.deleteFrom('article_entity').where('article', '=', id).execute();
  await tx.deleteFrom('origin').where('article', '=', id).execute();
  await tx.deleteFrom('article').where('id', '=', id).execute();
  await countArticle(tx, stored.article.source, -1);
  await countNames(tx, entities, -1);
  const renamed = await reidentify(tx, namesOf(entities), edges);
  const changed = await applyChanges(tx, edges);
  const nodes = [...new Set([...stored.keys, ...renamed, ...endsOf(changed)])];
  await refreshNodes(tx, nodes);
  await refreshTypes(tx, nodes);
  await refreshContradictions(tx, changed);
}
