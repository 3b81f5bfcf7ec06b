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
import { NoHover, shapeProgram } from './nodeProgram.ts';
import { PointerController } from './PointerController.tsx';
import type { Painter } from './painter.ts';
import { SelectController } from './SelectController.tsx';
import { StageController } from './StageController.tsx';

const settings = (painter: Painter): Partial<Settings<DrawnNodeAttributes, DrawnLineAttributes>> => ({
  allowInvalidContainer: true,
  defaultNodeType: 'shape',
  defaultEdgeType: 'straight',
  nodeProgramClasses: { shape: shapeProgram(painter) },
  nodeHoverProgramClasses: { shape: NoHover },
  // What is drawn first is in front.
  edgeProgramClasses: { bowed: bowedProgram(painter), straight: straightProgram(painter) },
  nodeReducer: painter.nodeReducer,
  edgeReducer: painter.edgeReducer,
  // Labels are ours, see labels.ts; so is what line the pointer is on, see nearest.ts.
  renderLabels: false,
  renderEdgeLabels: false,
  defaultDrawNodeHover: () => undefined,
  zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio / painter.frame.scale),
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
