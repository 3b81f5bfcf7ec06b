import { useEffect } from 'react';
import type Sigma from 'sigma';
import { useExplorer } from '../explorer.ts';
import { useStore } from '../state/store.ts';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';
import type { Projector } from './projector.ts';
import { useBoard } from './useBoard.ts';

/** The picture stands still until a click can no longer become a double-click, in milliseconds. */
const DOUBLE_CLICK = 320;

declare global {
  interface Window {
    /**
     * For scripts on the page, and tests that click on the canvas: the renderer, with `getGraph()` and positions, and
     * what draws it.
     */
    dateline?: { sigma: Sigma<DrawnNodeAttributes, DrawnLineAttributes>; projector: Projector };
  }
}

/** Hands the canvas to those outside of it, and brings into sight what is chosen. Draws nothing itself. */
export function StageController() {
  const sigma = useBoard();
  const { network, scene, stage, view } = useExplorer();
  const drawn = useStore(stage.drawn, (times) => times);
  const route = useStore(scene, (value) => value.route);

  useEffect(() => {
    stage.attach(sigma);
    window.dateline = { sigma, projector: stage.painter.projectorOf(sigma) };
    return () => stage.detach();
  }, [stage, sigma]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen may come in later, and `drawn` with it
  useEffect(() => {
    const ends: string[] = view.edge !== null && network.hasEdge(view.edge) ? network.extremities(view.edge) : [];
    const along = route.flatMap((edge) => (network.hasEdge(edge) ? network.extremities(edge) : []));
    const wanted = [ends, view.nodes].find((nodes) => nodes.length > 0) ?? [];
    const { sought } = scene.get();
    if (sought.length > 0 && sought.every((node) => wanted.includes(node) && stage.drawing.hasNode(node))) {
      scene.update((value) => ({ ...value, sought: [] }));
      stage.approach(sought);
      return;
    }
    const show = () => (ends.length === 0 && along.length > 0 ? stage.frame(along) : stage.reveal(wanted));
    const wait = setTimeout(show, DOUBLE_CLICK);
    return () => clearTimeout(wait);
  }, [stage, scene, network, drawn, view.nodes, view.edge, route]);
  return null;
}
