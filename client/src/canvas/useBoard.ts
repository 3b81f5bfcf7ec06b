import { useExplorer } from '../explorer.ts';
import type { Board } from './board.ts';

export const useBoard = (): Board => useExplorer().stage.board;
