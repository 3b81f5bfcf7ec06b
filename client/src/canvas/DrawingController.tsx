import { useEffect } from 'react';
import { useExplorer } from '../explorer.ts';
import { lines } from '../state/lines.ts';
import { FIRST, inSlices } from '../state/slices.ts';
import { useVisible } from '../state/useVisible.ts';
import { draw } from './drawn.ts';

/** Keeps the drawing in step with network, filters and choice. Draws nothing itself. */
export function DrawingController() {
  const { network, stage, view } = useExplorer();
  const shown = useVisible();
  const { nodes, edge, pinned } = view;

  useEffect(() => {
    const ends: string[] = edge !== null && network.hasEdge(edge) ? network.extremities(edge) : [];
    const fanned = (a: string, b: string) =>
      ends.length === 2 ? ends.includes(a) && ends.includes(b) : nodes.includes(a) || nodes.includes(b);
    const work = function* () {
      const wanted = yield* lines(network, shown.edges, fanned);
      yield* draw(stage.drawing, network, shown.nodes, pinned, wanted);
    };
    // Half of a graph is not worth a picture.
    const show = stage.painter.hold();
    const done = () => {
      stage.inStep();
      show();
    };
    const stop = inSlices(work(), done, stage.drawing.order === 0 ? FIRST : undefined);
    return () => {
      stop();
      show();
    };
  }, [stage, network, shown, pinned, nodes, edge]);
  return null;
}
