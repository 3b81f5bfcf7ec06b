import { createHash } from 'node:crypto';
import type { Place } from './store.ts';

/** File names may hold what no text of a database can. */
export const storable = (text: string): string =>
  text.replaceAll('\0', '\u{FFFD}').replace(/\p{Surrogate}/gu, '\u{FFFD}');

/** 32 hexadecimal digits for a place. */
export const keyOf = ({ origin, part }: Place): string =>
  createHash('sha256').update(`${origin}\0${part}`).digest('hex').slice(0, 32);
