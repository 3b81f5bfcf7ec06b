/**
 * What a corpus costs, on an embedded store and on PostgreSQL:
 *
 *     npm run bench:scale -- --part corpus --articles 20000 --threads 1,2 --store both
 *     npm run bench:scale -- --part large --entities 200000 --statements 1000000 --rounds 300 --store both
 *
 * `corpus` reads synthetic articles (`scale/corpus.ts`) and adds them. `large` builds a store by SQL (`scale/large.ts`)
 * and reads it, beside bare SQL for the same rows on the same store, taking turns.
 */
import { parseArgs } from 'node:util';
import { isMain } from './main-module.ts';
import { measureAdding } from './scale/adding.ts';
import { NEWS } from './scale/corpus.ts';
import { buildLarge } from './scale/large.ts';
import { measureReading } from './scale/reading.ts';
import { load } from './scale/report.ts';
import { type Kind, onEmptyStore } from './scale/stores.ts';

const STORES: Readonly<Record<string, readonly Kind[]>> = {
  pglite: ['PGlite'],
  postgres: ['PostgreSQL'],
  both: ['PGlite', 'PostgreSQL'],
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      part: { type: 'string', default: 'both' },
      articles: { type: 'string', default: '2000' },
      names: { type: 'string', default: String(NEWS.names) },
      threads: { type: 'string', default: '1,2' },
      entities: { type: 'string', default: '200000' },
      statements: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '300' },
      store: { type: 'string', default: 'both' },
    },
  });
  const kinds = STORES[values.store] ?? [];
  if (values.part !== 'large')
    for (const kind of kinds)
      for (const threads of values.threads.split(',').map(Number)) {
        console.log(`${kind}: ${values.articles} articles, ${values.names} names, ${threads} thread(s), ${load()}`);
        const options = { articles: Number(values.articles), names: Number(values.names), threads };
        await onEmptyStore(kind, (connection) => measureAdding(connection, kind, options));
      }
  if (values.part !== 'corpus')
    for (const kind of kinds)
      await onEmptyStore(kind, async (connection) => {
        const built = await buildLarge(connection.db, Number(values.entities), Number(values.statements));
        console.log(`${kind}: ${built}, ${load()}`);
        await measureReading(connection.db, kind, Number(values.rounds));
      });
}

if (isMain(import.meta.url)) await main();
