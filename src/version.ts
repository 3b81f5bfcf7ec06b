import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Package = z.object({ version: z.string() });

/** From the nearest package.json above: one folder up in a checkout, two in a build. */
function find(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      return Package.parse(JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'))).version;
    } catch {}
  }
  return 'unknown';
}

export const VERSION = find();
