import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** A person at the explorer: what the tests do with it, in the words of those who use it. */
export interface Visitor {
  page: Page;
  /** Errors and warnings of the console, and requests that went elsewhere; empty where all is well. */
  complaints: string[];
  panel: Locator;
  graph: Locator;
  search(text: string): Promise<void>;
  /** Where the middle of a node stands on the page, by its label. */
  nodeAt(label: string): Promise<{ x: number; y: number }>;
}

let browser: Promise<Browser> | undefined;

const FLAGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // WebGL without a graphics card, and without a warning for each stall.
  '--use-angle=swiftshader',
];

export const DESKTOP = { width: 1440, height: 900 };
export const TABLET = { width: 1024, height: 768 };
export const PHONE = { width: 390, height: 844 };

interface Visit extends BrowserContextOptions {
  /** A path with a query, after the address of Dateline. */
  at?: string;
  /** Another Dateline than the one with the seed article. */
  dateline?: string;
}

/** Opens the explorer and waits until its graph is drawn. */
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
    if (url.protocol.startsWith('http') && url.origin !== dateline) complaints.push(`asked ${url.origin}`);
  });
  await page.goto(dateline + at);
  await page.waitForFunction(
    () => (window.dateline?.sigma.getGraph().order ?? 0) > 0 || !!document.querySelector('main > section'),
  );

  return {
    page,
    complaints,
    panel: page.getByRole('complementary', { name: 'Details' }),
    graph: page.getByRole('application'),
    async search(text) {
      await page.getByLabel('Search people, places, organizations').fill(text);
      await page.getByRole('option').first().waitFor();
    },
    nodeAt: (label) =>
      page.evaluate((wanted) => {
        const sigma = window.dateline?.sigma;
        const key = sigma?.getGraph().findNode((_, attributes) => attributes.label === wanted);
        if (!sigma || key === undefined) throw new Error(`no node is called ${wanted}`);
        const box = sigma.getContainer().getBoundingClientRect();
        const { x, y } = sigma.graphToViewport(sigma.getGraph().getNodeAttributes(key));
        return { x: x + box.x, y: y + box.y };
      }, label),
  };
}

/** Closes every page; for `afterEach`. */
export async function leave(): Promise<void> {
  for (const context of (await browser)?.contexts() ?? []) await context.close();
}

/** Ends the browser; for `afterAll`. */
export async function goHome(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}
