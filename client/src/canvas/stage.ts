import type FA2Layout from 'graphology-layout-forceatlas2/worker';
import type { CameraState } from 'sigma/types';
import { fitting, framed, type Insets, opening, revealing, showing } from './camera.ts';
import { type Drawing, emptyDrawing } from './drawn.ts';
import type { LabelOptions, Renderer } from './labels.ts';

/** A picture that shrinks more than this loses the reader. */
const FURTHEST_BACK = 1.7;

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** What can be done with the canvas from outside of it. All of it does nothing while no canvas is there. */
export class Stage {
  readonly drawing: Drawing = emptyDrawing();
  insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  /** How labels are written at this moment. */
  labels: LabelOptions | null = null;
  #renderer: Renderer | null = null;
  #layout: FA2Layout | null = null;

  get renderer(): Renderer | null {
    return this.#renderer;
  }

  attach(renderer: Renderer): void {
    this.#renderer = renderer;
  }

  detach(): void {
    this.stopSettling();
    this.#renderer = null;
  }

  /** Keeps the scale as it is now, so that nodes to come do not push those that are here. */
  freezeScale(): void {
    const renderer = this.#renderer;
    if (!renderer || this.drawing.order === 0) return;
    renderer.setCustomBBox(renderer.getBBox());
  }

  /** The first view. */
  open(): void {
    this.freezeScale();
    if (this.#renderer) this.#go(opening(this.#renderer, this.insets), 'once');
  }

  /** Shows the whole graph. */
  fit(): void {
    if (this.#renderer) this.#go(fitting(this.#renderer, this.insets), 'glide');
  }

  /** Fills the picture with these nodes. */
  frame(nodes: readonly string[]): void {
    if (this.#renderer) this.#go(showing(this.#renderer, nodes, this.insets), 'glide');
  }

  /** Brings nodes into sight if they are not and, where that takes no great step back, their neighbours with them. */
  reveal(nodes: readonly string[]): void {
    const renderer = this.#renderer;
    if (!renderer || nodes.length === 0) return;
    const neighbours = nodes.flatMap((node) => (this.drawing.hasNode(node) ? this.drawing.neighbors(node) : []));
    const wide = revealing(renderer, [...nodes, ...neighbours], this.insets);
    const near = wide === null || wide.ratio <= renderer.getCamera().ratio * FURTHEST_BACK;
    this.#go(near ? wide : revealing(renderer, nodes, this.insets), 'glide');
  }

  /** Puts a node somewhere. */
  place(node: string, { x, y }: { x: number; y: number }): void {
    if (!this.drawing.hasNode(node)) return;
    const now = this.drawing.getNodeAttributes(node);
    if (now.x !== x || now.y !== y) this.drawing.mergeNodeAttributes(node, { x, y });
  }

  /** Where nodes stand in the units of the layout. */
  places(nodes: readonly string[]): { node: string; x: number; y: number }[] {
    return nodes.flatMap((node) => {
      if (!this.drawing.hasNode(node)) return [];
      const { x, y } = this.drawing.getNodeAttributes(node);
      return [{ node, x, y }];
    });
  }

  zoom(factor: number): void {
    const camera = this.#renderer?.getCamera();
    if (camera) this.#go({ ...camera.getState(), ratio: camera.ratio / factor }, 'glide');
  }

  /** Moves what is seen by so many pixels. */
  pan(dx: number, dy: number): void {
    const renderer = this.#renderer;
    if (!renderer) return;
    const origin = renderer.viewportToFramedGraph({ x: 0, y: 0 });
    const moved = renderer.viewportToFramedGraph({ x: dx, y: dy });
    const state = renderer.getCamera().getState();
    this.#go({ ...state, x: state.x + moved.x - origin.x, y: state.y + moved.y - origin.y }, 'once');
  }

  /** Where nodes that are shown stand on the canvas, in pixels, y growing downwards. */
  positions(nodes: readonly string[]): { key: string; x: number; y: number }[] {
    const renderer = this.#renderer;
    if (!renderer) return [];
    return nodes.flatMap((key) => {
      const place = framed(renderer, key);
      return place ? [{ key, ...renderer.framedGraphToViewport(place) }] : [];
    });
  }

  async startSettling(): Promise<void> {
    const [{ default: Layout }, { default: forceAtlas2 }] = await Promise.all([
      import('graphology-layout-forceatlas2/worker'),
      import('graphology-layout-forceatlas2'),
    ]);
    this.stopSettling();
    this.#renderer?.setCustomBBox(null);
    this.#layout = new Layout(this.drawing, {
      settings: { ...forceAtlas2.inferSettings(this.drawing), slowDown: 12, edgeWeightInfluence: 0.5 },
    });
    this.#layout.start();
  }

  stopSettling(): void {
    if (!this.#layout) return;
    this.#layout.kill();
    this.#layout = null;
    this.freezeScale();
  }

  #go(state: CameraState | null, how: 'once' | 'glide'): void {
    const camera = this.#renderer?.getCamera();
    if (!camera || !state) return;
    if (how === 'once' || still.matches) camera.setState(state);
    else void camera.animate(state, { duration: 320, easing: 'quadraticInOut' });
  }
}
