import { type ArticleGraph, layOutGraph } from '../graph/index.ts';
import type { Format } from './format.ts';
import { gexf } from './gexf.ts';
import { json } from './json.ts';
import { fromGraph } from './source.ts';

export type { Format } from './format.ts';
export { fromGraph, type GraphSource, type SourceEdge, type SourceNode } from './source.ts';

/** A format is one file beside this one and one word below. */
export const FORMATS = { json, gexf } satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES: readonly FormatName[] = ['json', 'gexf'];

/** Writes a graph in memory, laid out first where the format says where nodes stand. */
export function writeGraph(graph: ArticleGraph, name: FormatName): AsyncIterable<string> {
  const format = FORMATS[name];
  return format.write(fromGraph(graph, format.positions ? layOutGraph(graph) : undefined));
}
