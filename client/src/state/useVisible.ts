import { useExplorer } from '../explorer.ts';
import type { Shown } from './filters.ts';

/** What of the network is left under filters and hiding. */
export const useVisible = (): Shown => useExplorer().shown;
