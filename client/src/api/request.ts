import './zod.ts';
import type { z } from 'zod';
import { Problem } from '../../../src/server/schemas/common.ts';
import { ApiError, unreachable } from './problem.ts';

/** Set in the page of a published folder, which has files in the place of a server: where they are. */
const files = document.querySelector<HTMLMetaElement>('meta[name="dateline-published"]')?.content;

/** Whether nothing can be changed here, because there is no server. */
export const isPublished = files !== undefined;

/**
 * Asks the API, or the files of a published folder, and checks what comes.
 *
 * @param path under `/api`, with its query
 * @throws ApiError for any answer but a success, and where nothing answers
 */
export async function request<T extends z.ZodType>(path: string, answer: T, init?: RequestInit): Promise<z.infer<T>> {
  return answer.parse(files === undefined ? await served(path, init) : await published(files, path));
}

async function served(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(`/api${path}`, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

async function published(folder: string, path: string): Promise<unknown> {
  const { answerFrom } = await import('./published/answers.ts');
  return answerFrom(folder, path);
}

async function problemOf(response: Response): Promise<ApiError> {
  const body = Problem.safeParse(await response.json().catch(() => null));
  return new ApiError(
    body.success ? body.data : { title: `The server answered ${response.status}`, status: response.status },
  );
}
