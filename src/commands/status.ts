import { sentences } from './report.ts';
import { contentsOf, openStoreFrom, type StoreChoice } from './store.ts';

/** `dateline status`: what the store holds, and what could not be read and why. */
export async function status(choice: StoreChoice): Promise<void> {
  const store = await openStoreFrom(choice);
  try {
    const failures = await store.failures();
    console.log(await contentsOf(store, choice));
    if (failures.length === 0) return;
    console.log(`${failures.length} could not be read; "dateline retry" reads them again:`);
    for (const { origin, part, problem } of failures) console.log(`  ${origin}${part}\n    ${sentences(problem)}`);
  } finally {
    await store.close();
  }
}
