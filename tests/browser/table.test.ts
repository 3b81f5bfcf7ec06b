import { beforeEach, describe, expect, it } from 'vitest';
import { visitEachTest, visitor } from './visitor.ts';

visitEachTest({ permissions: ['clipboard-read', 'clipboard-write'] });
beforeEach(() => visitor.page.getByRole('button', { name: 'Show as a table' }).click());

describe('the table', () => {
  it('lists entities, sorts by a column and says so, and filters by a text', async () => {
    const { page } = visitor;
    const table = page.getByRole('table', { name: 'Entities' });
    await table.getByRole('button', { name: 'Name' }).click();
    await table.getByRole('columnheader', { name: 'Name' }).and(page.locator('[aria-sort=ascending]')).waitFor();
    const names = await table.getByRole('rowheader').allTextContents();
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
    await page.getByRole('searchbox', { name: 'Filter rows' }).fill('lavrov');
    await expect.poll(() => table.getByRole('rowheader').allTextContents()).toEqual(['Sergey Lavrov']);
  });

  it('shares its chosen rows with the graph, and copies them', async () => {
    const { page, panel } = visitor;
    await page.getByRole('checkbox', { name: 'Choose Sergey Lavrov' }).check();
    await page.getByRole('checkbox', { name: 'Choose Kim Jong Un' }).check();
    await panel.getByRole('heading', { name: '2 entities' }).waitFor();
    await page.getByRole('button', { name: 'Copy 2 chosen rows' }).click();
    await page.getByText('2 rows copied').first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')[0]).toBe('Name\tType\tRelations\tArticles\tMentions\tFirst\tLast');
    expect(copied).toContain('Kim Jong Un\tPerson\t');
    await page.getByRole('button', { name: 'Show the graph' }).click();
    await page.waitForURL(/node=.*kim-jong-un/);
  });

  it('opens the evidence of a relation, and is walked with the arrows', async () => {
    const { page, panel } = visitor;
    await page.getByText(/^Relations \(/).click();
    const table = page.getByRole('table', { name: 'Relations' });
    await table.getByRole('rowheader').first().getByRole('button').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('tr')?.ariaRowIndex)).toBe('3');
    await page.keyboard.press('Enter');
    await panel.getByRole('region', { name: 'Evidence' }).waitFor();
  });
});
