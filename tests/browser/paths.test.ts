import { describe, it } from 'vitest';
import { PHONE, shoot, visit, visitEachTest, visitor } from './visitor.ts';

visitEachTest();

describe('the path finder', () => {
  it('tells how two are connected, with a sentence for each step, and keeps it in the address', async () => {
    const { page, panel, search } = visitor;
    await search('Putin');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Path to…' }).click();
    await panel.getByRole('status').filter({ hasText: 'Path to whom?' }).waitFor();
    await search('Choe');
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: /Vladimir Putin and Choe/ }).waitFor();
    const evidence = panel.getByRole('button', { name: /^Evidence:/ });
    await evidence.nth(1).waitFor();
    await shoot(visitor, 'path-1440-light');

    const { search: query } = new URL(page.url());
    const colleague = await visit({ at: `/${query}`, viewport: PHONE, colorScheme: 'dark' });
    await colleague.panel.getByRole('heading', { name: /Vladimir Putin and Choe/ }).waitFor();
    await colleague.panel
      .getByRole('button', { name: /^Evidence:/ })
      .nth(1)
      .waitFor();
    await shoot(colleague, 'path-390-dark');

    await evidence.first().click();
    await panel.getByRole('region', { name: 'Evidence' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('heading', { name: /Vladimir Putin and Choe/ }).waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('heading', { name: 'Vladimir Putin', exact: true }).waitFor();
  });

  it('answers to a question for two names with what connects them', async () => {
    const { page, panel, search } = visitor;
    await search('how are putin and choe connected?');
    await page.getByRole('option', { name: 'How are Vladimir Putin and Choe' }).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: /Vladimir Putin and Choe/ }).waitFor();
    await panel
      .getByRole('button', { name: /^Evidence:/ })
      .first()
      .waitFor();
  });

  it('asks for the other end with P, and lets go with Esc', async () => {
    const { page, panel, search, graph } = visitor;
    await search('Putin');
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Vladimir Putin' }).waitFor();
    await graph.focus();
    await page.keyboard.press('p');
    const asked = panel.getByRole('status').filter({ hasText: 'Path to whom?' });
    await asked.waitFor();
    await page.keyboard.press('Escape');
    await graph.focus();
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'hidden' });
    await panel.getByRole('heading', { name: 'Vladimir Putin' }).waitFor();
  });

  it('connects two nodes that were chosen together', async () => {
    const { page, panel, search } = visitor;
    await search('Putin');
    await page.keyboard.press('Enter');
    await page.waitForURL(/node=/);
    const first = new URL(page.url()).searchParams.get('node');
    await search('Choe');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('node') !== first);
    const second = new URL(page.url()).searchParams.get('node');
    const both = await visit({ at: `/?node=${first},${second}` });
    await both.panel.getByRole('button', { name: 'How are these connected' }).click();
    await both.panel.getByRole('heading', { name: /Vladimir Putin and Choe/ }).waitFor();
    await panel.waitFor();
  });
});
