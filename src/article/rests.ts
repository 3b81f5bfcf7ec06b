/** When a feed asks not to be looked at: RSS 2.0, `ttl`, `skipHours` and `skipDays`. */
export interface Rests {
  /** After a look, in minutes. */
  minutes: number | null;
  /** Of the day, 0 to 23, in UTC. */
  hours: readonly number[];
  /** Names of days, in English, in UTC. */
  days: readonly string[];
}

/** They stand before the entries; what stands so far behind is no feed's wish. In UTF-16 code units. */
const HEAD = 20_000;

const TTL = /<ttl>\s{0,99}(\d{1,6})\s{0,99}<\/ttl>/iu;
const HOURS = /<skipHours>([\s\S]{0,2000}?)<\/skipHours>/iu;
const HOUR = /<hour>\s{0,99}(\d{1,2})\s{0,99}<\/hour>/giu;
const DAYS = /<skipDays>([\s\S]{0,2000}?)<\/skipDays>/iu;
const DAY = /<day>\s{0,99}([a-z]{6,9})\s{0,99}<\/day>/giu;

const listed = (xml: string, list: RegExp, item: RegExp): string[] =>
  Array.from((list.exec(xml)?.[1] ?? '').matchAll(item), ([, value = '']) => value);

/** What the head of a feed asks for; feedsmith (3.0) loses a list of one. */
export function restsOf(xml: string): Rests {
  const head = xml.slice(0, HEAD);
  const ttl = TTL.exec(head)?.[1];
  return {
    minutes: ttl === undefined ? null : Number(ttl),
    hours: listed(head, HOURS, HOUR).map((hour) => Number(hour) % 24), // 24 was midnight before RSS 2.0
    days: listed(head, DAYS, DAY),
  };
}
