import { type Channel, createChannel, createSession } from 'better-sse';
import type { RequestHandler } from 'express';
import type { ArticleEvent, Inbox } from '../ingest/index.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/index.ts';
import { reasonOf } from './queued.ts';
import type * as schemas from './schemas/index.ts';

/** A comment is sent so often, in milliseconds, or those between would close a connection that says nothing. */
const HEARTBEAT = 10_000;
/** Between two events `queue`, in milliseconds. */
const QUEUE_EVERY = 1000;

/** How much waits, is being read, and could not be read. */
export async function queueCounts(store: Store, inbox: Inbox): Promise<schemas.QueueEvent> {
  return { ...(await inbox.counts()), failed: await store.countFailures() };
}

const articleEvent = ({ problem, ...event }: ArticleEvent): schemas.ArticleEvent => ({
  ...event,
  ...(problem && { problem: reasonOf(problem) }),
});

/** Tells listeners how much waits, once a second at most and once more after the last change. */
function queueTeller(channel: Channel, counts: () => Promise<schemas.QueueEvent>, closing: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const tell = async () => {
    timer = undefined;
    if (channel.sessionCount > 0) channel.broadcast(await counts(), 'queue');
  };
  closing.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    if (closing.aborted || channel.sessionCount === 0) return;
    timer ??= setTimeout(() => void tell().catch(() => {}), QUEUE_EVERY); // the store is away: others say so
  };
}

/** A stream of server-sent events for each who asks; all of them end when the inbox closes. */
export function eventStreams(store: Store, inbox: Inbox): RequestHandler {
  const channel = createChannel();
  const changed = queueTeller(channel, () => queueCounts(store, inbox), inbox.closing);
  inbox.listen((event) => {
    channel.broadcast(articleEvent(event), 'article');
    changed();
  });
  return async (req, res) => {
    if (inbox.closing.aborted) throw new Problem('store-closed', { title: 'the server is stopping' });
    const counts = await queueCounts(store, inbox);
    const session = await createSession(req, res, { keepAlive: HEARTBEAT });
    const end = () => res.end();
    inbox.closing.addEventListener('abort', end);
    session.once('disconnected', () => inbox.closing.removeEventListener('abort', end));
    session.push(counts, 'queue');
    channel.register(session);
  };
}
