import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser to start. */
    chromium: string;
    /** A Dateline that has read the seed article; tests that add articles start one of their own. */
    explorer: string;
    /** Whether `explorer` is a published folder, where nothing can be changed. */
    published: boolean;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Running {
  url: string;
  stop(): Promise<void>;
}

/** Builds the explorer, and serves it over the seed article; the tests look at it in a real browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', findChromium());
  buildClient();
  const dateline = await startDateline();
  project.provide('explorer', dateline.url);
  project.provide('published', false);
  return dateline.stop;
}

/** As `npm run build:client` does it: not in this process, where NODE_ENV says that it is a test. */
export function buildClient(): void {
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

/** `dateline serve` on a free port, with a store of its own that goes when it stops. */
export async function startDateline(...options: string[]): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'dateline-browser-'));
  const args = ['--import', 'tsx', 'src/main.ts', 'serve', '--port', '0', '--data', data, ...options];
  const server = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  let errors = '';
  server.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  for await (const line of createInterface(server.stdout)) {
    const [, url] = /Dateline is at (\S+)/.exec(line) ?? [];
    if (!url) continue;
    server.stdout.resume();
    return { url, stop };
  }
  await stop();
  throw new Error(`dateline serve ended before it served:\n${errors}`);
}
