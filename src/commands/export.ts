import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FORMATS, type FormatName, type GraphSource } from '../formats/index.ts';
import { startWorkers } from '../ingest/index.ts';
import { chosenPart } from '../server/index.ts';
import type { GraphFilter, Store, Unplaced } from '../store/index.ts';
import type { PartChoice, StoreChoice } from './options.ts';
import { openStoreFrom } from './store.ts';

interface Export extends StoreChoice, PartChoice {
  format: FormatName;
  out?: string;
}

/** `dateline export`: the graph of the store, sorted: equal graphs are equal files. */
export async function exportGraph({ format, out, data, store: address, ...part }: Export): Promise<void> {
  const filter = chosenPart(part);
  const store = await openStoreFrom({ data, store: address });
  const { write, positions } = FORMATS[format];
  try {
    const places = positions ? await layOutAnew(store, filter) : null;
    await store.export((source) => {
      const pieces = Readable.from(write(places === null ? source : placed(source, places)));
      return out === undefined
        ? pipeline(pieces, process.stdout, { end: false })
        : pipeline(pieces, createWriteStream(out));
    }, filter);
  } finally {
    await store.close();
  }
}

type Positions = Awaited<ReturnType<typeof layOutAnew>>;

/** Where nodes stand in the store depends on the order in which articles came; this depends on the graph alone. */
async function layOutAnew(store: Store, filter: GraphFilter) {
  const graph: Unplaced = { nodes: [], edges: [], placed: new Map(), bounds: null };
  await store.export(async (source) => {
    for await (const { key, attributes, degree } of source.nodes())
      graph.nodes.push({ key, label: attributes.label, degree });
    for await (const { source: from, target } of source.edges()) graph.edges.push({ source: from, target });
  }, filter);
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
