import { POSTED, Queue } from '../ingest/index.ts';
import { sentences } from './report.ts';
import { contentsOf, openStoreFrom, type StoreChoice } from './store.ts';

/** `dateline status`: what the store holds, what waits to be read, and what could not be read and why. */
export async function status(choice: StoreChoice): Promise<void> {
  const store = await openStoreFrom(choice);
  try {
    const failures = await store.failures();
    const { waiting, reading } = await new Queue(store).counts();
    console.log(await contentsOf(store, choice));
    if (waiting + reading > 0) console.log(`${waiting} wait in the queue, ${reading} are being read`);
    if (failures.length === 0) return;
    console.log(`${failures.length} could not be read; "dateline retry" reads them again:`);
    for (const { origin, part, problem } of failures) {
      const where = origin === POSTED ? `posted, ${part}` : `${origin}${part}`;
      console.log(`  ${where}\n    ${sentences(problem)}`);
    }
  } finally {
    await store.close();
  }
}
