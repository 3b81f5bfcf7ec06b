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

/** Labels of the nodes that are drawn. */
const drawn = () =>
  visitor.page.evaluate(() => {
    const graph = window.dateline?.sigma.getGraph();
    return graph?.filterNodes((_, { hidden }) => !hidden).map((node) => graph.getNodeAttribute(node, 'label')) ?? [];
  });

describe('the legend', () => {
  it('takes a type out of the picture and puts it back, and says how much it takes', async () => {
    const { page } = visitor;
    const places = page.getByRole('button', { name: /^Places/ });
    await places.click();
    await expect.poll(drawn).not.toContain('North Korea');
    expect(await drawn()).toContain('Sergey Lavrov');
    expect(await places.getAttribute('aria-pressed')).toBe('false');
    await page.getByText(/^Filters hide \d+ entit/).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(drawn).toContain('North Korea');
  });

  it('leaves only those who met, and keeps that in the address', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Only met' }).click();
    await expect.poll(drawn).toContain('Choe Son-hui');
    await expect.poll(drawn).not.toContain('Andrey Karlov');
    await page.waitForURL(/without-relation=/);
    await page.reload();
    await page.waitForFunction(() => (window.dateline?.sigma.getGraph().order ?? 0) > 0);
    expect(await drawn()).not.toContain('Andrey Karlov');
  });

  it('draws what is planned in another stroke than facts, here and in the graph', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Only Planned' }).click();
    const dashes = () =>
      page.evaluate(() => window.dateline?.sigma.getGraph().mapEdges((_, { dashes }) => dashes[0] > 0));
    await expect.poll(dashes).toContain(true);
    expect(await dashes()).not.toContain(false);
  });
});
