import { lazy, Suspense } from 'react';
import { useExplorer } from '../explorer.ts';
import { icons } from './icons.tsx';
import classes from './Timeline.module.css';

const Timeline = lazy(() => import('./Timeline.tsx'));

interface TimelineDrawerProps {
  open: boolean;
  onOpen(open: boolean): void;
}

/** The timeline under the graph, or the button that opens it; nothing where nothing is dated. */
export function TimelineDrawer({ open, onOpen }: TimelineDrawerProps) {
  const { kinds, view } = useExplorer();
  if (kinds.dates.size === 0) return null;
  if (open)
    return (
      <Suspense fallback={null}>
        <Timeline onClose={() => onOpen(false)} />
      </Suspense>
    );
  const set = view.since !== null || view.until !== null || !view.undated;
  return (
    <button type="button" className={classes.open} data-set={set} onClick={() => onOpen(true)}>
      {icons.clock} Timeline
    </button>
  );
}
