import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useExplorer } from '../explorer.ts';
import { useStore } from '../state/store.ts';
import { dressOf, plainDress } from './dress.ts';
import { emphasisOf } from './emphasis.ts';
import { type Palette, readPalette } from './palette.ts';

/** Colours, light and shade. Draws nothing itself. */
export function LookController() {
  const { network, scene, stage, view } = useExplorer();
  const palette = usePalette();
  const drawn = useStore(stage.drawn, (times) => times);
  const hovered = useStore(scene, (value) => value.hovered);
  const focused = useStore(scene, (value) => value.focused);
  const fresh = useStore(scene, (value) => value.fresh);
  const { nodes, between, edge, pinnedNodes: pinned } = view;
  const route = useStore(scene, (value) => value.route);

  const { color, size } = view;
  const plain = color === 'type' && size === 'degree';
  // Communities, ranks and days are those of all that is here, so what comes in changes them.
  const reckoned = useStore(scene, ({ version }) => (plain ? 0 : version));
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (plain) return stage.painter.paint(palette, plainDress(palette));
    let current = true;
    void dressOf(network, { color, size }, palette).then((dress) => {
      if (current) stage.painter.paint(palette, dress);
    });
    return () => {
      current = false;
    };
  }, [stage, network, palette, plain, color, size, reckoned]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing changes in place, and `drawn` with it
  useEffect(() => {
    stage.painter.light(
      emphasisOf(stage.drawing, [...nodes, ...between], edge, { hovered, focused, fresh, pinned, route }),
    );
  }, [stage, drawn, nodes, between, edge, hovered, focused, fresh, pinned, route]);

  return null;
}

/** The palette in force, read anew when the scheme changes. */
function usePalette(): Palette {
  const scheme = useComputedColorScheme('light');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the style sheet changes with the scheme
  return useMemo(() => readPalette(document.documentElement), [scheme]);
}
