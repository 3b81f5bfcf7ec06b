import type { Article } from '../article.ts';
import type { Incoming, ReadingOptions } from '../incoming.ts';
import type { Input } from '../input.ts';

/** What is common to all forms: how one is known. */
interface Known {
  /** Names it in errors: "HTML", "ZIP archive". */
  name: string;
  /** Endings of file names, with the dot, in lower case. */
  extensions: readonly string[];
  /** Of HTTP, in lower case. */
  mediaTypes: readonly string[];
  /** Whether the first bytes of a file say so; asked where nothing else decides. */
  begins(head: Buffer): boolean;
}

/** A form whose file is one article. */
export interface Single extends Known {
  /** @throws Problem; any other error means that the file is damaged */
  read(input: Input, options: ReadingOptions): Promise<Article>;
}

/** How a form of many hands on what it finds in itself. */
export interface Door extends ReadingOptions {
  /** Whether a file that was found inside another is to be read at all. */
  wants(fileName: string): boolean;
  /** The articles of such a file. */
  open(input: Input): AsyncGenerator<Incoming>;
}

/** A form whose file holds any number of articles. */
export interface Many extends Known {
  /** Whether it packs whole files of any form. */
  isArchive?: boolean;
  /** @throws Problem where nothing more can be read of the file; any other error means that it is damaged */
  divide(input: Input, door: Door): AsyncGenerator<Incoming>;
}

export type Form = Single | Many;
