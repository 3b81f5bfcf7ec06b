import { Slider } from '@mantine/core';
import { useExplorer } from '../explorer.ts';
import { count, sureness } from '../state/words.ts';
import classes from './Legend.module.css';
import { useGesture } from './useGesture.ts';

/** The least confidence, and the least number of articles, of what is shown. */
export function SureFilters() {
  const { kinds, shown, view } = useExplorer();
  const gesture = useGesture();
  const relations = count(shown.edges.size, 'relation');
  const look = { size: 'xs', thumbSize: 16, label: null, onChangeEnd: gesture.end } as const;
  return (
    <section className={classes.group} aria-label="How sure">
      <h2 className={classes.title}>How sure</h2>
      <div className={classes.slider}>
        <p className={classes.reading}>
          <span>{view.confidence === 0 ? 'However sure' : `${view.confidence}\u2009% or more`}</span>
          <span className={classes.count}>{relations}</span>
        </p>
        <Slider
          {...look}
          value={view.confidence}
          max={95}
          step={5}
          thumbLabel="The least confidence shown"
          thumbValueText={(value) => `${value} percent, ${sureness(value / 100)}`}
          onChange={(confidence) => gesture.move({ confidence })}
        />
      </div>
      {kinds.heaviest > 1 && (
        <div className={classes.slider}>
          <p className={classes.reading}>
            <span>In {view.weight === 1 ? 'any number of articles' : `${view.weight} articles or more`}</span>
            <span className={classes.count}>{relations}</span>
          </p>
          <Slider
            {...look}
            value={view.weight}
            min={1}
            max={kinds.heaviest}
            thumbLabel="The least number of articles"
            thumbValueText={(value) => count(value, 'article')}
            onChange={(weight) => gesture.move({ weight })}
          />
        </div>
      )}
    </section>
  );
}
