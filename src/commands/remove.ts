import { isAddress, originOf, POSTED, Queue } from '../ingest/index.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/index.ts';
import { counted, reportProblem } from './report.ts';
import { contentsOf, openStoreFrom, type StoreChoice } from './store.ts';

const ARTICLE_ID = /^a[0-9a-f]{16}$/u;

interface Removed {
  gone: number;
  /** They were read elsewhere too. */
  staying: number;
  /** Marks of what could not be read. */
  marks: number;
  /** They were queued, and not yet read. */
  waiting: number;
}

/**
 * `dateline remove`: takes articles back, by where they were read or by their id.
 *
 * @throws Problem `not-found` at the end, where the store knows nothing of one of them
 */
export async function remove(what: string[], choice: StoreChoice): Promise<void> {
  const store = await openStoreFrom(choice);
  try {
    let missing = 0;
    for (const one of what) {
      const { gone, staying, marks, waiting } = await removeOne(store, one);
      if (gone + staying + marks + waiting === 0) {
        missing++;
        reportProblem(
          new Problem('not-found', { title: `no article of the store was read from "${one}" or has that id` }),
        );
        continue;
      }
      const also = [
        ...(staying > 0 ? [`${staying} stay, which were read elsewhere too`] : []),
        ...(waiting > 0 ? [`${waiting} taken from the queue`] : []),
        ...(marks > 0 ? [`${marks} that could not be read forgotten`] : []),
      ];
      console.log([`${one}: ${counted(gone, 'article')} taken back`, ...also].join(', '));
    }
    console.log(await contentsOf(store, choice));
    if (missing > 0) throw new Problem('not-found', { title: `the store has nothing of ${missing} of ${what.length}` });
  } finally {
    await store.close();
  }
}

async function removeOne(store: Store, what: string): Promise<Removed> {
  if (ARTICLE_ID.test(what)) {
    const gone = (await store.removeArticle(what)) ? 1 : 0;
    const marks = await store.forgetFailures({ origin: POSTED, part: what });
    if (gone + marks > 0) return { gone, staying: 0, marks, waiting: 0 };
  }
  const origin = originOf(what);
  const waiting = await new Queue(store).drop(origin);
  let [gone, staying] = [0, 0];
  for (const place of await store.placesFrom(origin)) {
    const taken = await store.forget(place);
    if (taken?.isGone) gone++;
    else if (taken) staying++;
  }
  // of an entry of a feed, people know the address that it leads to
  for (const id of isAddress(what) ? await store.publishedAt(what) : []) if (await store.removeArticle(id)) gone++;
  return { gone, staying, marks: await store.forgetFailures({ origin }), waiting };
}
