/**
 * A process that opens an embedded store, adds an article, takes it back and closes the store, and is killed before the
 * n-th time that it would write to a file, remove one or give it another name. Arguments: folder, n. It says what it was
 * told is done, a line each: "open", "added", "removed", and how many writes there were.
 */
import fs, { writeSync } from 'node:fs';
import { openStore } from '../../src/store/index.ts';
import { CRASHING } from './crashing.ts';
import { plain } from './plain-reader.ts';

const [, , where = '', n = '0'] = process.argv;

let writes = 0;

/** PGlite's files are written by these of Node's functions, which it looks up at each call. */
function killAtWrite(last: number): void {
  const count = () => {
    if (++writes === last) process.kill(process.pid, 'SIGKILL');
  };
  const counted = <T extends (...args: never[]) => unknown>(call: T): T =>
    new Proxy(call, {
      apply(target, self, args) {
        count();
        return Reflect.apply(target, self, args);
      },
    });
  fs.writeSync = counted(fs.writeSync);
  fs.ftruncateSync = counted(fs.ftruncateSync);
  fs.renameSync = counted(fs.renameSync);
  fs.unlinkSync = counted(fs.unlinkSync);
}

async function run(): Promise<void> {
  killAtWrite(Number(n));
  const say = (what: string) => writeSync(1, `${what}\n`);
  const store = await openStore(where);
  say('open');
  const article = plain(CRASHING);
  await store.addExtraction(article);
  say('added');
  await store.removeArticle(article.article.id);
  say('removed');
  await store.close();
  say(String(writes));
}

run().catch((error: unknown) => {
  writeSync(2, String(error));
  process.exit(1);
});
