import { describe, expect, it } from 'vitest';
import { visit, visitEachTest, visitor } from './visitor.ts';

visitEachTest();

const drawn = () => visitor.drawn();

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
    const drawnAs = () =>
      page.evaluate(() => {
        const graph = window.dateline?.sigma.getGraph();
        return graph
          ?.filterEdges((_, { hidden }) => !hidden)
          .map((line) => graph.getEdgeAttribute(line, 'line').modality);
      });
    await expect.poll(drawnAs).toContain('planned');
    expect(new Set(await drawnAs())).toEqual(new Set(['planned']));
  });
});

describe('filters of sureness, source and article', () => {
  it('shows only what is sure enough, says how much that hides, and takes it all back at once', async () => {
    const { page } = visitor;
    const slider = page.getByRole('slider', { name: 'The least confidence shown' });
    await slider.focus();
    await page.keyboard.press('End');
    await page.getByText(/^Filters hide \d+ entities, \d+ relations?$/).waitFor();
    await page.waitForURL(/sure=95/);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(drawn).toContain('Sergey Lavrov');
    expect(new URL(page.url()).search).toBe('');
  });

  it('counts of each kind what it would show under the other filters', async () => {
    const { page } = visitor;
    const met = page.getByRole('button', { name: /^met \d/ });
    const before = await met.textContent();
    await page.getByRole('button', { name: 'Only Planned' }).click();
    await expect.poll(() => met.textContent()).not.toBe(before);
  });

  it('shows only what one article says, which can be searched for and sent to a colleague', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Articles', exact: true }).click();
    const box = page.getByRole('region', { name: 'Articles' }).getByRole('checkbox').first();
    await box.check();
    await page.waitForURL(/in=a[0-9a-f]{16}/);
    await page.getByRole('button', { name: 'Clear filters' }).waitFor();
    const { search } = new URL(page.url());
    const colleague = await visit({ at: `/${search}` });
    await colleague.page.getByRole('button', { name: /^Articles 1 chosen/ }).waitFor();
    expect(await colleague.drawn()).toContain('Sergey Lavrov');
  });
});

describe('filters of a graph that is here in part', () => {
  it('ask the whole store, count there, and let go again of what they brought', async () => {
    const { page } = await visit({ at: '/?limit=4' });
    const shown = () =>
      page.evaluate(() => {
        const graph = window.dateline?.sigma.getGraph();
        return graph?.filterNodes((_, { hidden }) => !hidden).map((node) => graph.getNodeAttribute(node, 'label'));
      });
    expect(await shown()).toHaveLength(4);
    const row = page.getByRole('button', { name: /^Organizations/ });
    const organizations = Number((await row.textContent())?.replace(/\D/g, ''));
    expect(organizations).toBeGreaterThan(4);
    await page.getByRole('button', { name: 'Only Organizations' }).click();
    await expect.poll(async () => (await shown())?.length).toBe(organizations);
    await page.getByText(new RegExp(`^${organizations} of all \\d+ fit the filters`)).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(async () => (await shown())?.length).toBe(4);
  });
});
