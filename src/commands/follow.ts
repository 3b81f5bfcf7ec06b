import { follow, isAddress, type Look, startWorkers } from '../ingest/index.ts';
import { Problem } from '../problem.ts';
import type { ReadingChoice } from './add.ts';
import { counted, reportProblem } from './report.ts';
import { stopSignal } from './stop.ts';
import { contentsOf, openStoreFrom } from './store.ts';

interface FollowChoice extends ReadingChoice {
  /** Minutes. */
  interval: number;
}

/** @throws Problem `invalid-request` for what is no address of the web */
function requireAddresses(feeds: readonly string[]): void {
  const wrong = feeds.find((feed) => !isAddress(feed) || !URL.canParse(feed));
  if (wrong === undefined) return;
  const hint = 'Addresses begin with http:// or https://; "dateline add" reads files';
  throw new Problem('invalid-request', { title: `"${wrong}" is no address of a feed`, hint });
}

function tell(look: Look): void {
  const when = new Date(look.next).toLocaleString();
  if (look.status === 'failed') reportProblem(look.problem);
  const found =
    look.status === 'read'
      ? `${counted(look.summary.added, 'article')} added, ${look.summary.known} known before, ${look.summary.failed} failed`
      : { unchanged: 'nothing new', failed: 'could not be read' }[look.status];
  console.log(`${look.feed}: ${found}; again at ${when}`);
}

/**
 * `dateline follow`: reads feeds again and again until it is told to stop (Ctrl-C, SIGTERM).
 *
 * @throws Problem `invalid-request` for what is no address of the web
 */
export async function followFeeds(
  feeds: string[],
  { interval, threads, allowPrivateAddresses: allowInside = false, ...choice }: FollowChoice,
): Promise<void> {
  requireAddresses(feeds);
  const signal = stopSignal();
  const store = await openStoreFrom(choice);
  const workers = startWorkers(threads);
  try {
    console.log(`following ${counted(feeds.length, 'feed')} (Ctrl-C stops it)`);
    await follow(feeds, {
      store,
      extract: workers.extract,
      threads,
      interval: interval * 60_000,
      allowInside,
      signal,
      onLook: tell,
      onProblem: reportProblem,
    });
    console.log(await contentsOf(store, choice));
  } finally {
    await workers.close();
    await store.close();
  }
}
