import AxeBuilder from '@axe-core/playwright';
import { describe, expect, inject, it } from 'vitest';
import { DESKTOP, leaveEachTest, PHONE, TABLET, type Visitor, visit } from './visitor.ts';

leaveEachTest();

/** What axe finds in a page as it stands that is serious or worse: rule and place. */
async function hindrances({ page }: Visitor): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

// A published folder has the same page: the widths between are looked at once.
const SCREENS = { desktop: DESKTOP, ...(!inject('published') && { tablet: TABLET, phone: PHONE }) };

describe.each(['light', 'dark'] as const)('the explorer in %s', (colorScheme) => {
  it.each(Object.entries(SCREENS))('has nothing in the way of anyone on a %s', async (_, viewport) => {
    const visitor = await visit({ viewport, colorScheme, hasTouch: viewport === PHONE });
    const { page, panel, search } = visitor;
    expect(await hindrances(visitor)).toEqual([]);
    await search('Lavrov');
    expect(await hindrances(visitor)).toEqual([]);
    await page.keyboard.press('Enter');
    await panel
      .getByRole('button', { name: /^Evidence:/ })
      .first()
      .waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    await panel
      .getByRole('button', { name: /^Evidence:/ })
      .first()
      .click();
    await panel.getByRole('button', { name: 'Read in the article' }).first().waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    await panel.getByRole('button', { name: 'Read in the article' }).first().click();
    await panel.locator('[data-sentence]').first().waitFor();
    expect(await hindrances(visitor)).toEqual([]);
  });
});

describe('the explorer', () => {
  it('follows the colours of the system and keeps those that were chosen', async () => {
    const visitor = await visit({ colorScheme: 'dark' });
    const { page } = visitor;
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await page.getByRole('button', { name: 'Switch to light colours' }).click();
    await expect.poll(ground).not.toBe(dark);
    const light = await ground();
    await page.reload();
    await page.getByRole('button', { name: 'Switch to dark colours' }).waitFor();
    expect(await ground()).toBe(light);
  });

  it('shows the panel as a sheet on a phone, with the chosen node above it', async () => {
    const visitor = await visit({ viewport: PHONE, hasTouch: true });
    await visitor.search('Putin');
    await visitor.page.getByRole('option').first().tap();
    await visitor.panel.getByRole('heading', { name: 'Vladimir Putin' }).waitFor();
    const sheet = await visitor.panel.boundingBox();
    expect(sheet?.width).toBe(PHONE.width);
    await expect.poll(async () => (await visitor.nodeAt('Vladimir Putin')).y).toBeLessThan(sheet?.y ?? 0);
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });

  // what compresses a published folder is its web server
  it.skipIf(inject('published'))('sends at most 350 kB of JavaScript at first', async () => {
    const visitor = await visit();
    const bytes = await visitor.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry): entry is PerformanceResourceTiming => entry.name.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(350_000);
  });
});

describe.each(['light', 'dark'] as const)('what opens over the graph in %s', (colorScheme) => {
  it('has nothing in the way of anyone: tables, lists of filters, menus, dialogs', async () => {
    const visitor = await visit({ colorScheme });
    const { page, graph } = visitor;
    await page.getByRole('button', { name: 'Articles', exact: true }).click();
    await page.getByRole('region', { name: 'Articles' }).getByRole('checkbox').first().waitFor();
    await graph.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await page.getByRole('table').waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    for (const name of ['Views', 'All keys', ...(inject('published') ? [] : ['Add an article'])]) {
      await page.getByRole('button', { name }).first().click();
      await page.getByRole('dialog').waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
  });
});
