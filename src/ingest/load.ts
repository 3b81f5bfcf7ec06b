import type { Article } from '../article/index.ts';
import { Problem } from '../problem.ts';
import type { Place, Store } from '../store/index.ts';
import { originOf, Places, partOf } from './places.ts';

/** An article on its way in. */
export interface Incoming {
  /** Names it in progress and errors: 'file "a.txt"'. */
  name: string;
  /** The path or address that it is read from; absent where it came without one. */
  origin?: string;
  /** @throws Problem where it cannot be read */
  load(): Article | Promise<Article>;
}

/** An article in memory, with its place; or why it is not. `mark` is where the store is to say so. */
export type Loaded = { name: string; mark: Place | null } & ({ article: Article; place: Place } | { problem: Problem });

/** Null for what cannot be read there again. */
function markOf({ name, origin }: Incoming): Place | null {
  if (origin === undefined || origin === '-') return null;
  return { origin: originOf(origin), part: partOf({ name, origin }) };
}

async function load(incoming: Incoming, mark: Place | null, places: Places): Promise<Loaded> {
  const { name } = incoming;
  try {
    const article = await incoming.load();
    return { name, mark, article, place: places.of(incoming, article) };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { name, mark, problem };
  }
}

/** Forgets that an origin could not be read at all, as soon as an article is found in it. */
function wholes(store: Store): (mark: Place | null) => Promise<void> {
  let last: string | undefined;
  return async (mark) => {
    if (mark === null || mark.part === '' || mark.origin === last) return;
    last = mark.origin;
    await store.forgetFailures({ origin: mark.origin, part: '' });
  };
}

/** Loads articles one after the other, as they are asked for, so that a file of many is read as a stream. */
export async function* loaded(
  articles: Iterable<Incoming> | AsyncIterable<Incoming>,
  store: Store,
): AsyncGenerator<Loaded> {
  const places = new Places();
  const forgetWhole = wholes(store);
  for await (const incoming of articles) {
    const mark = markOf(incoming);
    await forgetWhole(mark);
    yield await load(incoming, mark, places);
  }
}

/** Forgets that an article failed at its number in a file, once it was read there. */
export async function forgetMark(what: Loaded, store: Store): Promise<void> {
  if ('place' in what && what.mark !== null && what.mark.part !== what.place.part)
    await store.forgetFailures(what.mark);
}
