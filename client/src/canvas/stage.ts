import type FA2Layout from 'graphology-layout-forceatlas2/worker';
import type { CameraState } from 'sigma/types';
import { createStore } from '../state/store.ts';
import type { Place } from './arrange.ts';
import { closeUp, fitting, framed, type Insets, opening, revealing } from './camera.ts';
import { type Drawing, emptyDrawing, move } from './drawn.ts';
import { glide } from './glide.ts';
import type { LabelOptions, Renderer } from './labels.ts';
import { nodeAt } from './nearest.ts';
import { Painter } from './painter.ts';
import { readPalette } from './palette.ts';

/** A picture that shrinks more than this loses the reader. */
const FURTHEST_BACK = 1.7;

/** Nodes glide to other places in so many milliseconds; above so many they jump. */
const GLIDE = 600;
const MANY = 3000;

/** Room on the screen of a node that is drawn in its full size, in square pixels. */
const ROOM = 8000;

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** What can be done with the canvas from outside of it. All of it does nothing while no canvas is there. */
export class Stage {
  readonly drawing: Drawing = emptyDrawing();
  readonly painter = new Painter(this.drawing, readPalette(document.documentElement));
  /** Grows by one whenever the drawing is in step with the network again. */
  readonly drawn = createStore(0);
  /** Whether there has been a picture on the screen. */
  readonly seen = createStore(false);
  insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  /** Where the pointer is on the canvas, in pixels. */
  pointer: { x: number; y: number } | null = null;
  /** How labels are written at this moment. */
  labels: LabelOptions | null = null;
  #renderer: Renderer | null = null;
  #layout: FA2Layout | null = null;
  #stopGliding = () => {};
  #opened = false;
  #unwatch = () => {};

  get renderer(): Renderer | null {
    return this.#renderer;
  }

  attach(renderer: Renderer): void {
    this.#renderer = renderer;
    this.painter.attach(renderer);
    this.#unwatch = this.painter.projectorOf(renderer).watch(() => this.#show());
  }

  detach(): void {
    this.stopSettling();
    this.#unwatch();
    this.painter.detach();
    this.#renderer = null;
    this.#opened = false;
  }

  /** A picture is on the screen when the frame after it begins. */
  #show(): void {
    if (!this.seen.get()) requestAnimationFrame(() => requestAnimationFrame(() => this.seen.update(() => true)));
  }

  /** Keeps the scale as it is now, so that nodes to come do not push those that are here. */
  freezeScale(): void {
    const renderer = this.#renderer;
    if (!renderer || this.drawing.order === 0) return;
    renderer.setCustomBBox(renderer.getBBox());
    const { width, height } = renderer.getDimensions();
    const nodes = this.drawing.filterNodes((_, { hidden }) => !hidden).length;
    this.painter.frame.scale = Math.min(1, (width * height) / (nodes * ROOM));
  }

  /** The drawing is in step with the network again. */
  inStep(): void {
    if (!this.#opened) this.#open();
    this.drawn.update((times) => times + 1);
  }

  /** The first view: all of the graph, when it first comes in. */
  #open(): void {
    const renderer = this.#renderer;
    if (!renderer || this.drawing.order === 0) return;
    this.#opened = true;
    // Places are reckoned from what sigma has taken in.
    renderer.refresh({ partialGraph: {} });
    this.freezeScale();
    this.#go(opening(renderer, this.insets), 'once');
  }

  /** Shows the whole graph. */
  fit(): void {
    if (this.#renderer) this.#go(fitting(this.#renderer, this.insets), 'glide');
  }

  /** Fills the picture with these nodes. */
  frame(nodes: readonly string[]): void {
    if (this.#renderer) this.#go(closeUp(this.#renderer, nodes, this.insets, this.painter.frame.scale), 'glide');
  }

  /** Goes near nodes that were sought, with their neighbours. */
  approach(nodes: readonly string[]): void {
    const renderer = this.#renderer;
    if (!renderer) return;
    const around = nodes.flatMap((node) => (this.drawing.hasNode(node) ? this.drawing.neighbors(node) : []));
    this.frame([...nodes, ...around]);
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
  place(node: string, place: { x: number; y: number }): void {
    if (this.drawing.hasNode(node)) move(this.drawing, node, place);
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

  /** The node at a place of the canvas, in pixels, or the nearest that is at most `slack` away from it. */
  nodeAt(point: { x: number; y: number }, slack: number): string | null {
    return this.#renderer && nodeAt(this.#renderer, point, slack);
  }

  /**
   * Moves nodes to other places, and shows them all.
   *
   * @param gliding whether they may be seen on their way
   */
  arrange(places: ReadonlyMap<string, Place>, gliding: boolean): void {
    this.stopSettling();
    this.#stopGliding();
    const glides = gliding && !still.matches && places.size <= MANY;
    this.#stopGliding = glide(this.drawing, places, glides ? GLIDE : 0, () => {
      this.#renderer?.setCustomBBox(null);
      this.#renderer?.refresh({ partialGraph: {} });
      this.freezeScale();
      if (gliding) this.fit();
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
