import './zod.ts';
import type { z } from 'zod';
import { Problem } from '../../../src/server/schemas/common.ts';
import { ApiError, unreachable } from './problem.ts';

/**
 * Asks the API and checks what it answers.
 *
 * @param path under `/api`, with its query
 * @throws ApiError for any answer but a success, and where nothing answers
 */
export async function request<T extends z.ZodType>(path: string, answer: T, init?: RequestInit): Promise<z.infer<T>> {
  const response = await fetch(`/api${path}`, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  return answer.parse(await response.json());
}

async function problemOf(response: Response): Promise<ApiError> {
  const body = Problem.safeParse(await response.json().catch(() => null));
  return new ApiError(
    body.success ? body.data : { title: `The server answered ${response.status}`, status: response.status },
  );
}
