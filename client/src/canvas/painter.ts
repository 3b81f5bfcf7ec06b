import { inSlices } from '../state/slices.ts';
import type { Drawing, DrawnNodeAttributes } from './drawn.ts';
import { type Dress, plainDress } from './dress.ts';
import { lineProgram } from './edgeProgram.ts';
import { newFrame } from './frame.ts';
import type { Renderer } from './labels.ts';
import { type Emphasis, NO_EMPHASIS, nodeLook, special } from './look.ts';
import { channels, type Palette } from './palette.ts';
import { Projector } from './projector.ts';
import { Strokes } from './strokes.ts';

/** Pieces of a bow. */
const BOW = 16;

/** Nodes that are painted in one step. */
const STEP = 500;

/**
 * Gives nodes and lines their looks, and paints anew only what looks otherwise than before: in a large graph painting
 * everything takes longer than anyone waits for the answer to a click.
 */
export class Painter {
  readonly frame = newFrame();
  readonly #drawing: Drawing;
  #palette: Palette;
  #dress: Dress;
  #emphasis: Emphasis = NO_EMPHASIS;
  #renderer: Renderer | null = null;
  #projector: Projector | null = null;
  #strokes: Strokes | null = null;
  /** Whether sigma has a place in its arrays for every node that the drawing holds. */
  #indexed = false;
  #stop = () => {};

  constructor(drawing: Drawing, palette: Palette) {
    this.#drawing = drawing;
    this.#palette = palette;
    this.#dress = plainDress(palette);
    this.frame.ground = channels(palette.paper);
    drawing.on('nodeAdded', () => {
      this.#indexed = false;
    });
  }

  attach(renderer: Renderer): void {
    this.#renderer = renderer;
    const projector = this.projectorOf(renderer);
    const bowed = lineProgram(BOW, projector, this.frame);
    const straight = lineProgram(1, projector, this.frame);
    const strokes = new Strokes(this.#drawing, this, { bowed, straight }, () => renderer.scheduleRender());
    this.#strokes = strokes;
    projector.prepare(() => strokes.takeIn());
    // What is drawn first is in front.
    projector.add(bowed);
    projector.add(straight);
    projector.warmUp();
    renderer.on('afterProcess', this.#wasIndexed);
  }

  /** What draws for a renderer; made when the first program of it asks. */
  projectorOf(renderer: Renderer): Projector {
    if (this.#projector?.renderer !== renderer) this.#projector = new Projector(renderer);
    return this.#projector;
  }

  /** Keeps the picture as it is. @returns what lets it change again */
  hold(): () => void {
    return this.#projector?.hold() ?? (() => undefined);
  }

  get palette(): Palette {
    return this.#palette;
  }

  get emphasis(): Emphasis {
    return this.#emphasis;
  }

  /** For sigma, which hands over a copy of the node's attributes. Labels are ours; sigma need not sort them. */
  readonly nodeReducer = (key: string, data: DrawnNodeAttributes) => {
    const color = this.#dress.colorOf(key, data.entityType);
    const look = nodeLook(key, color, this.#emphasis, this.#palette);
    return Object.assign(data, look, { size: this.sizeOf(key, data.size), label: null });
  };

  /** @param size by its relations */
  sizeOf(node: string, size: number): number {
    return this.#dress.sizeOf(node, size);
  }

  /** Paints all in other colours and sizes. */
  paint(palette: Palette, dress: Dress): void {
    const same = palette.paper === this.#palette.paper && dress.plain && this.#dress.plain;
    this.#palette = palette;
    this.#dress = dress;
    this.frame.ground = channels(palette.paper);
    if (!same) this.repaint();
  }

  light(emphasis: Emphasis): void {
    const [before, now] = [special(this.#emphasis), special(emphasis)];
    this.#emphasis = emphasis;
    this.frame.fading = emphasis.litNodes !== null;
    this.#strokes?.refresh([...before.lines, ...now.lines]);
    this.#refresh([...new Set([...before.nodes, ...now.nodes])].filter((node) => this.#drawing.hasNode(node)));
  }

  repaint(): void {
    this.#stop();
    this.#strokes?.refreshAll();
    this.#stop = inSlices(this.#everyNode(), () => {});
  }

  *#everyNode(): Generator<void> {
    const nodes = this.#drawing.nodes();
    for (let i = 0; i < nodes.length; i += STEP) yield this.#refresh(nodes.slice(i, i + STEP));
  }

  #refresh(nodes: string[]): void {
    this.#renderer?.refresh({ partialGraph: { nodes }, skipIndexation: this.#indexed, schedule: true });
  }

  readonly #wasIndexed = (): void => {
    this.#indexed = true;
  };
}
