import { createContext, useContext } from 'react';
import type { Board } from './board.ts';

export const BoardContext = createContext<Board | null>(null);

/** @throws Error outside of a canvas */
export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (!board) throw new Error('useBoard is for parts of the canvas');
  return board;
}
