import { describe, expect, it } from 'vitest';
import { PHONE, visit, visitEachTest, visitor } from './visitor.ts';

visitEachTest();

describe('the search box', () => {
  it('finds a relation by its words and opens its evidence', async () => {
    const { page, panel } = visitor;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('kim met');
    await page
      .getByRole('option', { name: /Kim Jong Un met/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await panel.getByRole('region', { name: 'Evidence' }).waitFor();
    await page.waitForURL(/edge=e/);
  });

  it('goes near what was chosen, where it and its neighbours stand clear of the panels', async () => {
    const { page, panel, nodeAt, search } = visitor;
    const ratio = () => page.evaluate(() => window.dateline?.sigma.getCamera().ratio ?? 0);
    const before = await ratio();
    await search('Putin');
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Vladimir Putin' }).waitFor();
    await expect.poll(ratio).toBeLessThan(before);
    const [legend, details] = [await page.getByRole('navigation').boundingBox(), await panel.boundingBox()];
    for (const label of ['Vladimir Putin', 'Kim Jong Un', 'Russia', 'Pyongyang']) {
      const { x, y } = await nodeAt(label);
      expect(x).toBeGreaterThan((legend?.x ?? 0) + (legend?.width ?? 0));
      expect(x).toBeLessThan(details?.x ?? 0);
      expect(y).toBeGreaterThan(56);
    }
  });

  it('finds an article by its title and opens it', async () => {
    const { page, panel } = visitor;
    const title = await page.evaluate(() =>
      fetch('/api/articles')
        .then((answer) => answer.json())
        .then(({ items }) => String(items[0].title ?? items[0].source)),
    );
    await page.keyboard.press('/');
    await page.keyboard.type(title.split(' ').slice(0, 3).join(' '));
    await page.getByRole('option').filter({ hasText: title }).click();
    await panel.getByRole('heading', { name: title }).waitFor();
  });
});

describe('the menu of a node', () => {
  it('opens with a right click, expands by relation, hides others, and says how many there are', async () => {
    const { page, drawn, nodeAt } = visitor;
    const { x, y } = await nodeAt('Kim Jong Un');
    await page.mouse.click(x, y, { button: 'right' });
    const menu = page.getByRole('menu', { name: 'Menu of Kim Jong Un' });
    await menu.getByRole('menuitem', { name: 'Expand by relation' }).hover();
    await page.getByRole('menuitem', { name: /^met ?\d/ }).click();
    await page.getByText('All these neighbours of Kim Jong Un are here').first().waitFor();
    await page.mouse.click(x, y, { button: 'right' });
    await menu.getByRole('menuitem', { name: 'Hide others' }).click();
    await expect.poll(drawn).toEqual(['Kim Jong Un']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await drawn()).length).toBeGreaterThan(5);
  });

  it('opens with the menu key on the node in focus, and by what a finger has: a button in the panel', async () => {
    const { page, graph } = visitor;
    await graph.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu', { name: /^Menu of / }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    const phone = await visit({ viewport: PHONE, hasTouch: true });
    await phone.search('Putin');
    await phone.page.getByRole('option').first().tap();
    await phone.panel.getByRole('button', { name: 'More to do with it' }).tap();
    await phone.page.getByRole('menuitem', { name: 'Only what is around it' }).tap();
    await phone.page.getByRole('slider', { name: 'Steps around it' }).waitFor();
  });

  it('takes away the neighbours that hang on nothing else, and undo brings them back', async () => {
    const { page, drawn, search, graph } = visitor;
    const all = (await drawn()).length;
    await search('Kim Jong Un');
    await page.keyboard.press('Enter');
    await page.waitForURL(/node=/);
    await graph.focus();
    await page.keyboard.press('c');
    await page
      .getByText(/neighbours? of Kim Jong Un/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await drawn()).length).toBe(all);
  });

  it('shows a card where the pointer rests', async () => {
    const { page, nodeAt } = visitor;
    const { x, y } = await nodeAt('Sergey Lavrov');
    await page.mouse.move(x, y);
    await page.getByText(/^Person · \d+ relations/).waitFor();
  });
});

describe('views', () => {
  it('are kept under a name, opened, and deleted', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Only met' }).click();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByLabel('Keep what is open now as').fill('Who met whom');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('button', { name: /^Who met whom/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForURL((url) => url.search === '');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: /^Who met whom/ }).click();
    await page.waitForURL(/without-relation=/);
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'Delete Who met whom' }).click();
    await page.getByText('No view is kept yet').waitFor();
  });
});

describe('evidence', () => {
  it('is told with its independent sources, articles and roles, and mentions are turned to in the article', async () => {
    const { page, panel, search } = visitor;
    await search('Lavrov');
    await page.keyboard.press('Enter');
    await panel
      .getByText(/^1 source$/)
      .first()
      .waitFor();
    await panel.getByRole('list', { name: 'Roles' }).getByText('foreign minister').first().waitFor();
    const articles = panel.getByRole('region', { name: 'Articles that mention Sergey Lavrov' });
    await articles.getByRole('button').first().click();
    const mentions = panel.getByRole('navigation', { name: 'Mentions' });
    await mentions.getByText(/^Mention 1 of \d+/).waitFor();
    await page.keyboard.press('j');
    await mentions.getByText(/^Mention 2 of \d+/).waitFor();
    await mentions.getByRole('button', { name: 'Previous mention' }).click();
    await mentions.getByText(/^Mention 1 of \d+/).waitFor();
  });

  it('is gone through with j and k, and letters can be switched off for good', async () => {
    const { page, panel, search, graph } = visitor;
    await search('Lavrov');
    await page.keyboard.press('Enter');
    await panel
      .getByRole('button', { name: /^Evidence:/ })
      .nth(1)
      .waitFor();
    await graph.focus();
    const at = () => page.evaluate(() => document.activeElement?.ariaLabel ?? '');
    await page.keyboard.press('j');
    const first = await at();
    expect(first).toMatch(/^Evidence:/);
    await page.keyboard.press('j');
    expect(await at()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await at()).toBe(first);

    await page.keyboard.press('?');
    await page.getByRole('switch', { name: 'Single keys act' }).uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await graph.waitFor();
    await graph.focus();
    await page.keyboard.press('t');
    expect(await page.getByRole('table').count()).toBe(0);
  });
});
