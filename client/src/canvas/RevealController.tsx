import { useEffect } from 'react';
import { useExplorer } from '../explorer.ts';
import { useStore } from '../state/store.ts';

/** The picture stands still until a click can no longer become a double-click, in milliseconds. */
const DOUBLE_CLICK = 320;

/** Brings into sight what is chosen. Draws nothing itself. */
export function RevealController() {
  const { network, scene, stage, view } = useExplorer();
  const drawn = useStore(stage.drawn, (times) => times);
  const route = useStore(scene, (value) => value.route);

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
