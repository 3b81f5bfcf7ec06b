import type { Extraction } from '../../src/extraction.ts';
import { FORMATS, type FormatName, writeGraph } from '../../src/formats/index.ts';
import { foldGraph } from '../../src/graph/index.ts';
import type { Store } from '../../src/store/index.ts';
import { gather } from './gather.ts';

export const exported = (store: Store, format: FormatName = 'json'): Promise<string> =>
  store.export((source) => gather(FORMATS[format].write(source)));

/** What the store should export when it holds these articles. */
export const folded = (...extractions: Extraction[]): Promise<string> =>
  gather(writeGraph(foldGraph(extractions), 'json'));
