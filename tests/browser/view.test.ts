import { describe, expect, it } from 'vitest';
import { visitEachTest, visitor } from './visitor.ts';

visitEachTest();

describe('the view', () => {
  it('goes back over filters, hiding and choices with Ctrl-Z, and forth again with Ctrl-Shift-Z', async () => {
    const { page, panel, graph, search, drawn } = visitor;
    await page.getByRole('button', { name: /^Places/ }).click();
    await search('Putin');
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Vladimir Putin' }).waitFor();
    await panel.getByRole('button', { name: 'Hide' }).click();
    await expect.poll(drawn).not.toContain('Vladimir Putin');

    await graph.focus();
    await page.keyboard.press('Control+z');
    await expect.poll(drawn).toContain('Vladimir Putin');
    await panel.getByRole('heading', { name: 'Vladimir Putin' }).waitFor();
    await page.keyboard.press('Control+z');
    await panel.waitFor({ state: 'hidden' });
    expect(await drawn()).not.toContain('North Korea');
    await page.keyboard.press('Control+z');
    await expect.poll(drawn).toContain('North Korea');
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);

    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+Shift+z');
    await expect.poll(drawn).not.toContain('Vladimir Putin');
    expect(await page.getByRole('button', { name: 'Redo' }).isDisabled()).toBe(true);
  });

  it('puts a node back that was moved, and carries its place in the address', async () => {
    const { page, nodeAt } = visitor;
    const from = await nodeAt('Andrey Karlov');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 80, from.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/pin=person:andrey-karlov@/);
    await page.getByRole('button', { name: 'Undo' }).click();
    const back = await nodeAt('Andrey Karlov');
    expect(Math.hypot(back.x - from.x, back.y - from.y)).toBeLessThan(2);
    await page.getByRole('button', { name: 'Redo' }).click();
    expect((await nodeAt('Andrey Karlov')).x).toBeGreaterThan(from.x + 60);
  });

  it('shows only what is around a node, one step or more, and everything again', async () => {
    const { page, panel, search, graph, drawn } = visitor;
    await search('Karlov');
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Andrey Karlov' }).waitFor();
    const all = (await drawn()).length;
    await graph.focus();
    await page.keyboard.press('o');
    const depth = page.getByRole('slider', { name: 'Steps around it' });
    await depth.waitFor();
    const near = (await drawn()).length;
    expect(near).toBeLessThan(all);
    await depth.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await drawn()).length).toBeGreaterThan(near);
    await page.waitForURL(/depth=2/);
    await page.getByRole('button', { name: 'Show everything again' }).click();
    await expect.poll(async () => (await drawn()).length).toBe(all);
  });
});
