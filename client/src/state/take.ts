import { merge, type Network, type Serialized } from './network.ts';
import { cameIn, type Scene } from './scene.ts';
import type { Store } from './store.ts';

/**
 * Takes an answer of the store into the network.
 *
 * @param how `quietly` marks nothing as new
 * @returns the nodes of the answer
 */
export function take(answer: Serialized, network: Network, scene: Store<Scene>, how?: 'quietly'): string[] {
  const edges = answer.edges.flatMap(({ key }) => (network.hasEdge(key) ? [] : key));
  const added = [...merge(network, answer), ...edges];
  scene.update((value) => cameIn(value, how === 'quietly' ? [] : added));
  return answer.nodes.map(({ key }) => key);
}
