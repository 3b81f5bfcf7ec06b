import { describe, expect, it } from 'vitest';
import { visitEachTest, visitor } from './visitor.ts';

visitEachTest();

describe('the canvas under the pointer', () => {
  it('opens the panel of a node that is clicked, and closes it by a click on nothing', async () => {
    const { page, panel, nodeAt, nothingAt } = visitor;
    const { x, y } = await nodeAt('Kim Jong Un');
    await page.mouse.click(x, y);
    await panel.getByRole('heading', { name: 'Kim Jong Un' }).waitFor();
    const again = await nodeAt('Kim Jong Un');
    await page.mouse.click(again.x, again.y);
    expect(await panel.isVisible()).toBe(true);
    const nothing = await nothingAt();
    await page.mouse.click(nothing.x, nothing.y);
    await panel.waitFor({ state: 'hidden' });
  });

  it('shows the evidence of a line that is clicked', async () => {
    const { page, panel, nodeAt } = visitor;
    const [a, b] = [await nodeAt('Sergey Lavrov'), await nodeAt('Choe Son-hui')];
    await page.mouse.click((a.x + b.x) / 2, (a.y + b.y) / 2);
    await panel.getByRole('region', { name: 'Evidence' }).waitFor();
    expect(await panel.locator('q').first().textContent()).toContain('Choe Son-hui');
  });

  it('moves a dragged node and pins it', async () => {
    const { page, panel, nodeAt } = visitor;
    const from = await nodeAt('Andrey Karlov');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 30, { steps: 4 });
    await page.mouse.up();
    const to = await nodeAt('Andrey Karlov');
    expect(to.x - from.x).toBeCloseTo(60, -1);
    expect(to.y - from.y).toBeCloseTo(30, -1);
    expect(await panel.isVisible()).toBe(false);
    await visitor.search('Karlov');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Let go' }).waitFor();
  });

  it('moves with the pointer when the bare canvas is dragged, and is drawn anew', async () => {
    const { page, panel, nodeAt, nothingAt } = visitor;
    const [before, from] = [await nodeAt('Kim Jong Un'), await nothingAt()];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y - 30, { steps: 4 });
    // Held still, so that the picture does not run on.
    await page.waitForFunction(() => !window.dateline?.sigma.getMouseCaptor().isMoving);
    await page.mouse.up();
    const after = await nodeAt('Kim Jong Un');
    expect(after.x - before.x).toBeCloseTo(60, -1);
    expect(after.y - before.y).toBeCloseTo(-30, -1);
    await page.waitForFunction(() => window.dateline?.projector.settled);
    const moved = await page.evaluate(() => document.querySelector<HTMLElement>('.sigma-edges')?.style.transform);
    expect(moved).toBe('');
    expect(await panel.isVisible()).toBe(false);
  });

  it('adds a node to the selection with Ctrl and says what holds between them', async () => {
    const { page, panel, nodeAt } = visitor;
    for (const label of ['Kim Jong Un', 'Vladimir Putin']) {
      const { x, y } = await nodeAt(label);
      await page.keyboard.down('Control');
      await page.mouse.click(x, y);
      await page.keyboard.up('Control');
    }
    await panel.getByRole('heading', { name: '2 entities' }).waitFor();
    await panel.getByRole('button', { name: /met/ }).first().click();
    await panel.getByRole('region', { name: 'Evidence' }).waitFor();
  });

  it('brings a node back into the picture that a double-click on its neighbour asks for', async () => {
    const { page, panel, nodeAt } = visitor;
    const putin = await nodeAt('Vladimir Putin');
    await page.mouse.click(putin.x, putin.y);
    await panel.getByRole('button', { name: 'Hide' }).click();
    await page.getByRole('button', { name: '1 hidden: show' }).waitFor();
    const kim = await nodeAt('Kim Jong Un');
    await page.mouse.dblclick(kim.x, kim.y);
    await page.getByText('1 neighbour of Kim Jong Un came in').waitFor();
  });

  it('settles the layout in a worker when asked, and stops', async () => {
    const { page, nodeAt } = visitor;
    const before = await nodeAt('Kim Jong Un');
    await page.getByRole('button', { name: 'Run the layout' }).click();
    await expect.poll(async () => Math.abs((await nodeAt('Kim Jong Un')).x - before.x) > 1).toBe(true);
    await page.getByRole('button', { name: 'Stop the layout' }).click();
    await page.getByRole('button', { name: 'Run the layout' }).waitFor();
  });
});
