import { promisify } from 'node:util';
import { type Entry, fromBuffer, getFileNameLowLevel, type Options, open, type ZipFile } from 'yauzl';
import { Problem } from '../problem.ts';
import { LARGEST } from './input.ts';

/** What an archive may unpack to, in bytes. No other limit stands between a small file and a full memory. */
const LARGEST_ARCHIVE = 2 * 1024 * 1024 * 1024;
/** Text shrinks to a tenth; what shrinks to less than this part of itself, and is not small, is a bomb. */
const MOST_RATIO = 200;
const SMALL = 1024 * 1024;
const MOST_ENTRIES = 100_000;

/** Names are decoded by us, or one that is not allowed would end the whole archive. */
const OPTIONS: Options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };

/** @throws Problem `broken-file` */
export async function openArchive(from: string | Buffer, what: string): Promise<ZipFile> {
  try {
    if (typeof from === 'string') return await promisify<string, Options, ZipFile>(open)(from, OPTIONS);
    return await promisify<Buffer, Options, ZipFile>(fromBuffer)(from, OPTIONS);
  } catch (cause) {
    throw brokenArchive(what, cause);
  }
}

/** @throws Problem `broken-file` where the list of entries breaks off, `too-large` where it promises too much */
export async function* entriesOf(archive: ZipFile, what: string): AsyncGenerator<{ entry: Entry; name: string }> {
  if (archive.entryCount > MOST_ENTRIES) throw bomb(what, `It has ${archive.entryCount} entries.`);
  let total = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      total += entry.uncompressedSize;
      if (total > LARGEST_ARCHIVE) throw bomb(what, `It unpacks to more than ${LARGEST_ARCHIVE / 1024 ** 3} GB.`);
      yield {
        entry,
        name: getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false),
      };
    }
  } catch (cause) {
    throw cause instanceof Problem ? cause : brokenArchive(what, cause);
  }
}

/**
 * The content of an entry. It never is longer than the archive's list said.
 *
 * @throws Problem `broken-file`, `too-large`
 */
export async function* unpack(archive: ZipFile, entry: Entry, what: string): AsyncGenerator<Buffer> {
  if (entry.uncompressedSize > LARGEST || isBomb(entry.compressedSize, entry.uncompressedSize)) {
    throw bomb(what, `It unpacks from ${entry.compressedSize} to ${entry.uncompressedSize} bytes.`);
  }
  if (entry.isEncrypted()) {
    throw new Problem('broken-file', { title: `${what} is locked with a password`, hint: 'Pack it without one' });
  }
  try {
    yield* await archive.openReadStreamPromise(entry);
  } catch (cause) {
    throw brokenArchive(what, cause);
  }
}

/** Whether so few bytes that become so many are no text that somebody wrote. */
export const isBomb = (packed: number, unpacked: number): boolean => unpacked > SMALL && unpacked > packed * MOST_RATIO;

/**
 * Unpacks an archive once and throws all away, so that a library that trusts its sizes may open it.
 *
 * @throws Problem `broken-file`, `too-large`
 */
export async function refuseBombs(bytes: Buffer, what: string): Promise<void> {
  const archive = await openArchive(bytes, what);
  let size = 0;
  for await (const { entry } of entriesOf(archive, what)) {
    for await (const chunk of unpack(archive, entry, what)) size += chunk.length;
    if (size > 2 * LARGEST) throw bomb(what, `It unpacks to more than ${(2 * LARGEST) / 1024 ** 2} MB.`);
  }
}

export const bomb = (what: string, detail: string): Problem =>
  new Problem('too-large', {
    title: `${what} unpacks to more than can be read`,
    detail,
    hint: 'Unpack it yourself, if you trust it, and give the files',
  });

export const brokenArchive = (what: string, cause: unknown): Problem =>
  new Problem(
    'broken-file',
    {
      title: `${what} is damaged, or not packed as its name says`,
      detail: cause instanceof Error ? cause.message : undefined,
      hint: 'Pack it again, or fetch it again',
    },
    { cause },
  );
