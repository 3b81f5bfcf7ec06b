import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import express from 'express';
import type { TestProject } from 'vitest/node';
import { fromBufferPromise } from 'yauzl';
import { listen } from '../../src/server/index.ts';
import { findChromium } from './chromium.ts';
import { buildClient, startDateline } from './setup.ts';

/** Publishes the seed article's graph and serves the folder, below another one, from a server that knows only files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', findChromium());
  buildClient();
  const folder = mkdtempSync(join(tmpdir(), 'dateline-published-'));
  const dateline = await startDateline();
  await unpack(`${dateline.url}/api/published`, folder);
  await dateline.stop();
  const server = await listen(express().use('/stories/today', express.static(folder)), 0);
  project.provide('explorer', `${server.url}/stories/today`);
  project.provide('published', true);
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function unpack(address: string, folder: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  const archive = await fromBufferPromise(Buffer.from(await answer.arrayBuffer()));
  for await (const entry of archive.eachEntry()) {
    const place = join(folder, entry.fileName);
    await mkdir(dirname(place), { recursive: true });
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(place));
  }
}
