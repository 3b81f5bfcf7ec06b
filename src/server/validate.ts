import type { z } from 'zod';
import { type FieldError, Problem } from '../problem.ts';

const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), message: 'is not known here' }));
    return { field: issue.path.join('.'), message: issue.message };
  });

/**
 * What came from outside, as its schema has it.
 *
 * @param what "query" or "body", for the error
 * @throws Problem `invalid-request` that names the fields at fault
 */
export function validated<T>(schema: z.ZodType<T>, given: unknown, what: string): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error);
  const [first] = errors;
  const where = first === undefined || first.field === '' ? what : `${what} field "${first.field}"`;
  throw new Problem('invalid-request', { title: `${where}: ${first?.message ?? 'is not valid'}`, errors });
}
