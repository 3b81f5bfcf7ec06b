import { useEffect } from 'react';
import { useExplorer } from '../explorer.ts';
import { lines } from '../state/lines.ts';
import { useVisible } from '../state/useVisible.ts';
import { draw } from './drawn.ts';
import { inSlices } from './slices.ts';

/** Keeps the drawing in step with network, filters and choice. Draws nothing itself. */
export function DrawingController() {
  const { network, stage, view } = useExplorer();
  const shown = useVisible();
  const { nodes, edge, pinned } = view;

  useEffect(() => {
    const ends: string[] = edge !== null && network.hasEdge(edge) ? network.extremities(edge) : [];
    const fanned = (a: string, b: string) =>
      ends.length === 2 ? ends.includes(a) && ends.includes(b) : nodes.includes(a) || nodes.includes(b);
    const work = draw(stage.drawing, network, shown.nodes, pinned, lines(network, shown.edges, fanned));
    return inSlices(work, () => stage.drawn.update((times) => times + 1));
  }, [stage, network, shown, pinned, nodes, edge]);
  return null;
}
