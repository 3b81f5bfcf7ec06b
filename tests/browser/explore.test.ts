import { readFile } from 'node:fs/promises';
import Graph from 'graphology';
import { parse } from 'graphology-gexf';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goHome, leave, type Visitor, visit } from './visitor.ts';

let visitor: Visitor;
beforeEach(async () => {
  visitor = await visit();
});
afterEach(async () => {
  await leave();
  expect(visitor.complaints).toEqual([]);
});
afterAll(goHome);

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

  it('gives the whole graph as GEXF that graphology reads', async () => {
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

  it('saves what is seen as a picture', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Download' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /PNG/ }).click(),
    ]);
    const png = await readFile(await download.path());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(20_000);
  });
});
