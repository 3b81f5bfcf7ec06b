import { ActionIcon, RangeSlider } from '@mantine/core';
import { useMemo } from 'react';
import { useExplorer } from '../explorer.ts';
import { axisOf, daysIn, heights, type Stretch, stretchOf } from '../state/timeline.ts';
import { count } from '../state/words.ts';
import { icons } from './icons.tsx';
import classes from './Timeline.module.css';
import { TimelineBars } from './TimelineBars.tsx';
import { useGesture } from './useGesture.ts';
import { usePlaying } from './usePlaying.ts';

/** When: the dated relations as bars, a brush over them, and play. */
export default function Timeline({ onClose }: { onClose(): void }) {
  const { kinds, shown, view } = useExplorer();
  const { since, until, undated } = view;
  const gesture = useGesture();
  const axis = useMemo(() => axisOf(kinds.dates.keys()), [kinds]);
  const bins = axis?.bins ?? [];
  const bars = useMemo(
    () => ({ all: heights(bins, kinds.dates), left: heights(bins, shown.counts.dates) }),
    [bins, kinds, shown],
  );
  const stretch = stretchOf(bins, since, until);
  const brush = (next: Stretch) => gesture.move(daysIn(bins, next));
  const { playing, play, stop } = usePlaying(bins.length, brush, gesture.end);
  if (axis === null) return null;

  const [from, to] = stretch;
  const whole = since === null && until === null;
  const [first, last] = [bins[from]?.label ?? '', bins[to - 1]?.label ?? ''];
  const words = whole ? 'All dates' : first === last ? first : `${first} – ${last}`;
  return (
    <section className={classes.timeline} aria-label="Timeline">
      <div className={classes.head}>
        <ActionIcon
          size={28}
          variant="default"
          aria-label={playing ? 'Stop playing' : 'Play the timeline'}
          onClick={() => (playing ? stop() : play(stretch))}
        >
          {playing ? icons.stop : icons.play}
        </ActionIcon>
        <span className={classes.words}>{words}</span>
        {!whole && (
          <button type="button" className={classes.link} onClick={() => view.change({ since: null, until: null })}>
            All dates
          </button>
        )}
        <label className={classes.undated}>
          <input
            type="checkbox"
            checked={undated}
            onChange={({ currentTarget: { checked } }) => view.change({ undated: checked })}
          />
          {count(shown.counts.undated, 'relation')} without a date
        </label>
        <ActionIcon size={28} variant="subtle" color="gray" aria-label="Close the timeline" onClick={onClose}>
          {icons.close}
        </ActionIcon>
      </div>
      <TimelineBars axis={axis} bars={bars} stretch={stretch} onBrush={brush} onEnd={gesture.end} />
      <RangeSlider
        className={classes.slider ?? ''}
        classNames={{ trackContainer: classes.track ?? '' }}
        size={4}
        thumbSize={18}
        min={0}
        max={bins.length}
        minRange={1}
        value={[from, to]}
        label={null}
        thumbFromLabel="From"
        thumbToLabel="Until"
        thumbValueText={(at) => (at === from ? first : last)}
        onChange={brush}
        onChangeEnd={gesture.end}
      />
      <p className={classes.ends} aria-hidden="true">
        <span>{bins[0]?.label}</span>
        <span>{bins.length > 1 && bins.at(-1)?.label}</span>
      </p>
    </section>
  );
}
