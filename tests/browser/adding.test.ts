import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePublished } from './published-setup.ts';
import { type Running, startDateline } from './setup.ts';
import { leaveEachTest, type Visitor, visit } from './visitor.ts';

let dateline: Running;
beforeAll(async () => {
  dateline = await startDateline('--no-seeds');
});
afterAll(() => dateline.stop());
leaveEachTest();

/** The browser itself complains of answers that refuse. */
function forgiveRefusals({ complaints }: Visitor): void {
  const others = complaints.filter((each) => !each.includes('Failed to load resource'));
  complaints.splice(0, complaints.length, ...others);
}

const FIRST = 'Prime Minister Mara Ilves met President Tomas Reyl in Vienna on Monday.';
const SECOND = 'President Tomas Reyl visited Lisbon on Friday. Reyl praised Portugal.';

describe('adding an article', () => {
  it('begins with nothing, grows without moving what is there, marks what is new, and refuses what it cannot read', async () => {
    const visitor = await visit({ dateline: dateline.url });
    const { page } = visitor;
    await page.getByRole('heading', { name: 'No article has been read yet' }).waitFor();

    const add = async (text: string, title: string) => {
      await page.getByRole('button', { name: 'Add an article' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Add an article' });
      await dialog.getByLabel('Text').fill(text);
      await dialog.getByLabel('Title').fill(title);
      await dialog.getByLabel('Date').fill('2024-03-08');
      await dialog.getByRole('button', { name: 'Read it' }).click();
      return dialog;
    };

    const dialog = await add(FIRST, 'Ilves meets Reyl');
    await dialog.waitFor({ state: 'hidden' });
    await page.waitForFunction(() => (window.dateline?.sigma.getGraph().order ?? 0) > 1);
    const before = await visitor.nodeAt('Tomas Reyl');

    await (await add(SECOND, 'Reyl in Lisbon')).waitFor({ state: 'hidden' });
    await page.waitForFunction(() => window.dateline?.sigma.getGraph().someNode((_, { label }) => label === 'Lisbon'));
    const after = await visitor.nodeAt('Tomas Reyl');
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(1);
    const ring = await page.evaluate(() => {
      const sigma = window.dateline?.sigma;
      const node = sigma?.getGraph().findNode((_, { label }) => label === 'Lisbon');
      const data = node === undefined ? undefined : sigma?.getNodeDisplayData(node);
      return data && 'ring' in data ? Number(data.ring) : 0;
    });
    expect(ring).toBeGreaterThan(0);

    const refused = await add(
      "Le président de la République a rencontré hier à Paris le premier ministre, qui revenait d'un long voyage.",
      'Rencontre',
    );
    await refused.getByRole('alert').waitFor();
    expect(await refused.getByRole('alert').textContent()).toMatch(/English/);
    forgiveRefusals(visitor);
  });
});

describe('files and addresses', () => {
  it('are read in the background, with what could not be read and why', async () => {
    const visitor = await visit({ dateline: dateline.url });
    const { page } = visitor;
    const drop = (files: { name: string; text: string }[]) =>
      page.evaluate((dropped) => {
        const data = new DataTransfer();
        for (const { name, text } of dropped) data.items.add(new File([text], name));
        const options = { dataTransfer: data, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent('dragover', options));
        document.body.dispatchEvent(new DragEvent('drop', options));
      }, files);
    await drop([
      { name: 'ilves.txt', text: 'Mara Ilves, the mayor of Varna, met Boryana Kisova in Varna on Tuesday.' },
      {
        name: 'hier.txt',
        text: "Le premier ministre a rencontré hier à Lyon les maires de la région, qui revenaient d'un long voyage.",
      },
    ]);
    const card = page.getByRole('region', { name: 'Reading' });
    await card.getByText('1 article read, 1 not read').waitFor();
    await card.getByRole('list', { name: 'Not read' }).getByText('hier.txt').waitFor();
    await page.waitForFunction(() =>
      window.dateline?.sigma.getGraph().someNode((_, { label }) => label === 'Boryana Kisova'),
    );
    await card.getByRole('button', { name: 'Close' }).click();
    await card.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Add an article' }).first().click();
    await page.getByText('Web address').click();
    await page.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1:9/story');
    await page.getByRole('button', { name: 'Read it' }).click();
    await card.getByText('1 not read').waitFor();
    await card.getByRole('button', { name: 'Close' }).waitFor();
    forgiveRefusals(visitor);
  });
});

describe('a page that was opened before there was anything to see', () => {
  it('shows the first article by itself, whoever has it read', async () => {
    const other = await startDateline('--no-seeds');
    const visitor = await visit({ dateline: other.url });
    const { page } = visitor;
    await page.getByRole('heading', { name: 'No article has been read yet' }).waitFor();
    const posted = await fetch(`${other.url}/api/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: FIRST, title: 'Ilves meets Reyl', date: '2024-03-08' }),
    });
    expect(posted.status).toBe(201);
    await page.waitForFunction(() => (window.dateline?.sigma.getGraph().order ?? 0) > 1);
    expect(await visitor.drawn()).toContain('Tomas Reyl');
    await page.getByRole('heading', { name: 'No article has been read yet' }).waitFor({ state: 'detached' });
    await page.close();
    await other.stop();
  });
});

describe('contradictions', () => {
  it('are shown side by side, each with its sentence, and none is taken for right', async () => {
    const visitor = await visit({ dateline: dateline.url });
    const { page } = visitor;
    await page.evaluate(async () => {
      const texts = ['Painter Ines Oldani was born in Lisbon.', 'Ines Oldani, a painter, was born in Vienna.'];
      for (const [i, text] of texts.entries())
        await fetch('/api/articles', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ text, title: `Oldani ${i}`, date: `2024-03-0${i + 1}` }),
        });
    });
    const published = await servePublished(dateline);
    for (const { url } of [dateline, published]) {
      const { panel } = await visit({ dateline: url, at: '/?node=person:ines-oldani' });
      const contradictions = panel.getByRole('region', { name: 'Contradictions' });
      await contradictions.getByText('Two places of birth').waitFor();
      await contradictions.getByRole('button', { name: /Lisbon/ }).waitFor();
      await contradictions.getByRole('button', { name: /Vienna/ }).click();
      await panel.getByRole('region', { name: 'Evidence' }).waitFor();
    }
    await published.stop();
  });
});
