import { decodeAny } from './decode.ts';
import type { Validators } from './fetch.ts';
import { declaredEncoding } from './forms/feed.ts';
import type { Incoming, ReadingOptions } from './incoming.ts';
import { bytesInput } from './input.ts';
import { articlesIn } from './open.ts';
import { type Rests, restsOf } from './rests.ts';

/** What a look at a feed found. */
export interface FeedLook {
  /** Null where nothing has changed since the look before. */
  articles: AsyncIterable<Incoming> | null;
  /** To be given to the next look. */
  validators: Validators;
  /** How long the server says that nothing will change, in seconds. */
  maxAge: number | null;
  /** Null where nothing has changed. */
  rests: Rests | null;
}

/**
 * Looks at a feed, or any page, and asks for it only where it has changed.
 *
 * @throws Problem as for any address; a `Refusal` where the server answers with an error
 */
export async function lookAt(address: string, seen: Validators, options: ReadingOptions): Promise<FeedLook> {
  const { fetchChanged } = await import('./fetch.ts'); // what speaks HTTP is loaded where it is needed
  const { input, validators, maxAge } = await fetchChanged(address, seen, options);
  if (input === null) return { articles: null, validators, maxAge, rests: null };
  const { facts } = input;
  const bytes = await input.bytes();
  const rests = restsOf(decodeAny(bytes, facts.charset ?? declaredEncoding(bytes)));
  return { articles: articlesIn(bytesInput(bytes, facts), options), validators, maxAge, rests };
}
