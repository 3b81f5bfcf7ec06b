import { useEffect, useRef } from 'react';
import { useExplorer } from '../explorer.ts';
import { useStore } from '../state/store.ts';
import { ARRANGEMENTS, type Arranged } from './arrange.ts';

/** Arranges the nodes as the view asks for. Draws nothing itself. */
export function LayoutController() {
  const { network, stage, view } = useExplorer();
  const drawn = useStore(stage.drawn, (times) => times);
  const { layout, pinnedNodes } = view;
  const before = useRef<typeof layout>('force');

  // biome-ignore lint/correctness/useExhaustiveDependencies: what came in is arranged too, and `drawn` with it
  useEffect(() => {
    const changed = before.current !== layout;
    // The layout of the server is there to begin with, and nodes that were moved in it stay.
    if (stage.drawing.order === 0 || (layout === 'force' && !changed)) return;
    let current = true;
    void import('./measured.ts').then(({ communitiesOf }) => {
      if (!current) return;
      before.current = layout;
      const communities = communitiesOf(network);
      const nodes = stage.drawing
        .filterNodes((node, { hidden }) => !hidden && !pinnedNodes.has(node) && network.hasNode(node))
        .map((key): Arranged => {
          const { degree, firstDate, lastDate, x, y } = network.getNodeAttributes(key);
          const days = firstDate && lastDate ? ([Date.parse(firstDate), Date.parse(lastDate)] as const) : null;
          return { key, degree, community: communities.get(key) ?? 0, days, home: { x, y } };
        });
      stage.arrange(ARRANGEMENTS[layout](nodes), changed);
    });
    return () => {
      current = false;
    };
  }, [stage, network, layout, drawn]);
  return null;
}
