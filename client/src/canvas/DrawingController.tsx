import { useEffect } from 'react';
import { useExplorer } from '../explorer.ts';
import { lines } from '../state/lines.ts';
import { useVisible } from '../state/useVisible.ts';
import { drawLines, drawNodes } from './drawn.ts';

/** Keeps the drawing in step with network, filters and choice. Draws nothing itself. */
export function DrawingController() {
  const { network, stage, view } = useExplorer();
  const shown = useVisible();
  const { nodes, edge, pinned, pinnedNodes } = view;

  useEffect(() => {
    const ends: string[] = edge !== null && network.hasEdge(edge) ? network.extremities(edge) : [];
    const fanned = (a: string, b: string) =>
      ends.length === 2 ? ends.includes(a) && ends.includes(b) : nodes.includes(a) || nodes.includes(b);
    drawNodes(stage.drawing, network, shown, pinnedNodes);
    for (const { node, ...place } of pinned) stage.place(node, place);
    drawLines(stage.drawing, lines(network, shown.edges, fanned));
  }, [stage, network, shown, pinned, pinnedNodes, nodes, edge]);
  return null;
}
