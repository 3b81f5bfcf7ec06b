import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, inject } from 'vitest';
import { FLAGS } from './chromium.ts';

/** A person at the explorer: what the tests do with it, in the words of those who use it. */
export interface Visitor {
  page: Page;
  /** Errors and warnings of the console, and requests that went elsewhere; empty where all is well. */
  complaints: string[];
  panel: Locator;
  graph: Locator;
  search(text: string): Promise<void>;
  /** Labels of the nodes that are drawn. */
  drawn(): Promise<string[]>;
  /** Where the middle of a node stands on the page, by its label, when the picture is at rest. */
  nodeAt(label: string): Promise<{ x: number; y: number }>;
  /** A place of the canvas far from all nodes and lines, when the picture is at rest. */
  nothingAt(): Promise<{ x: number; y: number }>;
}

let browser: Promise<Browser> | undefined;
/** Since the last test. */
const visits: Visitor[] = [];

export const DESKTOP = { width: 1440, height: 900 };
export const TABLET = { width: 1024, height: 768 };
export const PHONE = { width: 390, height: 844 };

interface Visit extends BrowserContextOptions {
  /** A path with a query, after the address of Dateline. */
  at?: string;
  /** Another Dateline than the one with the seed article. */
  dateline?: string;
}

/** Opens the explorer and waits until its graph is drawn and the page around it is there. */
export async function visit({ at = '/', dateline = inject('explorer'), ...options }: Visit = {}): Promise<Visitor> {
  browser ??= chromium.launch({ executablePath: inject('chromium'), args: FLAGS });
  const context = await (await browser).newContext({
    viewport: DESKTOP,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!url.protocol.startsWith('http')) return;
    if (url.origin !== new URL(dateline).origin) complaints.push(`asked ${url.origin}`);
    if (inject('published') && url.pathname.includes('/api/')) complaints.push(`asked ${url.pathname}`);
  });
  await page.goto(dateline + at);
  await page.waitForFunction(
    () => (window.dateline?.sigma.getGraph().order ?? 0) > 0 || !!document.querySelector('main > section > h2'),
  );

  await page.getByLabel('Search people, places, relations, articles').waitFor();

  const made: Visitor = {
    page,
    complaints,
    panel: page.getByRole('complementary', { name: 'Details' }),
    graph: page.getByRole('application'),
    async search(text) {
      await page.getByLabel('Search people, places, relations, articles').fill(text);
      await page.getByRole('option').first().waitFor();
    },
    async nodeAt(label) {
      await page.evaluate(atRest);
      return page.evaluate((wanted) => {
        const sigma = window.dateline?.sigma;
        const key = sigma?.getGraph().findNode((_, attributes) => attributes.label === wanted);
        if (!sigma || key === undefined) throw new Error(`no node is called ${wanted}`);
        const box = sigma.getContainer().getBoundingClientRect();
        const { x, y } = sigma.graphToViewport(sigma.getGraph().getNodeAttributes(key));
        return { x: x + box.x, y: y + box.y };
      }, label);
    },
    drawn: () =>
      page.evaluate(() => {
        const graph = window.dateline?.sigma.getGraph();
        return (
          graph?.filterNodes((_, { hidden }) => !hidden).map((node) => graph.getNodeAttribute(node, 'label')) ?? []
        );
      }),
    async nothingAt() {
      await page.evaluate(atRest);
      return page.evaluate(emptiestPlace);
    },
  };
  visits.push(made);
  return made;
}

/** In the page: resolves when the camera has stood still for so long that the next click is none of a double-click. */
async function atRest(): Promise<void> {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  let before = '';
  for (let since = performance.now(); performance.now() - since < 400; ) {
    const camera = window.dateline?.sigma.getCamera();
    const now = JSON.stringify(camera?.getState());
    if (now !== before || camera?.isAnimated()) since = performance.now();
    before = now;
    await frame();
  }
}

/** In the page: of a grid of places on the bare canvas, the one that is farthest from every node and line. */
function emptiestPlace(): { x: number; y: number } {
  const sigma = window.dateline?.sigma;
  if (!sigma) throw new Error('there is no graph');
  const graph = sigma.getGraph();
  const container = sigma.getContainer();
  const box = container.getBoundingClientRect();
  const on = (node: string) => {
    const { x, y } = sigma.graphToViewport(graph.getNodeAttributes(node));
    return { x: x + box.x, y: y + box.y };
  };
  const nodes = graph.mapNodes((node) => [on(node), on(node)] as const);
  const segments = [...nodes, ...graph.mapEdges((_e, _a, source, target) => [on(source), on(target)] as const)];
  let best = { x: 0, y: 0, room: -1 };
  for (let x = box.left + 20; x < box.right; x += 30) {
    for (let y = box.top + 20; y < box.bottom; y += 30) {
      if (!container.contains(document.elementFromPoint(x, y))) continue;
      const room = Math.min(
        ...segments.map(([a, b]) => {
          const [dx, dy] = [b.x - a.x, b.y - a.y];
          const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
          return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
        }),
      );
      if (room > best.room) best = { x, y, room };
    }
  }
  return { x: best.x, y: best.y };
}

/** The visitor of the test that runs, where `visitEachTest` brings one. */
export let visitor: Visitor;

/** Hooks of a test file: a visit before each test, and those of `leaveEachTest`. */
export function visitEachTest(options: Visit = {}): void {
  beforeEach(async () => {
    visitor = await visit(options);
  });
  leaveEachTest();
}

/** Hooks of a test file: after each test every page is closed and none complained; the browser ends with the last. */
export function leaveEachTest(): void {
  afterEach(async () => {
    for (const context of (await browser)?.contexts() ?? []) await context.close();
    expect(visits.splice(0).flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(async () => {
    await (await browser)?.close();
    browser = undefined;
  });
}

/** Keeps a picture of the page in the folder that SHOTS names, to be looked at; does nothing without one. */
export async function shoot({ page }: Visitor, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}
