import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { startWorkers } from '../ingest/index.ts';
import { publishedFiles, publishedPart, withExplorer, writeFolder } from '../server/index.ts';
import { openStoreFrom, type StoreChoice } from './store.ts';

interface Publish extends StoreChoice {
  out: string;
  texts?: boolean;
  limit?: string;
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
    .option('--limit <number>', 'nodes at most, those with most edges first (default: all)')
    .option('--type <types...>', 'only relations of these types')
    .addOption(new Option('--modality <modalities...>', 'only statements meant so: actual, planned, possible, negated'))
    .option('--confidence <0 to 1>', 'only relations at least as sure')
    .option('--weight <number>', 'only relations that at least as many articles say')
    .option('--source <publishers...>', 'only what an article of one of these publishers says')
    .option('--article <ids...>', 'only what one of these articles says')
    .option('--entity-type <types...>', 'only nodes of these types')
    .option('--from <YYYY-MM-DD>', 'only what happened on this day or later')
    .option('--to <YYYY-MM-DD>', 'only what happened on this day or before');

/** `dateline publish`: the graph, or a part of it, as a folder that any web server can serve. */
export async function publish({ out, texts = false, data, store: address, ...part }: Publish): Promise<void> {
  const query = publishedPart(part);
  const store = await openStoreFrom({ data, store: address });
  const workers = startWorkers(1);
  try {
    await writeFolder(resolve(out), withExplorer(publishedFiles({ store, workers }, { query, texts })));
    console.log(`published in ${resolve(out)}: put the folder on any web server, and open its index.html there`);
  } finally {
    await workers.close();
    await store.close();
  }
}
