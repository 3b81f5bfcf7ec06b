import type { Modality } from '../ontology.ts';
import type { Node } from './phrases.ts';

/** A relation found in a sentence, before time, modality and source are known. */
export interface Finding {
  subject: Node;
  object: Node;
  type: string;
  /** The token whose clause tells when, where, how surely and on whose word. */
  predicate: number;
  /** Tokens `from` (inclusive) to `to` (exclusive) of the words that say it. */
  trigger: readonly [from: number, to: number];
  rule: string;
  /** How often findings of this kind are right, 0–1, before the parse and the mentions are looked at. */
  rate: number;
  role?: string;
  roleOf?: 'object';
  /**
   * It holds as a state and has no date. What is `named` ("the president of B, A, …") says it beside the clause, which
   * has no say over it; of what is `said` ("A is not the president of B") the clause tells how surely and on whose word.
   */
  state?: 'named' | 'said';
  /** Said otherwise than by the clause. */
  modality?: Modality;
}
