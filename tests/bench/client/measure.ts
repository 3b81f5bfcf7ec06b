import type { Browser, Page } from 'playwright-core';

/** What was measured of one page, in milliseconds where nothing else is said. */
export interface Measures {
  /** From the request of the page to the first frame with a graph. */
  first: number;
  /** The same to the first frame with every node and edge. */
  whole: number;
  /** Frames a second while the picture is dragged: all, and those for which it was drawn anew. */
  frames: number;
  pictures: number;
  /** The longest task while the graph came in, and while it was dragged. */
  loading: number;
  panning: number;
}

export interface Click {
  /** From the press of the button to the frame with the node's panel. */
  panel: number;
  longest: number;
}

declare global {
  interface Window {
    benched?: { first: number; whole: number; tasks: { start: number; duration: number }[]; over: boolean };
  }
}

/** Opens a page that shows so many nodes, and waits for them. */
export async function open(browser: Browser, url: string, nodes: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => console.error(`  ${url}: ${error}`));
  // tsx names functions by a helper of its own, which the page does not have
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watch, nodes);
  await page.goto(url);
  await page.waitForFunction(() => (window.benched?.whole ?? 0) > 0);
  await page.evaluate(atRest);
  await page.evaluate(() => {
    if (window.benched) window.benched.over = true;
  });
  return page;
}

/** In the page, before its own scripts: notes when the graph is drawn and which tasks were long. */
function watch(nodes: number): void {
  const benched = { first: 0, whole: 0, tasks: [] as { start: number; duration: number }[], over: false };
  window.benched = benched;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) benched.tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  let lines = 0;
  const look = () => {
    const graph = window.dateline?.sigma.getGraph();
    // The bare page draws at once; the explorer tells when it has.
    const { settled, pictures } = window.dateline?.projector ?? { settled: true, pictures: 1 };
    const whole = graph !== undefined && graph.order >= nodes && graph.size > lines && settled;
    if (graph && graph.order > 0 && pictures > 0 && (whole || benched.first === 0)) {
      // Lines may come in bit by bit: it is whole when the last are there.
      if (whole) lines = graph.size;
      // The frame that was asked for before this one has been drawn when the next begins.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          benched.first ||= performance.now();
          if (whole) benched.whole = performance.now();
        }),
      );
    }
    if (!benched.over) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** In the page: resolves when frames come quickly and nothing is computed any more. */
async function atRest(): Promise<void> {
  const frame = () => new Promise<number>((next) => requestAnimationFrame(next));
  for (let quiet = 0, before = await frame(); quiet < 15; ) {
    const now = await frame();
    quiet = now - before < 40 ? quiet + 1 : 0;
    before = now;
    if (performance.now() > 120_000) return;
  }
}

/** Drags the picture in a circle for some seconds, a step a frame. */
export async function pan(page: Page, seconds: number): Promise<Measures> {
  const frames = await page.evaluate(drag, seconds * 1000);
  const benched = await page.evaluate(() => window.benched);
  const { first = 0, whole = 0, tasks = [] } = benched ?? {};
  const longest = (among: typeof tasks) => Math.max(0, ...among.map(({ duration }) => duration));
  return {
    first,
    whole,
    frames: frames.rate,
    pictures: frames.pictures,
    loading: longest(tasks.filter(({ start }) => start < whole)),
    panning: longest(tasks.filter(({ start }) => start >= frames.from)),
  };
}

