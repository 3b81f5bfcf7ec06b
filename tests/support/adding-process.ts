/**
 * A process that adds numbered articles to a store from the given number on, for ever, and prints each number when
 * it was told that the article is in. Arguments: folder or address, first number.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/index.ts';
import { numbered } from './numbered.ts';

const [, , where = '', first = '0'] = process.argv;

async function addForEver(): Promise<void> {
  const store = await openStore(where);
  writeSync(1, 'open\n');
  for (let n = Number(first); ; n++) {
    await store.addExtraction(numbered(n));
    writeSync(1, `${n}\n`);
  }
}

addForEver().catch((error: unknown) => {
  writeSync(2, String(error));
  process.exit(1);
});
