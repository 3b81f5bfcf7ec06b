import { Agent, fetch, type Response } from 'undici';
import { Problem } from '../problem.ts';
import { VERSION } from '../version.ts';
import { publicConnector } from './address.ts';
import type { ReadingOptions } from './incoming.ts';
import { Input, LARGEST } from './input.ts';

/** For a connection and for each wait on the server, and for all of a page, in milliseconds. */
const LIMITS = { wait: 15_000, all: 60_000 };
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, */*;q=0.5';

const TIMEOUTS = { headersTimeout: LIMITS.wait, bodyTimeout: LIMITS.wait };
/** They open nothing before they are asked to. */
const ANYWHERE = new Agent({ ...TIMEOUTS, connect: { timeout: LIMITS.wait } });
const OUTSIDE = new Agent({ ...TIMEOUTS, connect: publicConnector(LIMITS.wait) });

/** What a server said to know a version of a page again by. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** What stands at an address; `input` is null where it is the version that was asked about. */
export interface Fetched {
  input: Input | null;
  validators: Validators;
  /** How long it may be taken for unchanged (RFC 9111), in seconds; null where the server does not say. */
  maxAge: number | null;
}

/** A server that answers, and refuses. */
export class Refusal extends Problem {
  readonly httpStatus: number;
  /** `Retry-After` as the server has it: seconds, or a date. */
  readonly retryAfter: string | null;

  constructor(what: string, { status, statusText, headers }: Response) {
    super('unreachable', {
      title: `${what} was refused with ${status} ${statusText}`.trimEnd(),
      hint: 'Look whether a browser can open it; a page behind a login can be saved as a file',
    });
    this.httpStatus = status;
    this.retryAfter = headers.get('retry-after');
  }
}

const NEVER_SEEN: Validators = { etag: null, lastModified: null };

/**
 * What stands at an address of the web, redirects followed. Asks for nothing else than what was named.
 *
 * @throws Problem `invalid-request`, `forbidden-address`, `unreachable`, `too-large`; what the signal was aborted with
 */
export async function fetchInput(address: string, options: ReadingOptions): Promise<Input> {
  const { input } = await fetchChanged(address, NEVER_SEEN, options);
  if (input) return input;
  throw new Problem('unreachable', { title: `page "${address}" answers that it has not changed, to who never saw it` });
}

/**
 * What stands at an address of the web, if it is another version than one that was seen before.
 *
 * @throws as `fetchInput` does; `Refusal` where the server answers with an error
 */
export async function fetchChanged(
  address: string,
  seen: Validators,
  { allowInside = false, signal }: ReadingOptions,
): Promise<Fetched> {
  const what = `page "${address}"`;
  const limit = AbortSignal.timeout(LIMITS.all);
  const stop = signal ? AbortSignal.any([signal, limit]) : limit;
  const guard = (cause: unknown): never => {
    signal?.throwIfAborted();
    throw unreachable(what, limit.aborted ? new Error(`It took longer than ${LIMITS.all / 1000} seconds.`) : cause);
  };
  const asked = { dispatcher: allowInside ? ANYWHERE : OUTSIDE, signal: stop, headers: conditions(seen) };
  const { response, url } = await follow(address, what, asked).catch(guard);
  const { status, headers } = response;
  const maxAge = maxAgeOf(headers);
  if (status === 304) {
    await response.body?.cancel();
    return { input: null, validators: { ...seen, ...given(headers) }, maxAge };
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new Refusal(what, response);
  }
  const facts = { what, origin: address, fileName: url.pathname.split('/').at(-1) ?? '', url: url.href };
  const input = new Input({ ...facts, ...typeOf(response) }, bodyOf(response, what, guard));
  return { input, validators: { ...NEVER_SEEN, ...given(headers) }, maxAge };
}

const conditions = ({ etag, lastModified }: Validators): Record<string, string> => ({
  ...(etag !== null && { 'if-none-match': etag }),
  ...(lastModified !== null && { 'if-modified-since': lastModified }),
});

function given(headers: Response['headers']): Partial<Validators> {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  return { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
}

/** Less the time that a cache on the way had it. */
function maxAgeOf(headers: Response['headers']): number | null {
  const [, seconds] = /(?:^|[\s,])max-age="?(\d{1,9})/iu.exec(headers.get('cache-control') ?? '') ?? [];
  if (seconds === undefined) return null;
  const age = Number(/^\d{1,9}$/u.exec(headers.get('age') ?? '')?.[0] ?? 0);
  return Math.max(0, Number(seconds) - age);
}

/** With whom and until when. */
interface Asked {
  dispatcher: Agent;
  signal: AbortSignal;
  headers: Record<string, string>;
}

async function follow(address: string, what: string, asked: Asked): Promise<{ response: Response; url: URL }> {
  let url = addressOf(address, what);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const headers = { ...asked.headers, accept: ACCEPT, 'user-agent': `dateline/${VERSION}` };
    const response = await fetch(url, { ...asked, redirect: 'manual', headers });
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null) return { response, url };
    await response.body?.cancel();
    url = addressOf(location, what, url);
  }
  throw new Problem('unreachable', { title: `${what} redirects more than ${MOST_REDIRECTS} times` });
}

/** @throws Problem `invalid-request` for what is no address, or no address of the web */
function addressOf(address: string, what: string, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Problem('invalid-request', {
      title: base
        ? `${what} redirects to "${address.slice(0, 200)}", which is no address of the web`
        : `${what} is no address of the web`,
      hint: 'Addresses begin with http:// or https:// and hold no password',
    });
  }
  url.hash = '';
  return url;
}

function typeOf(response: Response): { mediaType: string | null; charset: string | null } {
  const [mediaType = '', ...parameters] = (response.headers.get('content-type') ?? '').split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([\w:.-]{2,40})"?\s*$/iu.exec(parameter)?.[1])
    .find(Boolean);
  return { mediaType: mediaType.trim().toLowerCase() || null, charset: charset ?? null };
}

async function* bodyOf(response: Response, what: string, guard: (cause: unknown) => never): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      if (!(chunk instanceof Uint8Array)) continue;
      size += chunk.length;
      if (size > LARGEST)
        throw new Problem('too-large', { title: `${what} has more than ${LARGEST / 1024 / 1024} MB` });
      yield chunk;
    }
  } catch (cause) {
    guard(cause);
  }
}

/** undici wraps what went wrong, and what our connector said. */
function unreachable(what: string, error: unknown): Problem {
  let cause = error;
  for (let depth = 0; depth < 5 && cause instanceof Error && !(cause instanceof Problem) && cause.cause; depth++)
    cause = cause.cause;
  if (cause instanceof Problem) {
    if (cause.code !== 'forbidden-address') return cause;
    return new Problem(
      cause.code,
      { ...cause.text, title: `${what} cannot be fetched: ${cause.text.title}` },
      { cause },
    );
  }
  return new Problem(
    'unreachable',
    {
      title: `could not fetch ${what}`,
      detail: cause instanceof Error ? cause.message : String(cause),
      hint: 'Look whether a browser can open it, and try again',
    },
    { cause },
  );
}
