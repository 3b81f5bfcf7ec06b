import { SigmaContainer } from '@react-sigma/core';
import '@react-sigma/core/lib/style.css';
import { useMemo } from 'react';
import type { Settings } from 'sigma/settings';
import { useExplorer } from '../explorer.ts';
import { DrawingController } from './DrawingController.tsx';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';
import { bowedProgram, straightProgram } from './edgeProgram.ts';
import classes from './GraphCanvas.module.css';
import { LayoutController } from './LayoutController.tsx';
import { LookController } from './LookController.tsx';
import { MiniMap } from './MiniMap.tsx';
import { shapeProgram } from './nodeProgram.ts';
import { PointerController } from './PointerController.tsx';
import type { Painter } from './painter.ts';
import { SelectController } from './SelectController.tsx';
import { StageController } from './StageController.tsx';

const settings = ({
  frame,
  nodeReducer,
  edgeReducer,
}: Painter): Partial<Settings<DrawnNodeAttributes, DrawnLineAttributes>> => ({
  allowInvalidContainer: true,
  defaultNodeType: 'shape',
  defaultEdgeType: 'straight',
  nodeProgramClasses: { shape: shapeProgram(frame) },
  edgeProgramClasses: { straight: straightProgram(frame), bowed: bowedProgram(frame) },
  nodeReducer,
  edgeReducer,
  // Labels are ours, see labels.ts; so is what line the pointer is on, see nearest.ts.
  renderLabels: false,
  renderEdgeLabels: false,
  defaultDrawNodeHover: () => undefined,
  zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio / frame.scale),
  stagePadding: 0,
  minCameraRatio: 0.02,
  maxCameraRatio: 12,
  inertiaDuration: 120,
});

/** The graph. All that it shows can also be read in the panels; its keys are in `screen/actions.ts`. */
export function GraphCanvas() {
  const { stage } = useExplorer();
  const ours = useMemo(() => settings(stage.painter), [stage]);
  return (
    <SigmaContainer graph={stage.drawing} settings={ours} className={classes.canvas ?? ''}>
      <StageController />
      <DrawingController />
      <LayoutController />
      <LookController />
      <PointerController />
      <SelectController />
      <MiniMap />
    </SigmaContainer>
  );
}
