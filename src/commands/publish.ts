import { resolve } from 'node:path';
import { startWorkers } from '../ingest/index.ts';
import { publishedFiles, publishedPart, withExplorer, writeFolder } from '../server/index.ts';
import type { PartChoice, StoreChoice } from './options.ts';
import { openStoreFrom } from './store.ts';

interface Publish extends StoreChoice, PartChoice {
  out: string;
  texts?: boolean;
  limit?: string;
}

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
