import { Problem } from '../problem.ts';
import { addFailure, countFailures, failures, forgetFailures } from './failures.ts';
import { feed, keepFeed } from './feeds.ts';
import { keepMeasures, unmeasured } from './measures.ts';
import { forget, noteOrigin, placesFrom, publishedAt } from './origins.ts';
import { type EmbeddedOptions, openEmbedded } from './pglite.ts';
import { asProblem, isPostgresUrl, openPostgres } from './postgres.ts';
import { article, articles, knownArticles } from './read/articles.ts';
import { contradictions } from './read/contradictions.ts';
import { edge, entityEdges } from './read/edges.ts';
import { entities, entity } from './read/entities.ts';
import { readGraph } from './read/export.ts';
import { counts, facets } from './read/facets.ts';
import { graph, neighbours } from './read/graph.ts';
import { paths } from './read/paths.ts';
import { place, unplaced } from './read/positions.ts';
import { runAlone, runIn } from './run-sql.ts';
import type { Db } from './schema.ts';
import type { Store } from './store.ts';
import { atOnce, inTransaction } from './transaction.ts';
import { addExtraction, removeArticle } from './write.ts';

export type { EmbeddedOptions } from './pglite.ts';
export { keyOf, storable } from './place.ts';
export { nameOfDatabase } from './postgres.ts';
export type * from './queries.ts';
export type * from './store.ts';
export type * from './views.ts';

/**
 * Opens the store in a folder, or in a PostgreSQL database where it is a postgres:// address, and makes it
 * there if need be, which takes some seconds in a folder. Close it before the process ends; one that was killed leaves
 * no more behind than a lock that the next opening takes over.
 *
 * @throws Problem `store-locked` where another process has the folder open, `store-unreachable` where the database
 *   does not answer, `store-unreadable` where it cannot be opened
 */
export async function openStore(where: string, options: EmbeddedOptions = {}): Promise<Store> {
  const connection = isPostgresUrl(where) ? await openPostgres(where) : await openEmbedded(where, options);
  const { name } = connection;
  const using = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    if (!connection.isOurs())
      throw new Problem('store-closed', { title: `${name} is closed`, hint: 'Start again to open it' });
    try {
      return await work(connection.db);
    } catch (error) {
      throw asProblem(error, name);
    }
  };
  /** Work that may bring an article, or take one away. */
  const changing = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    using(async (db) => {
      const result = await work(db);
      if (result !== false && result !== null) await connection.upkeep();
      return result;
    });
  return {
    addExtraction: (extraction, place, alongside) => changing((db) => addExtraction(db, extraction, place, alongside)),
    noteOrigin: (about, place, alongside) => using((db) => noteOrigin(db, about, place, alongside)),
    placesFrom: (origin) => using((db) => placesFrom(db, origin)),
    forget: (place) => changing((db) => forget(db, place)),
    publishedAt: (url) => using((db) => publishedAt(db, url)),
    addFailure: (failure) => using((db) => addFailure(db, failure)),
    failures: () => using(failures),
    countFailures: () => using(countFailures),
    forgetFailures: (where) => using((db) => forgetFailures(db, where)),
    removeArticle: (id) => changing((db) => removeArticle(db, id)),
    knownArticles: (ids) => using((db) => knownArticles(db, ids)),
    counts: () => using(counts),
    articles: (query) => using((db) => articles(db, query)),
    article: (id) => using((db) => atOnce(db, (tx) => article(tx, id))),
    entities: (query) => using((db) => entities(db, query)),
    entity: (key) => using((db) => atOnce(db, (tx) => entity(tx, key))),
    entityEdges: (key, query) => using((db) => atOnce(db, (tx) => entityEdges(tx, key, query))),
    paths: (query) => using((db) => atOnce(db, (tx) => paths(tx, query))),
    neighbours: (key, query) => using((db) => atOnce(db, (tx) => neighbours(tx, key, query))),
    edge: (key) => using((db) => atOnce(db, (tx) => edge(tx, key))),
    facets: () => using((db) => atOnce(db, facets)),
    graph: (query) => using((db) => atOnce(db, (tx) => graph(tx, query))),
    contradictions: (query) => using((db) => atOnce(db, (tx) => contradictions(tx, query))),
    unmeasured: () => using(unmeasured),
    keepMeasures: (of, measures) => using((db) => keepMeasures(db, of, measures)),
    unplaced: () => using((db) => atOnce(db, unplaced)),
    place: (positions) => using((db) => place(db, positions)),
    export: (consume, filter = {}) => using((db) => atOnce(db, (tx) => readGraph(tx, consume, filter))),
    feed: (url) => using((db) => feed(db, url)),
    keepFeed: (state) => using((db) => keepFeed(db, state)),
    runSql: (text, values) => using((db) => runAlone(db, text, values)),
    together: (work) => using((db) => inTransaction(db, (tx) => work(runIn(tx)))),
    close: () => connection.close(),
  };
}
