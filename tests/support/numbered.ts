import type { Extraction } from '../../src/extraction.ts';
import { plain } from './plain-reader.ts';

const PEOPLE = ['Mara Ilves', 'Tomas Reyl', 'Oda Brandt', 'Northern Gazette', 'Harbour Workers Union'];

/** The n-th of endless articles, no two alike. */
export function numbered(n: number): Extraction {
  const [a, b] = [PEOPLE[n % 5] ?? '', PEOPLE[(n + 1 + (n % 3)) % 5] ?? ''];
  return plain(
    `Number ${n}. ${a} met ${b} in Varna on 2024-05-${String(1 + (n % 28)).padStart(2, '0')}. ${b} visited Bulgaria.`,
  );
}
