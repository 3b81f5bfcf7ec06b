/**
 * What the explorer costs a browser without a GPU, beside a bare sigma page with the same data in the same run.
 *
 *     npm run bench:client -- --nodes 1000,10000,20000 --rounds 3 --seconds 4
 *
 * The graphs are synthetic, three edges a node, and come from a stub of the API (see `client/stub.ts`).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { OPENING } from '../../client/src/state/viewState.ts';
import { FLAGS, findChromium } from '../browser/chromium.ts';
import { type Click, click, type Measures, open, pan, scriptBytes } from './client/measure.ts';
import { serveStub } from './client/stub.ts';
import { syntheticGraph } from './client/synthetic.ts';
import { isMain } from './main-module.ts';
import { quantile } from './scale/timing.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const EDGES_A_NODE = 3;

/** In a process of its own, as `npm run build` does it. */
function build(folder: string, outDir: string): void {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = folder === root ? [] : [folder, '--base', './', '--target', 'es2022'];
  execFileSync(process.execPath, [vite, 'build', ...args, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

type Side = 'explorer' | 'bare';

async function measure(browser: Browser, url: string, side: Side, nodes: number, seconds: number) {
  const page = await open(browser, `${url}/${side === 'bare' ? 'bare/' : ''}?limit=${nodes}`, nodes);
  const measures = await pan(page, seconds);
  const clicked = side === 'explorer' ? await click(page) : null;
  const bytes = await scriptBytes(page);
  await page.context().close();
  return { measures, clicked, bytes };
}

const median = <T>(from: readonly T[], of: (item: T) => number): number => quantile(from.map(of), 0.5);
const most = <T>(from: readonly T[], of: (item: T) => number): number => Math.max(...from.map(of));

function report(nodes: number, explorer: Measures[], bare: Measures[], clicks: Click[]): void {
  const row = (name: string, ours: number, theirs: number | null, unit: string) =>
    console.log(
      `  ${name.padEnd(34)} ${ours.toFixed(unit === 'frames/s' ? 1 : 0).padStart(6)} ${unit}` +
        (theirs === null
          ? ''
          : `, bare ${theirs.toFixed(unit === 'frames/s' ? 1 : 0)} (${(ours / theirs).toFixed(2)} ×)`),
    );
  const both = (name: string, of: (measures: Measures) => number, unit: string) =>
    row(name, median(explorer, of), median(bare, of), unit);
  console.log(`${nodes} nodes, ${nodes * EDGES_A_NODE} edges`);
  both('first graph', ({ first }) => first, 'ms');
  both('all of it', ({ whole }) => whole, 'ms');
  both('dragging', ({ frames }) => frames, 'frames/s');
  both('of these drawn anew', ({ pictures }) => pictures, 'frames/s');
  row(
    'longest task, loading',
    most(explorer, ({ loading }) => loading),
    most(bare, ({ loading }) => loading),
    'ms',
  );
  row(
    'longest task, dragging',
    most(explorer, ({ panning }) => panning),
    most(bare, ({ panning }) => panning),
    'ms',
  );
  row(
    'click to panel',
    median(clicks, ({ panel }) => panel),
    null,
    'ms',
  );
  row(
    'longest task, clicking',
    most(clicks, ({ longest }) => longest),
    null,
    'ms',
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      nodes: { type: 'string', default: '1000,10000,20000' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '4' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'bench-client-'));
  const pages = { explorer: join(folder, 'explorer'), bare: join(folder, 'bare') };
  build(root, pages.explorer);
  build(fileURLToPath(new URL('client/bare', import.meta.url)), pages.bare);
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  console.log(
    `load ${loadavg()[0]?.toFixed(1)}; a stub serves the API; opens on ${OPENING} nodes, then brings in the rest`,
  );
  try {
    for (const nodes of values.nodes.split(',').map(Number)) {
      const server = await serveStub(syntheticGraph(nodes, nodes * EDGES_A_NODE), pages);
      // The browser's own beginnings are no side's.
      await measure(browser, server.url, 'bare', 200, 0.5);
      const found = { explorer: [] as Measures[], bare: [] as Measures[] };
      const clicks: Click[] = [];
      let script = 0;
      for (let round = 0; round < Number(values.rounds); round++) {
        const sides: Side[] = round % 2 === 0 ? ['explorer', 'bare'] : ['bare', 'explorer'];
        for (const side of sides) {
          const { measures, clicked, bytes } = await measure(browser, server.url, side, nodes, Number(values.seconds));
          found[side].push(measures);
          if (clicked) {
            clicks.push(clicked);
            script = bytes;
          }
        }
      }
      report(nodes, found.explorer, found.bare, clicks);
      console.log(`  ${'JavaScript'.padEnd(34)} ${(script / 1000).toFixed(0).padStart(6)} kB compressed`);
      await server.close();
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) await main();
