import type { Rests } from '../../article/index.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Nothing that a server or a feed says keeps it from being looked at once a day. */
const LONGEST = DAY;
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** What a look said about the next one. */
export interface Said {
  /** Seconds; null where the server does not say. */
  maxAge: number | null;
  rests: Rests;
}

/**
 * When to look at a feed again that could be read, in milliseconds of the epoch: after the interval or, where the
 * server or the feed asks for it, later, and at no hour and on no day on which it does not want to be looked at.
 *
 * @param interval between two looks, in milliseconds
 */
export function afterSuccess(now: number, interval: number, { maxAge, rests }: Said): number {
  const asked = Math.max((maxAge ?? 0) * SECOND, (rests.minutes ?? 0) * MINUTE);
  return awake(now + Math.max(interval, Math.min(asked, LONGEST)), rests);
}

function awake(from: number, { hours, days }: Rests): number {
  const skipped = new Set(days.map((day) => day.trim().toLowerCase()));
  for (let at = from; at < from + 7 * DAY; at = HOUR * Math.floor(at / HOUR + 1)) {
    const date = new Date(at);
    if (!hours.includes(date.getUTCHours()) && !skipped.has(DAYS[date.getUTCDay()] ?? '')) return at;
  }
  return from; // it never wants to be looked at: it means something else
}

/**
 * When to look again at a feed that could not be read: after one to two intervals, and each time twice as long, so
 * that those who failed together do not come back together.
 *
 * @param errors how often in a row, 1 the first time
 * @param retryAfter what the server asked for
 * @param random from 0 to 1
 */
export function afterError(
  now: number,
  interval: number,
  errors: number,
  retryAfter: string | null,
  random: number,
): number {
  const wait = Math.min(interval * 2 ** (errors - 1), LONGEST) * (1 + random);
  return now + Math.max(wait, askedBy(retryAfter, now));
}

/** `Retry-After` in milliseconds from now: it is seconds or an HTTP date (RFC 9110, 10.2.3). */
function askedBy(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return 0;
  const wait = /^\s*\d{1,9}\s*$/u.test(retryAfter) ? Number(retryAfter) * SECOND : Date.parse(retryAfter) - now;
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(0, wait), 7 * LONGEST);
}
