import { useRef } from 'react';
import type { Axis, Stretch } from '../state/timeline.ts';
import { count } from '../state/words.ts';
import classes from './Timeline.module.css';

interface TimelineBarsProps {
  axis: Axis;
  /** Heights of the bars: of all edges, and of those that the other filters leave. */
  bars: { all: readonly number[]; left: readonly number[] };
  stretch: Stretch;
  onBrush(stretch: Stretch): void;
  onEnd(): void;
}

const HEIGHT = 44;

/** The bars, to be brushed with the pointer; the slider under them does the same for the keyboard. */
export function TimelineBars({ axis: { bins, unit }, bars, stretch: [from, to], onBrush, onEnd }: TimelineBarsProps) {
  const start = useRef<number | null>(null);
  const highest = Math.max(1, ...bars.all);
  const tall = (n: number) => (n === 0 ? 0 : Math.max(2, (n / highest) * HEIGHT));
  const at = ({ currentTarget, clientX }: React.PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.min(bins.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * bins.length)));
  };
  const end = () => {
    start.current = null;
    onEnd();
  };
  const brush = (event: React.PointerEvent) => {
    if (start.current === null) return;
    const now = at(event);
    onBrush([Math.min(start.current, now), Math.max(start.current, now) + 1]);
  };
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 ${bins.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Relations by ${unit}: ${spoken(bins, bars.left)}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = at(event);
        brush(event);
      }}
      onPointerMove={brush}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {bins.map(({ first, label }, i) => {
        const [all, left] = [bars.all[i] ?? 0, bars.left[i] ?? 0];
        return (
          <g key={first} data-in={i >= from && i < to} className={classes.bar}>
            <title>{`${label}: ${count(left, 'relation')}`}</title>
            <rect className={classes.room} x={i} y={0} width={1} height={HEIGHT} />
            <rect className={classes.all} x={i + 0.08} y={HEIGHT - tall(all)} width={0.84} height={tall(all)} />
            <rect className={classes.left} x={i + 0.08} y={HEIGHT - tall(left)} width={0.84} height={tall(left)} />
          </g>
        );
      })}
    </svg>
  );
}

/** The three highest bars in words. */
function spoken(bins: Axis['bins'], heights: readonly number[]): string {
  const highest = bins
    .map(({ label }, i) => ({ label, n: heights[i] ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .slice(0, 3);
  return highest.length === 0 ? 'none' : `most in ${highest.map(({ label, n }) => `${label} (${n})`).join(', ')}`;
}
