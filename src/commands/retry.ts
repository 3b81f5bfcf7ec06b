import { POSTED } from '../ingest/index.ts';
import type { Place } from '../store/index.ts';
import { type ReadingChoice, readAll, unread } from './add.ts';
import { counted } from './report.ts';
import { contentsOf, openStoreFrom } from './store.ts';

const keyOf = ({ origin, part }: Place): string => `${origin}\n${part}`;

/**
 * `dateline retry`: reads again what could not be read, from where it was.
 *
 * @throws Problem `unreadable-file` at the end, where something still cannot be read
 */
export async function retry(choice: ReadingChoice): Promise<void> {
  const store = await openStoreFrom(choice);
  try {
    // what was posted is nowhere to be read again: who posted it can do so once more
    const before = (await store.failures()).filter(({ origin }) => origin !== POSTED);
    const stillFailing = new Set<string>();
    const missing = new Set<string>();
    const origins = [...new Set(before.map(({ origin }) => origin))];
    const { added } = await readAll(store, origins, choice, (outcome) => {
      if (outcome.outcome !== 'failed') return;
      if (outcome.mark) stillFailing.add(keyOf(outcome.mark));
      else missing.add(outcome.name);
    });
    for (const mark of before) {
      // a line that is no more in its file has nothing to fail; a file that is no more there may come back
      if (!stillFailing.has(keyOf(mark)) && !missing.has(mark.origin)) await store.forgetFailures(mark);
    }
    const left = (await store.failures()).filter(({ origin }) => origin !== POSTED).length;
    console.log(`${counted(added, 'article')} added, ${left} could still not be read`);
    console.log(await contentsOf(store, choice));
    if (left > 0) throw unread(left, Math.max(left, before.length), true);
  } finally {
    await store.close();
  }
}
