import { describe, expect, it } from 'vitest';
import { PHONE, visit, visitEachTest, visitor } from './visitor.ts';

visitEachTest();

describe('the timeline', () => {
  it('leaves what happened in a stretch of time, by keyboard, and keeps it in the address', async () => {
    const { page, drawn } = visitor;
    const timeline = page.getByRole('region', { name: 'Timeline' });
    const all = (await drawn()).length;
    await timeline.getByRole('checkbox', { name: /without a date/ }).uncheck();
    await expect.poll(async () => (await drawn()).length).toBeLessThan(all);
    await timeline.getByRole('slider', { name: 'Until' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/until=\d{4}/);
    const { search } = new URL(page.url());
    const colleague = await visit({ at: `/${search}` });
    await colleague.page.getByRole('button', { name: 'All dates' }).waitFor();
    expect((await colleague.drawn()).sort()).toEqual((await drawn()).sort());
  });

  it('is brushed with the pointer, in one step that undo takes back', async () => {
    const { page } = visitor;
    const bars = page.getByRole('img', { name: /^Relations by / });
    const box = await bars.boundingBox();
    if (!box) throw new Error('there are no bars');
    await page.mouse.move(box.x + 2, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 3, box.y + 20, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/until=/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForURL((url) => url.search === '');
  });

  it('plays to the end and stops there', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Play the timeline' }).click();
    await page.getByRole('button', { name: 'Stop playing' }).waitFor();
    await page.waitForURL(/until=/);
    await page.getByRole('button', { name: 'Stop playing' }).click();
    await page.getByRole('button', { name: 'Play the timeline' }).waitFor();
  });

  it('can be closed, stays closed, and is closed on a phone to begin with', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Close the timeline' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Timeline', exact: true }).waitFor();
    const phone = await visit({ viewport: PHONE, hasTouch: true });
    await phone.page.getByRole('button', { name: 'Timeline', exact: true }).tap();
    const box = await phone.page.getByRole('region', { name: 'Timeline' }).boundingBox();
    expect(box?.width).toBe(PHONE.width);
  });
});
