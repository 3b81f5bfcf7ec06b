import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterError, afterSuccess } from '../../../src/ingest/follow/pace.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Tuesday. */
const NOON = Date.parse('2024-05-07T12:00:00Z');
const QUARTER = 15 * MINUTE;
const nothing = { maxAge: null, rests: { minutes: null, hours: [], days: [] } };
const iso = (time: number) => new Date(time).toISOString();

describe('the next look at a feed that could be read', () => {
  it('is after the interval where nobody asks for more', () => {
    expect(iso(afterSuccess(NOON, QUARTER, nothing))).toBe('2024-05-07T12:15:00.000Z');
    expect(iso(afterSuccess(NOON, QUARTER, { ...nothing, maxAge: 60 }))).toBe('2024-05-07T12:15:00.000Z');
  });

  it('is later where the server or the feed asks for it, a day at most', () => {
    expect(iso(afterSuccess(NOON, QUARTER, { ...nothing, maxAge: 3600 }))).toBe('2024-05-07T13:00:00.000Z');
    const ttl = { ...nothing, rests: { ...nothing.rests, minutes: 90 } };
    expect(iso(afterSuccess(NOON, QUARTER, ttl))).toBe('2024-05-07T13:30:00.000Z');
    expect(iso(afterSuccess(NOON, QUARTER, { ...nothing, maxAge: 1e9 }))).toBe('2024-05-08T12:00:00.000Z');
  });

  it('is at no hour and on no day on which the feed rests', () => {
    const rests = { minutes: null, hours: [12, 13, 0], days: ['Wednesday', 'thursday '] };
    expect(iso(afterSuccess(NOON, QUARTER, { maxAge: null, rests }))).toBe('2024-05-07T14:00:00.000Z');
    expect(iso(afterSuccess(NOON, 13 * HOUR, { maxAge: null, rests }))).toBe('2024-05-10T01:00:00.000Z');
  });

  it('comes even where a feed says that it always rests', () => {
    const rests = { minutes: null, hours: Array.from({ length: 24 }, (_, hour) => hour), days: [] };
    expect(iso(afterSuccess(NOON, QUARTER, { maxAge: null, rests }))).toBe('2024-05-07T12:15:00.000Z');
  });
});

describe('the next look at a feed that could not be read', () => {
  it('comes after a time that doubles, a little different for each', () => {
    const minutes = [1, 2, 3, 4].map((errors) => (afterError(NOON, QUARTER, errors, null, 0) - NOON) / MINUTE);
    expect(minutes).toEqual([15, 30, 60, 120]);
    expect((afterError(NOON, QUARTER, 1, null, 0.5) - NOON) / MINUTE).toBe(22.5);
  });

  it('is when the server asks for it, in seconds or as a date', () => {
    expect(iso(afterError(NOON, QUARTER, 1, '7200', 0))).toBe('2024-05-07T14:00:00.000Z');
    expect(iso(afterError(NOON, QUARTER, 1, 'Tue, 07 May 2024 18:00:00 GMT', 0))).toBe('2024-05-07T18:00:00.000Z');
    for (const wrong of ['soon', '-5', '', 'Mon, 06 May 2024 18:00:00 GMT'])
      expect(iso(afterError(NOON, QUARTER, 1, wrong, 0))).toBe('2024-05-07T12:15:00.000Z');
  });

  it('is never sooner than the interval and never later than two days without being asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (errors, random) => {
        const wait = afterError(NOON, QUARTER, errors, null, random) - NOON;
        expect(wait).toBeGreaterThanOrEqual(QUARTER);
        expect(wait).toBeLessThanOrEqual(48 * HOUR);
      }),
    );
  });
});
