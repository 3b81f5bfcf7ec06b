import { readFile } from 'node:fs/promises';
import Graph from 'graphology';
import { parse } from 'graphology-gexf';
import { describe, expect, inject, it } from 'vitest';
import { visit, visitEachTest, visitor } from './visitor.ts';

visitEachTest();

describe('the explorer on the seed article', () => {
  it('finds Lavrov, shows his neighbours, and opens the sentence that says that Kim met him', async () => {
    const { page, panel, search } = visitor;
    await search('Lavrov');
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Sergey Lavrov' }).waitFor();
    await panel.getByRole('button', { name: 'Kim Jong Un', exact: true }).first().waitFor();

    const met = panel.locator('section').filter({ has: page.getByRole('heading', { name: /^met/ }) });
    await met
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: 'Kim Jong Un', exact: true }) })
      .filter({ hasText: 'on Thursday met' })
      .getByRole('button', { name: /^Evidence:/ })
      .click();
    const sentence = panel.locator('q').filter({ hasText: 'Kim Jong Un on Thursday met' }).first();
    await sentence.waitFor();
    expect(await sentence.locator('mark[data-part~=trigger]').textContent()).toMatch(/met/);

    await panel.getByRole('button', { name: 'Read in the article' }).first().click();
    const lit = panel.locator('[data-sentence]').filter({ hasText: 'met' }).first();
    await lit.waitFor();
    await expect.poll(() => lit.evaluate(inSight)).toBe(true);

    function inSight(element: Element): boolean {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }
  });

  it('goes back with the Back of the browser, level by level', async () => {
    const { page, panel, search } = visitor;
    await search('Putin');
    await page.keyboard.press('Enter');
    await panel
      .getByRole('button', { name: /^Evidence:/ })
      .first()
      .click();
    await panel.getByRole('button', { name: 'Read in the article' }).first().waitFor();
    await page.goBack();
    await panel.getByRole('heading', { name: 'Vladimir Putin' }).waitFor();
    await page.goBack();
    await panel.waitFor({ state: 'hidden' });
  });

  it('opens a view from its address', async () => {
    const { page } = visitor;
    await visitor.search('Putin');
    await page.keyboard.press('Enter');
    await page.waitForURL(/node=/);
    const { search } = new URL(page.url());
    const colleague = await visit({ at: `/${search}` });
    await colleague.panel.getByRole('heading', { name: 'Vladimir Putin' }).waitFor();
  });

  // a published folder has no server that would write it
  it.skipIf(inject('published'))('gives the whole graph as GEXF that graphology reads', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Download' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /GEXF/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.gexf$/);
    const graph = parse(Graph, await readFile(await download.path(), 'utf8'), { addMissingNodes: true });
    const labels = graph.mapNodes((_, { label }) => label);
    expect(labels).toContain('Sergey Lavrov');
    expect(graph.size).toBeGreaterThan(5);
  });

  const download = async (item: RegExp) => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Download' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    return readFile(await file.path());
  };
  const width = (png: Buffer) => png.readUInt32BE(16);

  it('saves what is seen as a picture, larger for print', async () => {
    const screen = await download(/^PNG picture$/);
    expect(screen.subarray(1, 4).toString()).toBe('PNG');
    const print = await download(/for print/);
    expect(width(print)).toBe(2 * width(screen));
    expect(width(print)).toBeGreaterThan(5000);
  });

  it('saves what is seen as a drawing with labels, legend, day and source', async () => {
    const svg = (await download(/SVG/)).toString();
    for (const words of ['Sergey Lavrov', 'People', 'Planned', '1 article', String(new Date().getFullYear())])
      expect(svg).toContain(words);
    const { page } = visitor;
    const problem = await page.evaluate((text) => {
      return new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent ?? null;
    }, svg);
    expect(problem).toBeNull();
  });

  it('saves the nodes and edges that are left by the filters', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Only met' }).click();
    await page.waitForURL(/without-relation=/);
    const graph = Graph.from(JSON.parse((await download(/what is seen/)).toString()));
    expect(new Set(graph.mapEdges((_, { type }) => type))).toEqual(new Set(['met']));
    expect(graph.mapNodes((_, { label }) => label)).toContain('Sergey Lavrov');
  });
});
