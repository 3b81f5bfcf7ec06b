import { pathToFileURL } from 'node:url';

/** Whether a module is what was started, not what another imports. */
export const isMain = (url: string): boolean => pathToFileURL(process.argv[1] ?? '').href === url;
