import { basename, extname, join } from 'node:path';
import type { Incoming } from '../article/index.ts';
import { Problem } from '../problem.ts';

/** An article, and the file that what is read from it is written to. */
export interface Output {
  incoming: Incoming;
  target: string;
}

/**
 * Gives each article an output file of its own, named after the file it is in: "page.html" becomes "page.json". Those
 * of one file of many articles are numbered: "feed-1.json", "feed-2.json". Knows of one article in advance, no more.
 *
 * @param extension of the outputs, without the dot
 */
export async function* outputsOf(
  articles: AsyncIterable<Incoming>,
  folder: string,
  extension: string,
): AsyncGenerator<Output> {
  let number = 0;
  let before: Incoming | undefined;
  const output = (incoming: Incoming, next?: Incoming): Output => {
    number = number > 0 || next?.origin === incoming.origin ? number + 1 : 0;
    const suffix = number > 0 ? `-${number}` : '';
    if (next?.origin !== incoming.origin) number = 0;
    return { incoming, target: join(folder, `${stemOf(incoming.origin)}${suffix}.${extension}`) };
  };
  for await (const incoming of articles) {
    if (before) yield output(before, incoming);
    before = incoming;
  }
  if (before) yield output(before);
}

/** The name of a path or address without its ending; "-" is standard input. */
function stemOf(origin: string): string {
  if (origin === '-') return 'stdin';
  const path = URL.canParse(origin) ? new URL(origin).pathname : origin;
  const name = basename(path);
  return basename(name.replace(/\.gz$/iu, ''), extname(name.replace(/\.gz$/iu, ''))) || 'article';
}

/**
 * Remembers who writes where.
 *
 * @throws Problem `invalid-request` where two articles would be written to one file
 */
export function claimTargets(): (output: Output) => void {
  const owners = new Map<string, string>();
  return ({ incoming, target }) => {
    const other = owners.get(target);
    if (other !== undefined) {
      throw new Problem('invalid-request', {
        title: `${other} and ${incoming.name} would both be written to "${target}"`,
        hint: 'Rename one of them, or build them one after the other',
      });
    }
    owners.set(target, incoming.name);
  };
}
