import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Problem } from '../problem.ts';

/** A file larger than this holds no article, in bytes. Forms of many articles that are read in a stream may be larger. */
export const LARGEST = 64 * 1024 * 1024;
/** Bytes at the beginning that say what form a file has. */
const HEAD = 4096;

/** What is known about bytes beside themselves. */
export interface InputFacts {
  /** Names them in errors: 'file "a.txt"'. */
  what: string;
  /** The path or URL that was asked for. */
  origin: string;
  /** Its ending says the form, where nothing else does. */
  fileName: string;
  /** Of HTTP: without parameters, in lower case. */
  mediaType?: string | null;
  /** Of HTTP. */
  charset?: string | null;
  /** Where they were fetched from, redirects followed. */
  url?: string | null;
  /** Where they lie on the disk, as a regular file. */
  path?: string | null;
  /** How many archives they were taken out of. */
  depth?: number;
}

/** Bytes on their way in. They can be read once: with `bytes` or `chunks`, and `head` before either. */
export class Input {
  readonly facts: InputFacts;
  readonly #source: AsyncIterator<Uint8Array>;
  #ahead: Uint8Array[] = [];
  #ended = false;

  constructor(facts: InputFacts, source: AsyncIterable<Uint8Array>) {
    this.facts = facts;
    this.#source = source[Symbol.asyncIterator]();
  }

  get what(): string {
    return this.facts.what;
  }

  /** The first bytes; fewer than asked for only where there are no more. */
  async head(size = HEAD): Promise<Buffer> {
    for (let has = lengthOf(this.#ahead); has < size; ) {
      const chunk = await this.#next();
      if (!chunk) break;
      this.#ahead.push(chunk);
      has += chunk.length;
    }
    return Buffer.concat(this.#ahead).subarray(0, size);
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (const chunk of this.#ahead.splice(0)) yield chunk;
      for (let chunk = await this.#next(); chunk; chunk = await this.#next()) yield chunk;
    } finally {
      await this.close();
    }
  }

  /** @throws Problem `too-large` */
  async bytes(limit = LARGEST): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.chunks()) {
      size += chunk.length;
      if (size > limit) throw tooLarge(this.what, limit);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** Lets go of what the bytes come from. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.#source.return?.();
  }

  async #next(): Promise<Uint8Array | null> {
    if (this.#ended) return null;
    const { done, value } = await this.#source.next();
    if (!done) return value;
    this.#ended = true;
    return null;
  }
}

const lengthOf = (chunks: readonly Uint8Array[]): number => chunks.reduce((sum, { length }) => sum + length, 0);

export const tooLarge = (what: string, limit: number): Problem =>
  new Problem('too-large', {
    title: `${what} has more than ${Math.round(limit / 1024 / 1024)} MB`,
    hint: 'Divide it into its articles, or write them as JSON Lines, which may be of any size',
  });

/** @param isRegular whether the file can be read more than once and in any order; a pipe cannot */
export function fileInput(path: string, isRegular = true): Input {
  const what = `file "${path}"`;
  const facts = { what, origin: path, fileName: basename(path), path: isRegular ? path : null };
  return new Input(facts, fileChunks(path, what));
}

async function* fileChunks(path: string, what: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path);
  try {
    yield* stream;
  } catch (cause) {
    throw unreadable(what, cause);
  } finally {
    stream.destroy();
  }
}

export function bytesInput(bytes: Uint8Array, facts: InputFacts): Input {
  return new Input(
    facts,
    (async function* () {
      yield bytes;
    })(),
  );
}

export const unreadable = (what: string, cause: unknown): Problem =>
  new Problem(
    'unreadable-file',
    {
      title: `could not read ${what}`,
      detail: cause instanceof Error ? cause.message : undefined,
      hint: 'Look whether it exists and may be read',
    },
    { cause },
  );
