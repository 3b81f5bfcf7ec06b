import type { GraphFilter } from '../store/index.ts';
import { PartQuery } from './schemas/index.ts';
import { validated } from './validate.ts';

/**
 * The part of the graph that is asked for, in the words of `GET /api/graph`.
 *
 * @throws Problem `invalid-request`
 */
export const chosenPart = (asked: Readonly<Record<string, unknown>>): GraphFilter =>
  validated(PartQuery, asked, 'query');
