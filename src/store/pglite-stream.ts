import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';

/** First byte of the message by which a client says goodbye. */
const TERMINATE = 0x58;

type Done = (error?: Error | null) => void;

/** A "socket" for `pg` that ends in a PGlite of this process: the same driver for both kinds of store. */
export class PGliteStream extends Duplex {
  readonly #lite: PGlite;

  constructor(lite: PGlite) {
    super();
    this.#lite = lite;
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#send(chunk, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  /** PGlite has one session: what a client leaves behind, the next one would find. */
  async #reset(): Promise<void> {
    await this.#lite.exec('rollback');
    await this.#lite.exec('discard all');
  }

  #send(message: Buffer, done: Done): void {
    if (message[0] === TERMINATE) {
      this.#reset().then(() => {
        this.push(null);
        done();
      }, done);
      return;
    }
    const onRawData = (data: Uint8Array) => void this.push(Buffer.from(data));
    this.#lite.runExclusive(() => this.#lite.execProtocolRawStream(message, { onRawData })).then(() => done(), done);
  }
}
