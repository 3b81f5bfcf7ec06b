import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  decodeSections,
  encodeSections,
  ModelError,
  readSections,
  writeSections,
} from '../../../src/language/model.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-model-'));
afterAll(() => rmSync(folder, { recursive: true }));

const zeros = new Uint8Array(5000);
const odd = Uint8Array.from([1, 2, 3]);
const sample = () =>
  encodeSections({ metadata: { seed: 1 }, parts: new Map(Object.entries({ 'a/zeros': zeros, 'b/odd': odd })) });

describe('the model file', () => {
  it('gives back its sections and metadata', () => {
    const { metadata, parts } = decodeSections(sample());
    expect(metadata).toEqual({ seed: 1 });
    expect(parts.get('a/zeros')).toHaveLength(5000);
    expect([...(parts.get('b/odd') ?? [])]).toEqual([1, 2, 3]);
  });

  it('replaces the sections of one component and keeps the others', () => {
    const path = join(folder, 'model.bin');
    writeSections(path, 'a', { metadata: { a: 1 }, parts: new Map([['a/old', odd]]) });
    writeSections(path, 'b', { metadata: { b: 1 }, parts: new Map([['b/only', odd]]) });
    writeSections(path, 'a', { metadata: { a: 2 }, parts: new Map([['a/new', odd]]) });
    const { metadata, parts } = readSections(path);
    expect([...parts.keys()]).toEqual(['a/new', 'b/only']);
    expect(metadata).toEqual({ a: 2, b: 1 });
  });

  it('refuses another kind of file, another format and a file cut short, each with its own words', () => {
    expect(() => decodeSections(new TextEncoder().encode('#!/bin/sh and so on'))).toThrow(/not a Dateline model/);
    const older = sample();
    older[8] = 99;
    expect(() => decodeSections(older)).toThrow(/has format 99/);
    expect(() => decodeSections(sample().slice(0, -8))).toThrow(/cut short/);
    expect(() => decodeSections(sample().slice(0, 24))).toThrow(/cut short/);
    const broken = sample();
    broken[17] = 0;
    expect(() => decodeSections(broken)).toThrow(/broken header/);
  });

  it('says which file is missing and how to make it', () => {
    expect(() => readSections(join(folder, 'nowhere.bin'))).toThrow(ModelError);
    expect(() => readSections(join(folder, 'nowhere.bin'))).toThrow(/nowhere\.bin.*npm run train/);
  });

  it('survives a file with arbitrary damage, or says that it is broken', () => {
    const whole = sample();
    for (let i = 0; i < whole.length; i++) {
      const damaged = whole.slice();
      damaged[i] = (damaged[i] ?? 0) ^ 0x55;
      try {
        decodeSections(damaged);
      } catch (error) {
        expect(error).toBeInstanceOf(ModelError);
      }
    }
    writeFileSync(join(folder, 'empty.bin'), '');
    expect(() => readSections(join(folder, 'empty.bin'))).toThrow(ModelError);
  });
});
