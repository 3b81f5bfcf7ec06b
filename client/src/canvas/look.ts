import type { Modality } from '../../../src/ontology.ts';
import type { Line } from '../state/lines.ts';
import type { Dashes } from './edgeProgram.ts';
import { mix, type Palette } from './palette.ts';

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
  pinned: ReadonlySet<string>;
}

/** Statements that are no facts are never drawn as an unbroken line. */
export const DASHES: Record<Modality, Dashes> = {
  actual: [0, 0, 0, 0],
  planned: [8, 5, 8, 5],
  possible: [2, 4, 2, 4],
  negated: [9, 4, 2, 4],
};

const FADED_NODE = 0.2;
const FADED_LINE = 0.28;

export interface NodeLook {
  color: string;
  ring: number;
  ringColor: string;
  gapColor: string;
  zIndex: number;
}

export function nodeLook(key: string, color: string, emphasis: Emphasis, palette: Palette): NodeLook {
  const lit = emphasis.litNodes?.has(key) ?? true;
  const ring = emphasis.chosen.has(key)
    ? { ring: 2.5, ringColor: palette.ink }
    : emphasis.hovered === key
      ? { ring: 2, ringColor: palette.focus }
      : emphasis.fresh.has(key)
        ? { ring: 2.5, ringColor: palette.accent }
        : emphasis.pinned.has(key)
          ? { ring: 1.2, ringColor: palette.soft }
          : { ring: 0, ringColor: palette.paper };
  return {
    color: lit ? color : mix(color, palette.paper, FADED_NODE),
    gapColor: palette.paper,
    ...ring,
    zIndex: ring.ring > 0 ? 2 : lit ? 1 : 0,
  };
}

export interface LineLook {
  color: string;
  size: number;
  zIndex: number;
}

export function lineLook(
  line: Pick<Line, 'key' | 'modality' | 'edges'>,
  emphasis: Emphasis,
  palette: Palette,
): LineLook {
  const size = Math.min(4, 1.1 + 0.55 * (line.edges.length - 1));
  if (emphasis.foremost.has(line.key)) return { color: palette.lit[line.modality], size: size + 1.4, zIndex: 3 };
  if (emphasis.litNodes === null) return { color: palette.rest[line.modality], size, zIndex: 1 };
  if (emphasis.litLines.has(line.key)) return { color: palette.lit[line.modality], size: size + 0.3, zIndex: 2 };
  return { color: mix(palette.rest[line.modality], palette.paper, FADED_LINE), size, zIndex: 0 };
}
