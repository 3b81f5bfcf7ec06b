import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `dist/client`, seen from `src/server` in a checkout and from `dist/src/server` in a build. */
const PLACES = ['../../dist/client', '../../client'].map((up) => fileURLToPath(new URL(up, import.meta.url)));

/** Folder of the built explorer, if there is one. */
export const builtClient = (): string | undefined => PLACES.find((folder) => existsSync(join(folder, 'assets')));
