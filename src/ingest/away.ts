import { Problem } from '../problem.ts';

/** The database could not be reached; whatever was to be done may be done when it can. */
export const isAway = (error: unknown): error is Problem =>
  error instanceof Problem && error.code === 'store-unreachable';
