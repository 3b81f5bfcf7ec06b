import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { bomb, brokenArchive, isBomb } from '../archive.ts';
import { Input } from '../input.ts';
import type { Many } from './form.ts';

/** One file, packed; its form is that of its name without ".gz". Unpacked in a stream: it may be of any size. */
export const gzip: Many = {
  name: 'gzip',
  extensions: ['.gz', '.gzip'],
  mediaTypes: ['application/gzip', 'application/x-gzip'],
  begins: (head) => head[0] === 0x1f && head[1] === 0x8b,
  isArchive: true,
  async *divide(input, door) {
    const { what, facts } = input;
    const fileName = facts.fileName.replace(/\.gz(?:ip)?$/iu, '');
    const about = { what, origin: facts.origin, url: facts.url ?? null, fileName, depth: (facts.depth ?? 0) + 1 };
    yield* door.open(new Input(about, unpacked(input)));
  },
};

async function* unpacked(input: Input): AsyncGenerator<Uint8Array> {
  let [packedSize, size] = [0, 0];
  const counted = async function* () {
    for await (const chunk of input.chunks()) {
      packedSize += chunk.length;
      yield chunk;
    }
  };
  const packed = Readable.from(counted(), { objectMode: false });
  const gunzip = createGunzip();
  packed.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of packed.pipe(gunzip)) {
      size += chunk.length;
      if (isBomb(packedSize, size)) throw bomb(input.what, `Its first ${packedSize} bytes became ${size}.`);
      yield chunk;
    }
  } catch (cause) {
    throw isOfZlib(cause) ? brokenArchive(input.what, cause) : cause;
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}

const isOfZlib = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_');
