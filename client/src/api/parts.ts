import { GraphAnswer } from '../../../src/server/schemas/graph.ts';
import type { Part, Told } from './graphWorker.ts';
import { ApiError } from './problem.ts';
import { isPublished, request } from './request.ts';

/**
 * Fetches so many nodes and their edges, in parts: nodes first.
 *
 * @throws ApiError where they cannot be had
 */
export async function fetchParts(limit: number, take: (part: Part) => void, signal: AbortSignal): Promise<void> {
  const path = `/graph?limit=${limit}`;
  if (isPublished) take(await request(path, GraphAnswer, { signal }));
  else await throughWorker(`/api${path}`, take, signal);
}

function throughWorker(address: string, take: (part: Part) => void, signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('./graphWorker.ts', import.meta.url), { type: 'module' });
  return new Promise<void>((resolve, reject) => {
    const fail = (title: string) => reject(new ApiError({ title, status: 0, hint: 'Try again, or show fewer.' }));
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onerror = ({ message }) => fail(message);
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if ('failed' in data) fail(data.failed);
      else if ('done' in data) resolve();
      else take(data);
    };
    worker.postMessage(new URL(address, location.href).href);
  }).finally(() => worker.terminate());
}
