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
import { buildClient, type Running, startDateline } from './setup.ts';

/** Serves the seed article's graph as a published folder, from a server that knows only files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', findChromium());
  buildClient();
  const dateline = await startDateline();
  const published = await servePublished(dateline);
  await dateline.stop();
  project.provide('explorer', published.url);
  project.provide('published', true);
  return published.stop;
}

/** Publishes the graph of a Dateline and serves the folder, below another one. */
export async function servePublished({ url }: Running): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-published-'));
  await unpack(`${url}/api/published`, folder);
  const server = await listen(express().use('/stories/today', express.static(folder)), 0);
  const stop = async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `${server.url}/stories/today`, stop };
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
