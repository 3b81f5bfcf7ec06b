import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { nameOfDatabase, openStore, type Store } from '../store/index.ts';
import { counted } from './report.ts';

/** Where a command finds the store: a folder, or a PostgreSQL database in its place. */
export interface StoreChoice {
  data: string;
  store?: string | undefined;
}

function postgresUrl(text: string): string {
  if (/^postgres(?:ql)?:\/\/./u.test(text)) return text;
  throw new InvalidArgumentError('It is written as postgres://user:password@host:5432/database.');
}

/** Gives a command the options --data and --store. */
export const withStore = (command: Command): Command =>
  command
    .addOption(new Option('--data <folder>', 'folder of the store').env('DATELINE_DATA').default('data'))
    .addOption(
      new Option('--store <address>', 'PostgreSQL database to use in place of a folder: postgres://…')
        .env('DATELINE_STORE')
        .argParser(postgresUrl),
    );

/** What to call the store in messages; shows no password. */
export const storeName = ({ data, store }: StoreChoice): string =>
  store === undefined ? resolve(data) : nameOfDatabase(store);

/**
 * Opens the store that was chosen, and says so on standard error where that takes long.
 *
 * @throws Problem as `openStore` does
 */
export const openStoreFrom = ({ data, store }: StoreChoice): Promise<Store> =>
  openStore(store ?? resolve(data), {
    onCreate: (made) => console.error(`making a store in ${made}, which takes some seconds …`),
  });

/** '12 articles, 80 nodes, 143 edges in /home/mara/data' */
export async function contentsOf(store: Store, choice: StoreChoice): Promise<string> {
  const { articles, entities, edges } = await store.counts();
  const counts = [counted(articles, 'article'), counted(entities, 'node'), counted(edges, 'edge')];
  return `${counts.join(', ')} in ${storeName(choice)}`;
}
