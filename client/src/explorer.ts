import { createContext, useContext } from 'react';
import type { Stage } from './canvas/stage.ts';
import type { Network, Serialized } from './state/network.ts';
import type { Scene } from './state/scene.ts';
import type { Store } from './state/store.ts';
import type { View } from './state/view.ts';

/** What every part of the screen can reach. */
export interface Explorer {
  network: Network;
  scene: Store<Scene>;
  view: View;
  stage: Stage;
  /** Fetches a node's neighbours and adds those that are missing. */
  expand(node: string): Promise<void>;
  /** Adds what paths lead over, and shows what of it was hidden. */
  bringPaths(answer: Serialized): void;
  /** Chooses a node; where a path is asked for, it is the other end. */
  choose(node: string): void;
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
