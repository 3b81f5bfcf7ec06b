import { SigmaContainer } from '@react-sigma/core';
import '@react-sigma/core/lib/style.css';
import type { Settings } from 'sigma/settings';
import { useExplorer } from '../explorer.ts';
import { DrawingController } from './DrawingController.tsx';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';
import { BowedProgram, StraightProgram } from './edgeProgram.ts';
import classes from './GraphCanvas.module.css';
import { LookController } from './LookController.tsx';
import { ShapeProgram } from './nodeProgram.ts';
import { PointerController } from './PointerController.tsx';
import { StageController } from './StageController.tsx';

const SETTINGS: Partial<Settings<DrawnNodeAttributes, DrawnLineAttributes>> = {
  allowInvalidContainer: true,
  defaultNodeType: 'shape',
  defaultEdgeType: 'straight',
  nodeProgramClasses: { shape: ShapeProgram },
  edgeProgramClasses: { straight: StraightProgram, bowed: BowedProgram },
  // Until the LookController has told the colours.
  nodeReducer: (_, data) => ({ ...data, ring: 0, ringColor: '#808080', gapColor: '#808080' }),
  // Labels are ours: see labels.ts.
  renderLabels: false,
  renderEdgeLabels: false,
  defaultDrawNodeHover: () => undefined,
  enableEdgeEvents: true,
  zIndex: true,
  stagePadding: 0,
  minCameraRatio: 0.02,
  maxCameraRatio: 12,
  inertiaDuration: 120,
};

/** The graph. All that it shows can also be read in the panels; its keys are in `screen/actions.ts`. */
export function GraphCanvas() {
  const { stage } = useExplorer();
  return (
    <SigmaContainer graph={stage.drawing} settings={SETTINGS} className={classes.canvas ?? ''}>
      <DrawingController />
      <LookController />
      <StageController />
      <PointerController />
    </SigmaContainer>
  );
}
