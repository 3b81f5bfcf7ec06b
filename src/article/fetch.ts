import { Agent, fetch, type Response } from 'undici';
import { Problem } from '../problem.ts';
import { VERSION } from '../version.ts';
import { publicConnector } from './address.ts';
import type { ReadingOptions } from './incoming.ts';
import { Input, LARGEST } from './input.ts';

/** For a connection and for each wait on the server, and for all of a page, in milliseconds. */
const LIMITS = { wait: 15_000, all: 60_000 };
const MOST_REDIRECTS = 5;
const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, */*;q=0.5';

const TIMEOUTS = { headersTimeout: LIMITS.wait, bodyTimeout: LIMITS.wait };
/** They open nothing before they are asked to. */
const ANYWHERE = new Agent({ ...TIMEOUTS, connect: { timeout: LIMITS.wait } });
const OUTSIDE = new Agent({ ...TIMEOUTS, connect: publicConnector(LIMITS.wait) });

/**
 * What stands at an address of the web, redirects followed. Asks for nothing else than what was named.
 *
 * @throws Problem `invalid-request`, `forbidden-address`, `unreachable`, `too-large`; what the signal was aborted with
 */
export async function fetchInput(address: string, { allowInside = false, signal }: ReadingOptions): Promise<Input> {
  const what = `page "${address}"`;
  const limit = AbortSignal.timeout(LIMITS.all);
  const stop = signal ? AbortSignal.any([signal, limit]) : limit;
  const guard = (cause: unknown): never => {
    signal?.throwIfAborted();
    throw unreachable(what, limit.aborted ? new Error(`It took longer than ${LIMITS.all / 1000} seconds.`) : cause);
  };
  const { response, url } = await follow(address, what, allowInside ? ANYWHERE : OUTSIDE, stop).catch(guard);
  if (!response.ok) {
    await response.body?.cancel();
    throw new Problem('unreachable', {
      title: `${what} was refused with ${response.status} ${response.statusText}`.trimEnd(),
      hint: 'Look whether a browser can open it; a page behind a login can be saved as a file',
    });
  }
  const facts = { what, origin: address, fileName: url.pathname.split('/').at(-1) ?? '', url: url.href };
  return new Input({ ...facts, ...typeOf(response) }, bodyOf(response, what, guard));
}

async function follow(
  address: string,
  what: string,
  dispatcher: Agent,
  signal: AbortSignal,
): Promise<{ response: Response; url: URL }> {
  let url = addressOf(address, what);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const headers = { accept: ACCEPT, 'user-agent': `dateline/${VERSION}` };
    const response = await fetch(url, { dispatcher, redirect: 'manual', signal, headers });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return { response, url };
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
