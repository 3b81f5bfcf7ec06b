import { save } from '../canvas/picture.ts';
import type { Explorer } from '../explorer.ts';

/** Saves the nodes and edges that are shown, where they stand, as graphology reads them. */
export function saveSeen({ network, shown, stage }: Explorer): void {
  const nodes = [...shown.nodes].sort().map((key) => {
    const attributes = network.getNodeAttributes(key);
    const [place] = stage.places([key]);
    return { key, attributes: { ...attributes, ...(place && { x: place.x, y: place.y }) } };
  });
  const edges = [...shown.edges].sort().map((key) => ({
    key,
    source: network.source(key),
    target: network.target(key),
    undirected: network.isUndirected(key),
    attributes: network.getEdgeAttributes(key),
  }));
  const options = { type: 'mixed', multi: true, allowSelfLoops: true };
  const text = `${JSON.stringify({ options, attributes: {}, nodes, edges })}\n`;
  save(new Blob([text], { type: 'application/json' }), 'dateline.json');
}
