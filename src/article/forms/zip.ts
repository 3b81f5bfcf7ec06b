import { buffer } from 'node:stream/consumers';
import type { ZipFile } from 'yauzl';
import { Problem } from '../../problem.ts';
import { entriesOf, openArchive, unpack } from '../archive.ts';
import { failing } from '../incoming.ts';
import { bytesInput, type Input } from '../input.ts';
import type { Many } from './form.ts';

/** What a folder would give, packed. Entries that are of no form are passed over, as in a folder. */
export const zip: Many = {
  name: 'ZIP archive',
  extensions: ['.zip'],
  mediaTypes: ['application/zip', 'application/x-zip-compressed'],
  begins: (head) => head.length >= 4 && [0x504b0304, 0x504b0506].includes(head.readUInt32BE(0)),
  isArchive: true,
  async *divide(input, door) {
    const { what, facts } = input;
    const archive = await openFrom(input);
    let found = 0;
    try {
      for await (const { entry, name } of entriesOf(archive, what)) {
        const entryName = `${what}, entry "${name}"`;
        if (leadsOut(name)) {
          found++;
          const title = `${entryName} has a name that leads out of the archive`;
          yield failing(entryName, facts.origin, new Problem('broken-file', { title, hint: 'Pack the files again' }));
          continue;
        }
        if (!door.wants(name)) continue;
        found++;
        const about = { what: entryName, origin: facts.origin, fileName: name, depth: (facts.depth ?? 0) + 1 };
        try {
          yield* door.open(bytesInput(await buffer(unpack(archive, entry, entryName)), about));
        } catch (problem) {
          yield failing(entryName, facts.origin, problem);
        }
      }
    } finally {
      archive.close();
    }
    if (found === 0) {
      throw new Problem('no-article', {
        title: `none of the ${archive.entryCount} files in ${what} is of a form that can be read`,
        hint: 'Text, Markdown, HTML, PDF, DOCX, JSON, JSON Lines and feeds can, by their endings',
      });
    }
  },
};

/** From the disk where it lies there, so that it may be larger than the memory. */
async function openFrom(input: Input): Promise<ZipFile> {
  if (!input.facts.path) return openArchive(await input.bytes(), input.what);
  await input.close();
  return openArchive(input.facts.path, input.what);
}

/** An absolute name, or one with `..`: nothing is written anywhere, but who made it meant no good. */
const leadsOut = (name: string): boolean => /^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/iu.test(name);
