import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApi } from '../../../src/server/index.ts';
import { answerOf, plainWorkers, startApi, type TestApi } from '../../support/api.ts';

const Description = z.object({
  openapi: z.literal('3.1.0'),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  paths: z.looseObject({}),
});

let api: TestApi;
let client: string;

beforeAll(async () => {
  client = await mkdtemp(join(tmpdir(), 'dateline-client-'));
  await mkdir(join(client, 'assets'));
  await writeFile(join(client, 'index.html'), '<!doctype html><title>explorer</title>');
  await writeFile(join(client, 'assets', 'main.js'), 'export {};');
  api = await startApi(plainWorkers, client);
});
afterAll(async () => {
  await api.close();
  await rm(client, { recursive: true });
});

describe('the explorer', () => {
  it('answers every address that is a view', async () => {
    for (const path of ['/', '/entity/person:mara-ilves', '/?q=ilves'])
      expect(await api.get(path)).toMatchObject({ status: 200, body: expect.stringContaining('explorer') });
  });

  it('does not answer for a file that is not there', async () => {
    expect(await api.get('/assets/main.js')).toMatchObject({ status: 200 });
    for (const path of ['/assets/gone.js', '/../package.json', '/assets/..%2f..%2fpackage.json'])
      expect((await api.get(path)).body).not.toMatchObject({ name: 'dateline' });
    expect((await api.get('/favicon.gone')).status).toBe(404);
  });

  it('may start its layout worker, and load nothing from elsewhere', async () => {
    const policy = (await api.get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/https?:/u);
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const body = await api.read('/api/openapi.json', Description);
    const names = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/([^"]+)"/gu)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(body.components.schemas).toHaveProperty([name ?? '']);
  });

  it('lists no route that does not answer', async () => {
    for (const [path, { get, post }] of Object.entries(openApi().paths ?? {})) {
      const response = await fetch(api.url + path.replace('{id}', 'nothing'), { method: get ? 'GET' : 'POST' });
      if (response.headers.get('content-type') === 'text/event-stream') {
        await response.body?.cancel();
        continue;
      }
      const { status, body } = await answerOf(response);
      if (status === 404) {
        const title = /there is no (entity|edge|article) "nothing"|the explorer is not built/u;
        expect(body).toMatchObject({ title: expect.stringMatching(title) });
      } else expect(get ? [200, 400] : [400, 415], path).toContain(status);
      expect(get ?? post).toBeDefined();
    }
  });

  it('has a page that shows it, with no script inside the page', async () => {
    const page = await api.get('/api/docs/');
    expect(page).toMatchObject({ status: 200, type: expect.stringContaining('text/html') });
    const scripts = [
      ...z
        .string()
        .parse(page.body)
        .matchAll(/<script([^>]*)>([^<]*)/gu),
    ];
    expect(scripts.length).toBe(2);
    for (const [, attributes, content] of scripts) {
      expect(content).toBe('');
      const source = /src="([^"]+)"/u.exec(attributes ?? '')?.[1];
      expect(await api.get(`/api/docs/${source}`)).toMatchObject({
        status: 200,
        type: expect.stringContaining('javascript'),
      });
    }
  });
});
