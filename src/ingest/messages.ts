import type { Article } from '../article/index.ts';
import type { Extraction } from '../extraction.ts';
import type { Measures, Position, Ties } from '../graph/index.ts';
import type { Unplaced } from '../store/index.ts';

/** What the main thread and a worker say to each other; nothing else is shared between them. */
export type Task =
  | { kind: 'extract'; article: Article; what: string }
  | { kind: 'arrange'; unplaced: Unplaced }
  | { kind: 'measure'; ties: Ties };

export type Result =
  | { kind: 'extracted'; extraction: Extraction }
  | { kind: 'arranged'; positions: Map<string, Position> }
  | { kind: 'measured'; measures: Measures };
