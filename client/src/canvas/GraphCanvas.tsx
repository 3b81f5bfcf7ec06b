import { useLayoutEffect, useRef, useState } from 'react';
import type { Settings } from 'sigma/settings';
import { useExplorer } from '../explorer.ts';
import { Board } from './board.ts';
import { DrawingController } from './DrawingController.tsx';
import type { DrawnLineAttributes, DrawnNodeAttributes } from './drawn.ts';
import classes from './GraphCanvas.module.css';
import { LayoutController } from './LayoutController.tsx';
import { LookController } from './LookController.tsx';
import { MiniMap } from './MiniMap.tsx';
import { Nothing, shapeProgram } from './nodeProgram.ts';
import { PointerController } from './PointerController.tsx';
import type { Painter } from './painter.ts';
import { SelectController } from './SelectController.tsx';
import { StageController } from './StageController.tsx';
import { BoardContext } from './useBoard.ts';

const settings = (painter: Painter): Partial<Settings<DrawnNodeAttributes, DrawnLineAttributes>> => ({
  allowInvalidContainer: true,
  // All that sigma has programs for to begin with is named, for it makes those that are not.
  nodeProgramClasses: { circle: shapeProgram(painter) },
  nodeHoverProgramClasses: { circle: Nothing },
  edgeProgramClasses: { arrow: Nothing, line: Nothing },
  nodeReducer: painter.nodeReducer,
  // Lines and labels are ours, see strokes.ts and labels.ts; so is what the pointer is on, see nearest.ts.
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
  const place = useRef<HTMLDivElement>(null);
  const [board, setBoard] = useState<Board | null>(null);

  useLayoutEffect(() => {
    if (!place.current) return;
    const made = new Board(stage.drawing, place.current, settings(stage.painter));
    setBoard(made);
    return () => made.kill();
  }, [stage]);

  return (
    <div className={classes.canvas}>
      <div ref={place} className={classes.layers} />
      {board && (
        <BoardContext value={board}>
          <StageController />
          <DrawingController />
          <LayoutController />
          <LookController />
          <PointerController />
          <SelectController />
          <MiniMap />
        </BoardContext>
      )}
    </div>
  );
}
