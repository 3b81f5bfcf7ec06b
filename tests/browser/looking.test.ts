import { describe, expect, it } from 'vitest';
import { shoot, visitEachTest, visitor } from './visitor.ts';

visitEachTest();

const choose = async (label: string, option: string) => {
  const { page } = visitor;
  const menu = page.getByRole('button', { name: 'Layout, colours and sizes' });
  if (!(await page.getByLabel(label, { exact: true }).isVisible())) await menu.click();
  await page.getByLabel(label, { exact: true }).selectOption(option);
};

/** Of the nodes, by label: place in the layout, colour and size as drawn. */
const looks = () =>
  visitor.page.evaluate(() => {
    const sigma = window.dateline?.sigma;
    const graph = sigma?.getGraph();
    return graph?.mapNodes((node, { label, x, y }) => {
      const { color = '', size = 0 } = sigma?.getNodeDisplayData(node) ?? {};
      return { label, x, y, color, size };
    });
  });

describe('the look of the graph', () => {
  it('puts the nodes in a circle, by community and by time, keeps that in the address, and puts them back', async () => {
    const { page } = visitor;
    const before = await looks();
    await choose('Layout', 'In a circle');
    await page.waitForURL(/layout=circle/);
    const radii = async () =>
      (await looks())
        ?.map(({ x, y }) => Math.round(Math.hypot(x / 1.4, y)))
        .filter((r, i, all) => all.indexOf(r) === i);
    await expect.poll(async () => (await radii())?.length).toBeLessThanOrEqual(2);
    await shoot(visitor, 'layout-circle');
    for (const [option, name] of [
      ['By community', 'community'],
      ['By time, from left to right', 'time'],
    ] as const) {
      const last = JSON.stringify(await looks());
      await choose('Layout', option);
      await expect.poll(async () => JSON.stringify(await looks())).not.toBe(last);
      await shoot(visitor, `layout-${name}`);
    }
    await choose('Layout', 'By relations');
    await expect.poll(looks).toEqual(before);
  });

  it('colours by community and by date, and sizes by rank and by mentions', async () => {
    const colors = async () => new Set((await looks())?.map(({ color }) => color));
    const byType = await colors();
    await choose('Colour', 'Community');
    await expect.poll(colors).not.toEqual(byType);
    await shoot(visitor, 'colour-community');
    await choose('Colour', 'Date');
    await expect.poll(async () => (await colors()).size).toBe(1);
    const sizes = async () => (await looks())?.map(({ size }) => size);
    const byRelations = await sizes();
    await choose('Size', 'Rank');
    await expect.poll(sizes).not.toEqual(byRelations);
    await choose('Size', 'Mentions');
    await visitor.page.waitForURL(/size=mentions/);
  });

  it('chooses what a rectangle or a lasso is drawn around, and keeps what was chosen', async () => {
    const { page, panel, nodeAt } = visitor;
    const around = async (label: string, keys: string[]) => {
      const { x, y } = await nodeAt(label);
      for (const key of keys) await page.keyboard.down(key);
      await page.mouse.move(x - 22, y - 22);
      await page.mouse.down();
      for (const [dx, dy] of [
        [22, -22],
        [22, 22],
        [-22, 22],
        [-22, -20],
        [22, 22],
      ].slice(0, keys.includes('Alt') ? 4 : 5) as [number, number][])
        await page.mouse.move(x + dx, y + dy, { steps: 3 });
      await page.mouse.up();
      for (const key of keys) await page.keyboard.up(key);
    };
    await around('Kim Jong Un', ['Shift']);
    await panel.getByRole('heading', { name: 'Kim Jong Un' }).waitFor();
    await around('Andrey Karlov', ['Alt', 'Shift']);
    await panel.getByRole('heading', { name: /^\d entities$/ }).waitFor();
    await panel.getByRole('button', { name: 'Kim Jong Un' }).first().waitFor();
    await panel.getByRole('button', { name: 'Andrey Karlov' }).first().waitFor();
  });

  it('chooses by a button for those who cannot hold a key', async () => {
    const { page, panel, nodeAt } = visitor;
    await page.getByRole('button', { name: 'Choose with a rectangle' }).click();
    const { x, y } = await nodeAt('Kim Jong Un');
    await page.mouse.move(x - 22, y - 22);
    await page.mouse.down();
    await page.mouse.move(x + 22, y + 22, { steps: 4 });
    await page.mouse.up();
    await panel.getByRole('heading', { name: 'Kim Jong Un' }).waitFor();
    expect(await page.getByRole('button', { name: 'Choose with a rectangle' }).getAttribute('aria-pressed')).toBe(
      'false',
    );
  });
});
