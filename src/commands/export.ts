import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FORMATS, type FormatName, type GraphSource } from '../formats/index.ts';
import { startWorkers } from '../ingest/index.ts';
import type { Store, Unplaced } from '../store/index.ts';
import { openStoreFrom, type StoreChoice } from './store.ts';

/** `dateline export`: the graph of the store, sorted: equal graphs are equal files. */
export async function exportGraph({
  format,
  out,
  ...choice
}: StoreChoice & { format: FormatName; out?: string }): Promise<void> {
  const store = await openStoreFrom(choice);
  const { write, positions } = FORMATS[format];
  try {
    const places = positions ? await layOutAnew(store) : null;
    await store.export((source) => {
      const pieces = Readable.from(write(places === null ? source : placed(source, places)));
      return out === undefined
        ? pipeline(pieces, process.stdout, { end: false })
        : pipeline(pieces, createWriteStream(out));
    });
  } finally {
    await store.close();
  }
}

type Positions = Awaited<ReturnType<typeof layOutAnew>>;

/** Where nodes stand in the store depends on the order in which articles came; this depends on the graph alone. */
async function layOutAnew(store: Store) {
  const graph: Unplaced = { nodes: [], edges: [], placed: new Map(), bounds: null };
  await store.export(async (source) => {
    for await (const { key, attributes, degree } of source.nodes())
      graph.nodes.push({ key, label: attributes.label, degree });
    for await (const { source: from, target } of source.edges()) graph.edges.push({ source: from, target });
  });
  const workers = startWorkers(1);
  try {
    return await workers.arrange(graph);
  } finally {
    await workers.close();
  }
}

const placed = (source: GraphSource, places: Positions): GraphSource => ({
  ...source,
  async *nodes() {
    for await (const { position: _, ...node } of source.nodes()) {
      const position = places.get(node.key);
      yield { ...node, ...(position && { position }) };
    }
  },
});
