import { rm } from 'node:fs/promises';
import type { z } from 'zod';
import { layIn, layOut, measure } from '../../src/graph/index.ts';
import { Inbox, type Workers } from '../../src/ingest/index.ts';
import { createApp, type Listening, listen } from '../../src/server/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { readPlainly } from './plain-reader.ts';
import { copiedStore } from './temporary-store.ts';

/** The plain reader and the layout, on the tests' own thread. */
export const plainWorkers: Workers = {
  extract: async (article) => readPlainly(article),
  arrange: async ({ nodes, edges, placed, bounds }) =>
    bounds ? layIn(nodes, edges, placed, bounds) : layOut(nodes, edges),
  measure: async (ties) => measure(ties),
  close: async () => {},
};

export interface TestApi {
  store: Store;
  inbox: Inbox;
  url: string;
  /** The answer as it is; its status may be any. */
  get(path: string): Promise<Answer<unknown>>;
  /** @param body sent as it is where it is a string, else as JSON */
  post(body: unknown, path?: string, headers?: Record<string, string>): Promise<Answer<unknown>>;
  /** The body of an answer that must be of this form. */
  read<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  close(): Promise<void>;
}

/** `body` is parsed where it is JSON, else it is the text. */
export interface Answer<T> {
  status: number;
  type: string | null;
  headers: Headers;
  body: T;
}

export async function answerOf(response: Response): Promise<Answer<unknown>> {
  const type = response.headers.get('content-type');
  const text = await response.text();
  const body: unknown = type?.includes('json') ? JSON.parse(text) : text;
  return { status: response.status, type, headers: response.headers, body };
}

/** A server on a free port, over an empty store of its own. */
export async function startApi(workers: Workers = plainWorkers, client?: string): Promise<TestApi> {
  const folder = await copiedStore();
  const store = await openStore(folder);
  const inbox = new Inbox({ store, workers });
  const app = createApp({ store, workers, inbox, ...(client !== undefined && { client }) });
  const server: Listening = await listen(app, 0);
  const get = async (path: string) => answerOf(await fetch(server.url + path));
  return {
    store,
    inbox,
    url: server.url,
    get,
    post: async (body, path = '/api/articles', headers = {}) =>
      answerOf(
        await fetch(server.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    read: async (path, schema) => schema.parse((await get(path)).body),
    async close() {
      await inbox.close();
      await server.close();
      await workers.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
