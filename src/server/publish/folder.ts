import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '../../problem.ts';
import { builtClient } from '../client.ts';
import { PUBLISHED } from '../schemas/index.ts';

/** A file of a published folder. */
export interface PublishedFile {
  /** In the folder, with slashes. */
  path: string;
  content: string | Uint8Array;
}

/** The page knows by this that it has files to ask and no server. */
const MARK = `<meta name="dateline-published" content="${PUBLISHED}/" />`;
/** What the page asks for before its scripts are there. */
const EARLY = /href="\/api\/graph[^"]*"/;

/**
 * The files of the explorer, and then the data that it shows.
 *
 * @throws Problem `not-found` where the explorer is not built
 */
export async function* withExplorer(data: AsyncIterable<PublishedFile>): AsyncGenerator<PublishedFile> {
  const client = builtClient();
  if (client === undefined)
    throw new Problem('not-found', { title: 'the explorer is not built', hint: 'Run "npm run build", then try again' });
  for (const entry of await readdir(client, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    const path = place.slice(client.length + 1).replaceAll('\\', '/');
    if (path !== 'index.html') yield { path, content: await readFile(place) };
  }
  const served = await readFile(join(client, 'index.html'), 'utf8');
  const page = served.replace('</head>', `  ${MARK}\n  </head>`).replace(EARLY, `href="${PUBLISHED}/graph.json"`);
  yield { path: 'index.html', content: page };
  yield* data;
}

/**
 * Writes files into a folder.
 *
 * @param folder is made where it is absent; must be empty or hold an earlier publication
 * @throws Problem `invalid-request` where something else is in it
 */
export async function writeFolder(folder: string, files: AsyncIterable<PublishedFile>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const there = await readdir(folder);
  if (there.length > 0 && !there.includes(PUBLISHED))
    throw new Problem('invalid-request', {
      title: `folder "${folder}" is not empty`,
      detail: 'Only an empty folder, or one that was published before, is written to.',
      hint: 'Name another with --out',
    });
  for await (const { path, content } of files) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
  }
}
