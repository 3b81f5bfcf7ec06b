import type { Inbox, Workers } from '../ingest/index.ts';
import type { Store } from '../store/index.ts';

/** What the resources work on. */
export interface Services {
  store: Store;
  workers: Pick<Workers, 'arrange' | 'measure'>;
  /** Takes in what is posted. */
  inbox: Inbox;
}
