import { useEffect } from 'react';
import { useExplorer } from '../explorer.ts';
import { useVisible } from '../state/useVisible.ts';

/** Keeps the drawing in step with network, filters and choice. Draws nothing itself. */
export function DrawingController() {
  const { stage, view } = useExplorer();
  const shown = useVisible();
  const { nodes, edge, pinned } = view;
  useEffect(() => stage.draw(shown, { nodes, edge, pinned }), [stage, shown, pinned, nodes, edge]);
  return null;
}
