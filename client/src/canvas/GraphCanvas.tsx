import { useLayoutEffect, useRef } from 'react';
import { useExplorer } from '../explorer.ts';
import { DrawingController } from './DrawingController.tsx';
import classes from './GraphCanvas.module.css';
import { LayoutController } from './LayoutController.tsx';
import { LookController } from './LookController.tsx';
import { MiniMap } from './MiniMap.tsx';
import { PointerController } from './PointerController.tsx';
import { RevealController } from './RevealController.tsx';
import { SelectController } from './SelectController.tsx';

/**
 * The graph, which is here before the page around it is: see opening.ts. All that it shows can also be read in the
 * panels; its keys are in `screen/actions.ts`.
 */
export function GraphCanvas() {
  const { stage } = useExplorer();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => stage.moveInto(place.current), [stage]);
  return (
    <div className={classes.canvas}>
      <div ref={place} className={classes.place} />
      <RevealController />
      <DrawingController />
      <LayoutController />
      <LookController />
      <PointerController />
      <SelectController />
      <MiniMap />
    </div>
  );
}
