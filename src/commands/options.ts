import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** One core is left to the person at the keyboard, to what reads the files, and to the store. */
export const DEFAULT_THREADS = Math.max(1, availableParallelism() - 1);

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

/** What the options of `withPart` say, as they were written. */
export interface PartChoice {
  type?: string[];
  modality?: string[];
  confidence?: string;
  weight?: string;
  source?: string[];
  article?: string[];
  entityType?: string[];
  from?: string;
  to?: string;
}

/** Gives a command the options that choose a part of the graph; they are those of GET /api/graph. */
export const withPart = (command: Command): Command =>
  command
    .option('--type <types...>', 'only relations of these types')
    .addOption(new Option('--modality <modalities...>', 'only statements meant so: actual, planned, possible, negated'))
    .option('--confidence <0 to 1>', 'only relations at least as sure')
    .option('--weight <number>', 'only relations that at least as many articles say')
    .option('--source <publishers...>', 'only what an article of one of these publishers says')
    .option('--article <ids...>', 'only what one of these articles says')
    .option('--entity-type <types...>', 'only nodes of these types')
    .option('--from <YYYY-MM-DD>', 'only what happened on this day or later')
    .option('--to <YYYY-MM-DD>', 'only what happened on this day or before');
