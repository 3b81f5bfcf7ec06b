import { readFileSync } from 'node:fs';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';

/** In order; a new one is a file and a line here. A migration that was released is never changed. */
const FILES = [
  '001-articles-and-graph',
  '002-origins',
  '003-totals',
  '004-tallies',
  '005-filters',
  '006-feeds',
  '007-readings',
  '008-contradictions',
  '009-strong-edges',
  '010-measures',
  '011-ties',
  '012-independent-sources',
  '013-births',
  '014-titles',
  '015-foremost-edges',
] as const;

const fromFile = (name: string): Migration => ({
  async up(db) {
    await sql.raw(readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8')).execute(db);
  },
});

/**
 * Brings the schema up to date; several processes may do so at once.
 *
 * @throws what the first broken migration threw; it and all after it are undone
 */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrations = Object.fromEntries(FILES.map((name) => [name, fromFile(name)]));
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error !== undefined) throw error;
}
