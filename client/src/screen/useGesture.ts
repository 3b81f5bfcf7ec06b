import { useRef } from 'react';
import { useExplorer } from '../explorer.ts';
import type { ViewState } from '../state/viewState.ts';

/** Changes of the view that go on until the hand lets go are one step: for sliders and brushes. */
export function useGesture() {
  const { view } = useExplorer();
  const going = useRef(false);
  return {
    move(change: Partial<ViewState>): void {
      view.change(change, going.current ? 'goes on' : undefined);
      going.current = true;
    },
    end(): void {
      going.current = false;
    },
  };
}
