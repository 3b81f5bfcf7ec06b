import { GraphAnswer } from '../../../src/server/schemas/graph.ts';
import { request } from './request.ts';

/** The nodes with most relations, so many at most, and the relations between them. */
export const fetchGraph = (limit: number, signal?: AbortSignal): Promise<GraphAnswer> =>
  request(`/graph?limit=${limit}`, GraphAnswer, signal && { signal });
