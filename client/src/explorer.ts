import { createContext, useContext } from 'react';
import type { Stage } from './canvas/stage.ts';
import type { Kinds, Shown } from './state/filters.ts';
import type { Network, Serialized } from './state/network.ts';
import type { Scene } from './state/scene.ts';
import type { Store } from './state/store.ts';
import type { View } from './state/view.ts';

/** What every part of the screen can reach. */
export interface Explorer {
  network: Network;
  scene: Store<Scene>;
  view: View;
  /** What is left of the network under the view. */
  shown: Shown;
  /** What there is in the network, whatever the view. */
  kinds: Kinds;
  stage: Stage;
  /** Fetches a node's neighbours, all or those of one relation, and adds those that are missing. */
  expand(node: string, how?: { type?: string; depth?: number }): Promise<void>;
  /** Takes away the neighbours of a node that nothing else holds. */
  collapse(node: string): void;
  /** Shows only what is so many steps around nodes. */
  lookAround(nodes: readonly string[], depth: number): void;
  /** Adds what paths between these lead over, and shows what of it was hidden. */
  bringPaths(between: readonly string[], answers: readonly Serialized[]): void;
  /** Chooses a node; where a path is asked for, it is the other end. */
  choose(node: string): void;
  undo(): void;
  redo(): void;
  /** Says something to those who do not see the canvas and, unless told `softly`, in passing to those who do. */
  say(message: string, how?: 'softly'): void;
}

export const ExplorerContext = createContext<Explorer | null>(null);

/** @throws Error outside of an explorer */
export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (explorer === null) throw new Error('useExplorer is for parts inside of an ExplorerContext');
  return explorer;
}
