import { ByteReader, ByteWriter } from './bytes.ts';
import { type Sections, section } from './model.ts';

/** Classes of words that stand in like company, from 1 up; 0 is a word of no known class. */
export type WordClasses = ReadonlyMap<string, number>;

export const CLASSES_SECTION = 'classes/words';

/** @param classes lower-case word → class from 1 up */
export function encodeClasses(classes: WordClasses): Uint8Array {
  const words = [...classes].sort(([a], [b]) => (a < b ? -1 : 1));
  const writer = new ByteWriter();
  writer.texts(words.map(([word]) => word));
  for (const [, id] of words) writer.unsigned(id);
  return writer.done();
}

/** @throws ModelError if the model has no classes */
export function loadClasses(sections: Sections): WordClasses {
  const reader = new ByteReader(section(sections, CLASSES_SECTION));
  const classes = new Map<string, number>();
  for (const word of reader.texts()) classes.set(word, reader.unsigned());
  return classes;
}
