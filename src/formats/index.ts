import { type ArticleGraph, layOutGraph } from '../graph/index.ts';
import type { Format } from './format.ts';
import { gexf } from './gexf.ts';
import { json } from './json.ts';
import type { FormatName } from './names.ts';
import { fromGraph } from './source.ts';

export type { Format } from './format.ts';
export { FORMAT_NAMES, type FormatName } from './names.ts';
export { fromGraph, type GraphSource, type SourceEdge, type SourceNode } from './source.ts';

/** A format is one file beside this one, its name in `names.ts`, and one word below. */
export const FORMATS: Readonly<Record<FormatName, Format>> = { json, gexf };

/** Writes a graph in memory, laid out first where the format says where nodes stand. */
export function writeGraph(graph: ArticleGraph, name: FormatName): AsyncIterable<string> {
  const format = FORMATS[name];
  return format.write(fromGraph(graph, format.positions ? layOutGraph(graph) : undefined));
}
