import type { Modality } from '../../../src/ontology.ts';
import type { Line } from '../state/lines.ts';
import type { Level } from './frame.ts';
import type { Palette } from './palette.ts';

/** What is told apart on the canvas at this moment. */
export interface Emphasis {
  /** The chosen nodes, and the two ends of a chosen edge. */
  chosen: ReadonlySet<string>;
  /** Nodes that stay lit; null when nothing is in the light and all are. */
  litNodes: ReadonlySet<string> | null;
  litLines: ReadonlySet<string>;
  /** The line that is chosen or under the pointer. */
  foremost: ReadonlySet<string>;
  hovered: string | null;
  fresh: ReadonlySet<string>;
  freshLines: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
}

export const NO_EMPHASIS: Emphasis = {
  chosen: new Set(),
  litNodes: null,
  litLines: new Set(),
  foremost: new Set(),
  hovered: null,
  fresh: new Set(),
  freshLines: new Set(),
  pinned: new Set(),
};

/** Lengths in pixels: stroke, gap, stroke, gap. A pattern of zeros is an unbroken line. */
export type Dashes = readonly [number, number, number, number];

/** Statements that are no facts are never drawn as an unbroken line. */
export const DASHES: Record<Modality, Dashes> = {
  actual: [0, 0, 0, 0],
  planned: [8, 5, 8, 5],
  possible: [2, 4, 2, 4],
  negated: [9, 4, 2, 4],
};

/** How much of its colour is left of what is not in the light. */
export const FADED_NODE = 0.2;
export const FADED_LINE = 0.28;

export interface NodeLook {
  color: string;
  ring: number;
  ringColor: string;
  level: Level;
}

export function nodeLook(key: string, color: string, emphasis: Emphasis, palette: Palette): NodeLook {
  if (emphasis.chosen.has(key)) return { color, ring: 2.5, ringColor: palette.ink, level: 2 };
  if (emphasis.hovered === key) return { color, ring: 2, ringColor: palette.focus, level: 2 };
  const level = emphasis.litNodes?.has(key) ? 1 : 0;
  if (emphasis.fresh.has(key)) return { color, ring: 2.5, ringColor: palette.accent, level };
  if (emphasis.pinned.has(key)) return { color, ring: 1.2, ringColor: palette.soft, level };
  return { color, ring: 0, ringColor: palette.paper, level };
}

export interface LineLook {
  color: string;
  size: number;
  level: Level;
}

/** From so many independent sources on, lines are of one thickness. */
export const MANY_SOURCES = 5;

/** Of a line that so many independent sources stand behind, in pixels. */
export const thickness = (sources: number): number => 0.3 + Math.min(sources, MANY_SOURCES);

export function lineLook(
  line: Pick<Line, 'key' | 'modality' | 'sources'>,
  emphasis: Emphasis,
  palette: Palette,
): LineLook {
  const size = thickness(line.sources);
  if (emphasis.foremost.has(line.key)) return { color: palette.lit[line.modality], size: size + 1.4, level: 2 };
  if (emphasis.litLines.has(line.key)) return { color: palette.lit[line.modality], size: size + 0.3, level: 1 };
  if (emphasis.freshLines.has(line.key)) return { color: palette.accent, size: size + 0.3, level: 0 };
  return { color: palette.rest[line.modality], size, level: 0 };
}

/** The nodes and lines that look otherwise than the rest. */
export function special(emphasis: Emphasis) {
  const { chosen, litNodes, litLines, foremost, hovered, fresh, freshLines, pinned } = emphasis;
  return {
    nodes: new Set([...chosen, ...(litNodes ?? []), ...fresh, ...pinned, ...(hovered === null ? [] : [hovered])]),
    lines: new Set([...litLines, ...foremost, ...freshLines]),
  };
}
