import { describe, expect, it } from 'vitest';
import { visitEachTest, visitor } from './visitor.ts';

visitEachTest();

describe('the explorer by keyboard', () => {
  it('searches, opens, reads and closes level by level', async () => {
    const { page, panel } = visitor;
    await page.keyboard.press('/');
    await page.keyboard.type('lavr');
    await page.getByRole('option', { name: /Sergey Lavrov/ }).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Sergey Lavrov' }).waitFor();
    await panel
      .getByRole('button', { name: /^Evidence:/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('region', { name: 'Evidence' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('heading', { name: 'Sergey Lavrov' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
  });

  it('walks among neighbours with the arrows, says where it is, and opens with Enter', async () => {
    const { page, graph, panel } = visitor;
    await graph.focus();
    await page.keyboard.press('Enter');
    const spoken = page.getByRole('status').filter({ hasText: /, \d+ relations?$/ });
    await spoken.waitFor();
    const start = await spoken.textContent();
    const turns = ['ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp'];
    for (const turn of turns) {
      await page.keyboard.press(turn);
      if ((await spoken.textContent()) !== start) break;
    }
    const there = await spoken.textContent();
    expect(there).not.toBe(start);
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: there?.split(',')[0] ?? '' }).waitFor();
  });

  it('hides, brings back, pins and zooms by letters', async () => {
    const { page, panel, search } = visitor;
    await search('Putin');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Pin' }).waitFor();
    await page.keyboard.press('l');
    await panel.getByRole('button', { name: 'Let go' }).waitFor();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: '1 hidden: show' }).waitFor();
    await page.keyboard.press('u');
    await page.getByRole('button', { name: '1 hidden: show' }).waitFor({ state: 'hidden' });
    const ratio = () => page.evaluate(() => window.dateline?.sigma.getCamera().ratio ?? 0);
    const before = await ratio();
    await page.keyboard.press('+');
    await expect.poll(ratio).toBeLessThan(before);
  });

  it('leaves letters alone in a text field', async () => {
    const { page } = visitor;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('h?e');
    expect(await page.getByLabel('Search people, places, relations, articles').inputValue()).toBe('h?e');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('x');
    expect(await page.getByLabel('Search people, places, relations, articles').inputValue()).toBe('x');
  });

  it('lists all keys at a question mark', async () => {
    const { page } = visitor;
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.getByText('Bring in the neighbours').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});
