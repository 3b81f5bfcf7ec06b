import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../client/src/state/dates.ts';
import { axisOf, daysIn, heights, nextStretch, stretchOf } from '../../../client/src/state/timeline.ts';

describe('daysOf', () => {
  it('tells the days of a date, a month, a year and a span', () => {
    expect(daysOf('2024-02-29')).toEqual(['2024-02-29', '2024-02-29']);
    expect(daysOf('2024-02')).toEqual(['2024-02-01', '2024-02-29']);
    expect(daysOf('2023')).toEqual(['2023-01-01', '2023-12-31']);
    expect(daysOf('2023-11/2024-02-03')).toEqual(['2023-11-01', '2024-02-03']);
    expect(daysOf('soon')).toBeNull();
  });
});

describe('the timeline', () => {
  it('has days, months or years for bars, by how far the dates lie apart', () => {
    expect(axisOf(['2024-03-01', '2024-03-05'])).toMatchObject({ unit: 'days', bins: { length: 5 } });
    expect(axisOf(['2023-12-01', '2024-03-05'])).toMatchObject({ unit: 'months', bins: { length: 4 } });
    expect(axisOf(['1990', '2024-03-05'])).toMatchObject({ unit: 'years', bins: { length: 35 } });
    expect(axisOf(['0800', '2024'])?.bins.length).toBeLessThanOrEqual(120);
    expect(axisOf([])).toBeNull();
  });

  it('counts an edge in every bar that it has a day in', () => {
    const { bins = [] } = axisOf(['2024-03-01', '2024-03-04']) ?? {};
    const dates = new Map([
      ['2024-03-02', 2],
      ['2024-03-02/2024-03-03', 1],
      ['2024', 1],
    ]);
    expect(heights(bins, dates)).toEqual([1, 4, 2, 1]);
  });

  it('turns bars into days and back, open where they reach the end', () => {
    const { bins = [] } = axisOf(['2024-01', '2024-12']) ?? {};
    expect(daysIn(bins, [0, 12])).toEqual({ since: null, until: null });
    const days = daysIn(bins, [2, 4]);
    expect(days).toEqual({ since: '2024-03-01', until: '2024-04-30' });
    expect(stretchOf(bins, days.since, days.until)).toEqual([2, 4]);
    expect(stretchOf(bins, '1999-01-01', '1999-12-31')).toEqual([0, 1]);
  });

  it('grows from the beginning when all of it is played, and moves on when a part is', () => {
    const played = (begun: [number, number]) => {
      const seen: string[] = [];
      for (let now = nextStretch(3, begun, null); now !== null; now = nextStretch(3, begun, now))
        seen.push(now.join('-'));
      return seen;
    };
    expect(played([0, 3])).toEqual(['0-1', '0-2', '0-3']);
    expect(played([0, 1])).toEqual(['0-1', '1-2', '2-3']);
  });
});
