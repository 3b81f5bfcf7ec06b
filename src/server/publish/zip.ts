import { crc32, deflateRawSync } from 'node:zlib';
import { Problem } from '../../problem.ts';
import type { PublishedFile } from './folder.ts';

/** Entries that a plain zip can hold. */
const MOST = 65_535;
/** 1 January 2000, as MS-DOS has dates: equal files are equal archives. */
const DAY = (20 << 9) | (1 << 5) | 1;

/**
 * Files as a zip archive, piece by piece (APPNOTE 6.3, without zip64).
 *
 * @throws Problem `too-large` at more files than it can hold
 */
export async function* zip(files: AsyncIterable<PublishedFile>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { path, content } of files) {
    if (directory.length >= MOST)
      throw new Problem('too-large', {
        title: `more than ${MOST} files are too many for a zip archive`,
        hint: 'Publish a part of the graph, or use "dateline publish --out DIR"',
      });
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const name = Buffer.from(path);
    const about = described(plain, packed.length, name.length);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, Buffer.alloc(2), name, packed]);
    directory.push(central(about, name, offset));
    offset += local.length;
    yield local;
  }
  const entries = Buffer.concat(directory);
  yield entries;
  yield end(directory.length, entries.length, offset);
}

/** What local and central header have in common, from "version needed" to "file name length". */
function described(plain: Buffer, packed: number, nameLength: number): Buffer {
  const about = Buffer.alloc(24);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(0x0800, 2); // names are UTF-8
  about.writeUInt16LE(8, 4); // deflated
  about.writeUInt16LE(DAY, 8);
  about.writeUInt32LE(crc32(plain), 10);
  about.writeUInt32LE(packed, 14);
  about.writeUInt32LE(plain.length, 18);
  about.writeUInt16LE(nameLength, 22);
  return about;
}

function central(about: Buffer, name: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(16); // no extra field, comment, disk or attributes
  rest.writeUInt32LE(offset, 12 + 0);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, rest, name]);
}

function end(entries: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06', 'latin1');
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
