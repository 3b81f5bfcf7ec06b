import { Problem } from '../problem.ts';
import { type EmbeddedOptions, openEmbedded } from './pglite.ts';
import { article, articles, knownArticles } from './read/articles.ts';
import { edge, entityEdges } from './read/edges.ts';
import { entities, entity } from './read/entities.ts';
import { readGraph } from './read/export.ts';
import { counts, graph, neighbours } from './read/graph.ts';
import { place, unplaced } from './read/positions.ts';
import type { Db } from './schema.ts';
import type { Store } from './store.ts';
import { addExtraction, removeArticle } from './write.ts';

export type { EmbeddedOptions } from './pglite.ts';
export type * from './store.ts';

/**
 * Opens the store in a folder, or makes it there, which takes some seconds. Close it before the process ends; one
 * that was killed leaves no more behind than a lock that the next opening takes over.
 *
 * @throws Problem `store-locked` where another process has it open, `store-unreadable` where it cannot be opened
 */
export async function openStore(folder: string, options: EmbeddedOptions = {}): Promise<Store> {
  const connection = await openEmbedded(folder, options);
  const db = (): Db => {
    if (connection.isOurs()) return connection.db;
    throw new Problem('store-closed', { title: `graph folder "${folder}" is closed`, hint: 'Start again to open it' });
  };
  return {
    addExtraction: async (extraction) => addExtraction(db(), extraction),
    removeArticle: async (id) => removeArticle(db(), id),
    knownArticles: async (ids) => knownArticles(db(), ids),
    counts: async () => counts(db()),
    articles: async (query) => articles(db(), query),
    article: async (id) => article(db(), id),
    entities: async (query) => entities(db(), query),
    entity: async (key) => entity(db(), key),
    entityEdges: async (key, query) => entityEdges(db(), key, query),
    neighbours: async (key, query) => neighbours(db(), key, query),
    edge: async (key) => edge(db(), key),
    graph: async (query) => graph(db(), query),
    unplaced: async () => unplaced(db()),
    place: async (positions) => place(db(), positions),
    export: async (consume) => readGraph(db(), consume),
    close: async () => connection.close(),
  };
}