/** In the page. Events of the page's own keep the pace of the frames, which no driver from outside does. */
async function drag(duration: number): Promise<{ rate: number; pictures: number; from: number }> {
  const container = window.dateline?.sigma.getContainer();
  if (!container) throw new Error('there is no canvas');
  const { left, top, width, height } = container.getBoundingClientRect();
  const start = bare();
  const send = (kind: string, turn: number) => {
    const clientX = left + start.x + 160 * Math.sin(turn);
    const clientY = top + start.y + 120 * Math.sin(2 * turn);
    const told = { bubbles: true, cancelable: true, composed: true, button: 0, clientX, clientY };
    document.elementFromPoint(clientX, clientY)?.dispatchEvent(new MouseEvent(kind, told));
  };
  const frame = () => new Promise<number>((next) => requestAnimationFrame(next));
  send('mousedown', 0);
  let turn = 0;
  const step = async () => {
    turn += 0.05;
    send('mousemove', turn);
    await frame();
  };
  // The first frames make buffers anew.
  for (let i = 0; i < 3; i++) await step();
  const from = performance.now();
  let frames = 0;
  // The bare page draws for every frame.
  const pictures = () => window.dateline?.projector?.pictures ?? frames;
  const before = pictures();
  for (; performance.now() - from < duration; frames++) await step();
  const took = (performance.now() - from) / 1000;
  const drawn = pictures() - before;
  send('mouseup', turn);
  return { rate: frames / took, pictures: drawn / took, from };

  /** A place near the middle without a node, which would be dragged in place of the picture. */
  function bare(): { x: number; y: number } {
    const sigma = window.dateline?.sigma;
    if (!sigma) throw new Error('there is no graph');
    const nodes = sigma.getGraph().mapNodes((node, attributes) => ({
      ...sigma.graphToViewport(attributes),
      room: sigma.scaleSize(sigma.getNodeDisplayData(node)?.size ?? 0) + 6,
    }));
    for (let i = 0; i < 6000; i++) {
      const place = { x: width / 2 + 0.07 * i * Math.cos(i), y: height / 2 + 0.07 * i * Math.sin(i) };
      if (nodes.every(({ x, y, room }) => Math.hypot(x - place.x, y - place.y) > room)) return place;
    }
    throw new Error('there is no place without a node');
  }
}

/** Clicks the node with most edges, and waits for its panel. */
export async function click(page: Page): Promise<Click> {
  await page.evaluate(atRest);
  const at = await page.evaluate(() => {
    const sigma = window.dateline?.sigma;
    const graph = sigma?.getGraph();
    if (!sigma || !graph) throw new Error('there is no graph');
    const box = sigma.getContainer().getBoundingClientRect();
    const places = graph.mapNodes((node, attributes) => ({
      degree: graph.degree(node),
      ...sigma.graphToViewport(attributes),
    }));
    const inSight = places.filter(
      ({ x, y }) => x > box.width * 0.3 && x < box.width * 0.6 && y > box.height * 0.2 && y < box.height * 0.8,
    );
    const { x = 0, y = 0 } = inSight.sort((a, b) => b.degree - a.degree)[0] ?? {};
    return { x: x + box.x, y: y + box.y };
  });
  await page.mouse.move(at.x, at.y);
  await page.evaluate(atRest);
  await page.evaluate(() => {
    performance.clearMarks();
    document.addEventListener('mousedown', () => performance.mark('pressed'), { capture: true, once: true });
    const watch = new MutationObserver(() => {
      if (!document.querySelector('aside h2')) return;
      watch.disconnect();
      requestAnimationFrame(() => performance.mark('opened'));
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await page.mouse.click(at.x, at.y);
  await page.waitForFunction(() => performance.getEntriesByName('opened').length > 0);
  await page.evaluate(atRest);
  return page.evaluate(() => {
    const at = (mark: string) => performance.getEntriesByName(mark)[0]?.startTime ?? 0;
    const after = window.benched?.tasks.filter(({ start, duration }) => start + duration >= at('pressed')) ?? [];
    return { panel: at('opened') - at('pressed'), longest: Math.max(0, ...after.map(({ duration }) => duration)) };
  });
}

/** Bytes of JavaScript, as sent, when the page is first opened. */
export const scriptBytes = (page: Page): Promise<number> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry): entry is PerformanceResourceTiming => entry.name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
