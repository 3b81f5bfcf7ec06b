import { useComputedColorScheme } from '@mantine/core';
import { useSigma } from '@react-sigma/core';
import { useEffect, useMemo } from 'react';
import { useExplorer } from '../explorer.ts';
import { useStore } from '../state/store.ts';
import { useVisible } from '../state/useVisible.ts';
import { freeFrame } from './camera.ts';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';
import { emphasisOf } from './emphasis.ts';
import { drawLabels, forgetWidths, lineWords } from './labels.ts';
import { lineLook, nodeLook } from './look.ts';
import { type Palette, readPalette } from './palette.ts';

/** Above so many lines they are left out while the picture moves. */
const MANY_LINES = 4000;

/**
 * Colours, light and shade, and the labels over them. Stands after the DrawingController, whose lines it lights. Draws
 * nothing itself.
 */
export function LookController() {
  const sigma = useSigma<DrawnNodeAttributes, DrawnLineAttributes>();
  const { network, scene, stage, view } = useExplorer();
  const palette = usePalette();
  const shown = useVisible();
  const hovered = useStore(scene, (value) => value.hovered);
  const focused = useStore(scene, (value) => value.focused);
  const fresh = useStore(scene, (value) => value.fresh);
  const pinned = view.pinnedNodes;

  const route = useStore(scene, (value) => value.route);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing changes in place, and `shown` with it
  useEffect(() => {
    const chosen = [...view.nodes, ...view.between];
    const emphasis = emphasisOf(stage.drawing, chosen, view.edge, { hovered, focused, fresh, pinned, route });
    const typeOf = (edge: string) => (network.hasEdge(edge) ? network.getEdgeAttribute(edge, 'type') : '');
    // sigma sizes and clears this layer, and writes nothing on it itself.
    const context = sigma.getCanvases().labels?.getContext('2d');
    const write = () => {
      if (!context) return;
      const frame = freeFrame(sigma, stage.insets, 4);
      stage.labels = { emphasis, palette, frame, wordsOf: (line) => lineWords(line, typeOf) };
      drawLabels(context, sigma, stage.labels);
    };
    sigma.on('afterRender', write);
    sigma.setSettings({
      hideEdgesOnMove: stage.drawing.size > MANY_LINES,
      nodeReducer: (key, data) => ({ ...data, ...nodeLook(key, palette.types[data.entityType], emphasis, palette) }),
      edgeReducer: (_, data) => ({ ...data, ...lineLook(data.line, emphasis, palette) }),
    });
    return () => {
      sigma.off('afterRender', write);
    };
  }, [
    sigma,
    stage,
    network,
    palette,
    shown,
    view.nodes,
    view.between,
    view.edge,
    hovered,
    focused,
    fresh,
    pinned,
    route,
  ]);

  useEffect(() => {
    void document.fonts.ready.then(() => {
      forgetWidths();
      sigma.scheduleRender();
    });
  }, [sigma]);
  return null;
}

/** The palette in force, read anew when the scheme changes. */
function usePalette(): Palette {
  const scheme = useComputedColorScheme('light');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the style sheet changes with the scheme
  return useMemo(() => readPalette(document.documentElement), [scheme]);
}
