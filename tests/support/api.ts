import { rm } from 'node:fs/promises';
import { layIn, layOut } from '../../src/graph/index.ts';
import type { Workers } from '../../src/ingest/index.ts';
import { createApp, type Listening, listen } from '../../src/server/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { readPlainly } from './plain-reader.ts';
import { copiedStore } from './temporary-store.ts';

/** The plain reader and the layout, on the tests' own thread. */
export const plainWorkers: Workers = {
  extract: async (article) => readPlainly(article),
  arrange: async ({ nodes, edges, placed, bounds }) =>
    bounds ? layIn(nodes, edges, placed, bounds) : layOut(nodes, edges),
  close: async () => {},
};

export interface TestApi {
  store: Store;
  url: string;
  get(path: string): Promise<Answer>;
  post(body: unknown): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  type: string | null;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at what it expects, and fails where it is not there
  body: any;
}

async function answer(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type');
  const text = await response.text();
  return {
    status: response.status,
    type,
    headers: response.headers,
    body: type?.includes('json') ? JSON.parse(text) : text,
  };
}

/** A server on a free port, over an empty store of its own. */
export async function startApi(workers: Workers = plainWorkers, client?: string): Promise<TestApi> {
  const folder = await copiedStore();
  const store = await openStore(folder);
  const server: Listening = await listen(createApp({ store, workers, ...(client !== undefined && { client }) }), 0);
  return {
    store,
    url: server.url,
    get: async (path) => answer(await fetch(server.url + path)),
    post: async (body) =>
      answer(
        await fetch(`${server.url}/api/articles`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    async close() {
      await server.close();
      await workers.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
