import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

const MAGIC = 'DATELINE';
/** Goes up when the container, a section's layout or a feature changes: an older program must refuse a newer file. */
export const FORMAT = 2;
/** magic (8 bytes), format (4), length of the JSON header (4) */
const PREFIX = 16;

const Header = z.strictObject({
  /** What a person wants to know of the file: when and from what it was trained, figures. */
  metadata: z.record(z.string(), z.unknown()),
  sections: z.array(
    z.strictObject({
      name: z.string(),
      /** From the first byte after the header, a multiple of 8. */
      offset: z.number().int().nonnegative(),
      length: z.number().int().nonnegative(),
      compressed: z.boolean(),
    }),
  ),
});

/** The model file, unpacked: named sections of bytes. A component's sections are called `component/part`. */
export interface Sections {
  metadata: Record<string, unknown>;
  parts: ReadonlyMap<string, Uint8Array>;
}

/** The model file is missing, broken, or of another version of the program. */
export class ModelError extends Error {
  override name = 'ModelError';
}

const aligned = (length: number): number => Math.ceil(length / 8) * 8;

export function encodeSections({ metadata, parts }: Sections): Uint8Array {
  const sections: z.infer<typeof Header>['sections'] = [];
  const payloads: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const compressed = packed.length < bytes.length * 0.95;
    const payload = compressed ? packed : bytes;
    sections.push({ name, offset, length: payload.length, compressed });
    payloads.push(payload);
    offset += aligned(payload.length);
  }
  const json = JSON.stringify({ metadata, sections } satisfies z.infer<typeof Header>);
  const header = Buffer.alloc(aligned(Buffer.byteLength(json)), ' ');
  header.write(json);
  const file = Buffer.alloc(PREFIX + header.length + offset);
  file.write(MAGIC, 'latin1');
  file.writeUInt32LE(FORMAT, 8);
  file.writeUInt32LE(header.length, 12);
  file.set(header, PREFIX);
  for (const [i, { offset: at }] of sections.entries()) file.set(payloads[i] ?? [], PREFIX + header.length + at);
  return file;
}

/**
 * @param name what to call the file in an error
 * @throws ModelError if the bytes are no model, a model of another format, or end too early
 */
export function decodeSections(bytes: Uint8Array, name = 'the model'): Sections {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < PREFIX || file.toString('latin1', 0, 8) !== MAGIC) {
    throw new ModelError(`${name} is not a Dateline model; train one with "npm run train"`);
  }
  const format = file.readUInt32LE(8);
  if (format !== FORMAT) {
    throw new ModelError(`${name} has format ${format}, this program reads format ${FORMAT}; train it anew`);
  }
  const body = PREFIX + file.readUInt32LE(12);
  const cutShort = new ModelError(`${name} is cut short: copy it again`);
  if (body > file.length) throw cutShort;
  let header: z.infer<typeof Header>;
  try {
    header = Header.parse(JSON.parse(file.toString('utf8', PREFIX, body)));
  } catch (cause) {
    throw new ModelError(`${name} has a broken header: copy it again`, { cause });
  }
  const parts = new Map<string, Uint8Array>();
  for (const { name: part, offset, length, compressed } of header.sections) {
    if (body + offset + length > file.length) throw cutShort;
    const payload = file.subarray(body + offset, body + offset + length);
    try {
      parts.set(part, compressed ? inflateRawSync(payload) : payload);
    } catch (cause) {
      throw new ModelError(`${name} has a broken section "${part}": copy it again`, { cause });
    }
  }
  return { metadata: header.metadata, parts };
}

/** @throws ModelError if the file cannot be read or is no model of this format */
export function readSections(path: string | URL): Sections {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new ModelError(`cannot read the language model ${path}; train one with "npm run train"`, { cause });
  }
  return decodeSections(bytes, String(path));
}

/**
 * Puts the sections of one component into the file in place of those it had; other components' stay as they are. The
 * file is made if it is not there, and replaced at once, so that a reader never sees half of it.
 */
export function writeSections(path: string, component: string, update: Sections): void {
  const old: Sections = existsSync(path) ? readSections(path) : { metadata: {}, parts: new Map() };
  const kept = [...old.parts].filter(([name]) => name !== component && !name.startsWith(`${component}/`));
  const next = { metadata: { ...old.metadata, ...update.metadata }, parts: new Map([...kept, ...update.parts]) };
  writeFileSync(`${path}.new`, encodeSections(next));
  renameSync(`${path}.new`, path);
}

/** @throws ModelError if the file has no such section */
export function section(sections: Sections, name: string): Uint8Array {
  const bytes = sections.parts.get(name);
  if (bytes === undefined) throw new ModelError(`the language model has no section "${name}"; train it anew`);
  return bytes;
}
