import type { GraphSource } from './source.ts';

/** One way to write a graph down. */
export interface Format {
  /** File name extension, without the dot. */
  extension: string;
  mediaType: string;
  /** Whether it says where nodes stand, so that the graph should be laid out first. */
  positions: boolean;
  /** The file in pieces. Equal graphs give equal bytes. */
  write(source: GraphSource): AsyncIterable<string>;
}
