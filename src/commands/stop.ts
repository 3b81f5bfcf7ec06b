import { Problem } from '../problem.ts';

/** Fires at the first Ctrl-C or SIGTERM; a second one ends the process as usual. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(new Problem('store-closed', { title: 'stopped' })));
  }
  return controller.signal;
}
