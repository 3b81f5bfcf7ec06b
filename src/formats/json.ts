import type { Format } from './format.ts';
import type { GraphSource, SourceEdge, SourceNode } from './source.ts';

const OPTIONS = { type: 'mixed', multi: true, allowSelfLoops: true };

const nodeLine = ({ key, attributes }: SourceNode): string => JSON.stringify({ key, attributes });

const edgeLine = ({ key, source, target, undirected, attributes }: SourceEdge): string =>
  JSON.stringify({ key, source, target, ...(undirected && { undirected }), attributes });

async function* lines<T>(items: Iterable<T> | AsyncIterable<T>, line: (item: T) => string): AsyncIterable<string> {
  let before = '\n';
  for await (const item of items) {
    yield before + line(item);
    before = ',\n';
  }
}

async function* write(source: GraphSource): AsyncIterable<string> {
  yield `{"options":${JSON.stringify(OPTIONS)},\n"attributes":${JSON.stringify({ articles: source.articles })},\n"nodes":[`;
  yield* lines(source.nodes(), nodeLine);
  yield '],\n"edges":[';
  yield* lines(source.edges(), edgeLine);
  yield ']}\n';
}

/** graphology's own serialisation (`Graph.from` reads it), one node or edge a line, without positions. */
export const json: Format = { extension: 'json', mediaType: 'application/json', positions: false, write };
