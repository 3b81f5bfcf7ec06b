import { resolve } from 'node:path';
import type { Article } from '../article/index.ts';
import type { Place } from '../store/index.ts';

/** The origin of what was posted: there is nothing that could be read again. */
export const POSTED = 'api';

export const isAddress = (origin: string): boolean => /^https?:\/\//iu.test(origin);

/** The number of an entry in a feed, of a line in a file: another one tomorrow. */
const NUMBERED = /(?<=, )(?:entry|item|line) \d+$/u;

/** What the store calls the origin that a person calls so: paths are absolute there. */
export const originOf = (path: string): string => (path === '-' || isAddress(path) ? path : resolve(path));

/** Which of the articles of its origin this is, by its name there; '' where it is all of it. */
export function partOf({ name, origin }: { name: string; origin?: string | undefined }): string {
  const at = origin === undefined ? -1 : name.indexOf(origin);
  return origin === undefined || at === -1 ? '' : name.slice(at + origin.length).replace(/^"/u, '');
}

/** What stands for an article that came from nowhere: its address, else its text and what is told of it. */
const itself = ({ id, title, date, source, url }: Article): string =>
  url ?? [id, title, date, source].filter((fact) => fact !== null).join(' ');

/**
 * Knows articles again when they are read again. Those that are numbered are known by their own address, where they
 * have one: a new entry in front of them changes their number. What has no lasting place, such as an entry without an
 * address in a feed of the web, stands for itself and is never replaced.
 */
export class Places {
  #origin: string | undefined;
  /** How many articles of this origin had this part before. */
  readonly #uses = new Map<string, number>();

  /** To be asked in the order of the articles at their origin. */
  of(incoming: { name: string; origin?: string | undefined }, article: Article): Place {
    const { id, url } = article;
    if (incoming.origin === undefined) return { origin: 'api', part: itself(article) };
    const origin = originOf(incoming.origin);
    if (origin !== this.#origin) this.#uses.clear();
    this.#origin = origin;
    const part = partOf(incoming);
    if (origin === '-') return { origin, part: itself(article) };
    if (!NUMBERED.test(part)) return { origin, part };
    if (url === null) return { origin, part: isAddress(origin) ? id : part };
    const own = part.replace(NUMBERED, () => url);
    const uses = this.#uses.get(own) ?? 0;
    this.#uses.set(own, uses + 1);
    return { origin, part: uses === 0 ? own : `${own} (${uses + 1})` };
  }
}
