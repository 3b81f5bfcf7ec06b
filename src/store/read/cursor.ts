import { z } from 'zod';
import { Problem } from '../../problem.ts';
import type { Page } from '../queries.ts';

/** Where a page ended, as an opaque word for the caller. */
const encode = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * @param shape what the cursor of this list holds
 * @throws Problem `invalid-request` where it is no cursor of this list
 */
export function decodeCursor<T>(after: string | undefined, shape: z.ZodType<T>): T | null {
  if (after === undefined) return null;
  try {
    return shape.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new Problem(
      'invalid-request',
      {
        title: '"after" is no place in this list',
        hint: 'Give "next" of the page before, unchanged',
        errors: [{ field: 'after', message: 'must be "next" of a page of this list' }],
      },
      { cause },
    );
  }
}

/**
 * @param rows one more than the page holds where there is a next page
 * @param position what tells where an item stands in the list
 */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  item: (row: R) => T,
  position: (row: R) => readonly (string | number)[],
): Page<T> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(item), next: last === undefined ? null : encode(position(last)) };
}

export const StringAndString = z.tuple([z.string(), z.string()]);
export const NumberNumberString = z.tuple([z.number(), z.number(), z.string()]);
