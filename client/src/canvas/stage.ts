import type FA2Layout from 'graphology-layout-forceatlas2/worker';
import type { CameraState } from 'sigma/types';
import type { Shown } from '../state/filters.ts';
import { lines } from '../state/lines.ts';
import type { Network } from '../state/network.ts';
import { FIRST, inSlices } from '../state/slices.ts';
import { createStore } from '../state/store.ts';
import type { ViewState } from '../state/viewState.ts';
import type { Place } from './arrange.ts';
import { Board } from './board.ts';
import { closeUp, fitting, framed, freeFrame, type Insets, opening, revealing } from './camera.ts';
import { type Drawing, draw, emptyDrawing, move } from './drawn.ts';
import { glide } from './glide.ts';
import { drawLabels, forgetWidths, type LabelOptions, lineWords } from './labels.ts';
import classes from './layers.module.css';
import { nodeAt } from './nearest.ts';
import { Painter } from './painter.ts';
import { readPalette } from './palette.ts';
import type { Projector } from './projector.ts';
import { keepWords } from './words.ts';

/** A picture that shrinks more than this loses the reader. */
const FURTHEST_BACK = 1.7;

/** Nodes glide to other places in so many milliseconds; above so many they jump. */
const GLIDE = 600;
const MANY = 3000;

/** Room on the screen of a node that is drawn in its full size, in square pixels. */
const ROOM = 8000;

const still = matchMedia('(prefers-reduced-motion: reduce)');

declare global {
  interface Window {
    /**
     * For scripts on the page, and tests that click on the canvas: the renderer, with `getGraph()` and positions, and
     * what draws it.
     */
    dateline?: { sigma: Board; projector: Projector };
  }
}

/** The canvas: a network as it is drawn, and what can be done with it from outside. */
export class Stage {
  readonly drawing: Drawing = emptyDrawing();
  readonly painter = new Painter(this.drawing, readPalette(document.documentElement));
  readonly board: Board;
  /** Grows by one whenever the drawing is in step with the network again. */
  readonly drawn = createStore(0);
  /** Resolves when there has been a picture on the screen. */
  readonly pictured: Promise<void>;
  insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  /** Where the pointer is on the canvas, in pixels. */
  pointer: { x: number; y: number } | null = null;
  /** How labels are written at this moment. */
  labels: LabelOptions | null = null;
  readonly #network: Network;
  readonly #layers = document.createElement('div');
  #layout: FA2Layout | null = null;
  #stopGliding = () => {};
  #opened = false;

  /**
   * @param place of the page where the canvas lies until it is moved elsewhere
   * @throws Error where the browser has no WebGL 2
   */
  constructor(network: Network, place: HTMLElement) {
    this.#network = network;
    this.#layers.className = classes.layers ?? '';
    place.append(this.#layers);
    this.board = new Board(this.drawing, this.#layers, this.painter);
    const projector = this.painter.projectorOf(this.board);
    this.painter.attach(this.board);
    this.pictured = new Promise((seen) => {
      // It is there when the frame after it begins.
      const unwatch = projector.watch(() => {
        unwatch();
        requestAnimationFrame(() => requestAnimationFrame(() => seen()));
      });
    });
    const writeAnew = keepWords(this.board, projector, (context) => this.#write(context));
    document.fonts.addEventListener('loadingdone', () => {
      forgetWidths();
      writeAnew();
    });
    window.dateline = { sigma: this.board, projector };
  }

  /** Moves the canvas into a place of the same size. */
  moveInto(place: HTMLElement | null): void {
    place?.append(this.#layers);
  }

  /**
   * Brings the drawing in step with network, filters and choice.
   *
   * @returns what stops it, where it is not done
   */
  draw(shown: Shown, { nodes, edge, pinned }: Pick<ViewState, 'nodes' | 'edge' | 'pinned'>): () => void {
    const network = this.#network;
    const ends: string[] = edge !== null && network.hasEdge(edge) ? network.extremities(edge) : [];
    const fanned = (a: string, b: string) =>
      ends.length === 2 ? ends.includes(a) && ends.includes(b) : nodes.includes(a) || nodes.includes(b);
    const { drawing } = this;
    const work = function* () {
      const wanted = yield* lines(network, shown.edges, fanned);
      yield* draw(drawing, network, shown.nodes, pinned, wanted);
    };
    // Half of a graph is not worth a picture.
    const show = this.painter.hold();
    const done = () => {
      this.#inStep();
      show();
    };
    const stop = inSlices(work(), done, drawing.order === 0 ? FIRST : undefined);
    return () => {
      stop();
      show();
    };
  }

  #write(context: CanvasRenderingContext2D): void {
    const { palette, emphasis } = this.painter;
    const typeOf = (edge: string) => (this.#network.hasEdge(edge) ? this.#network.getEdgeAttribute(edge, 'type') : '');
    const frame = freeFrame(this.board, this.insets, 4);
    this.labels = { emphasis, palette, frame, wordsOf: (line) => lineWords(line, typeOf) };
    drawLabels(context, this.board, this.labels);
  }

  /** Keeps the scale as it is now, so that nodes to come do not push those that are here. */
  freezeScale(): void {
    const renderer = this.board;
    if (this.drawing.order === 0) return;
    renderer.setCustomBBox(renderer.getBBox());
    const { width, height } = renderer.getDimensions();
    const nodes = this.drawing.filterNodes((_, { hidden }) => !hidden).length;
    this.painter.frame.scale = Math.min(1, (width * height) / (nodes * ROOM));
  }

  #inStep(): void {
    if (!this.#opened) this.#open();
    this.drawn.update((times) => times + 1);
  }

  /** The first view: all of the graph, when it first comes in. */
  #open(): void {
    const renderer = this.board;
    if (this.drawing.order === 0) return;
    this.#opened = true;
    // Places are reckoned from what sigma has taken in.
    renderer.refresh({ partialGraph: {} });
    this.freezeScale();
    this.#go(opening(renderer, this.insets), 'once');
  }

  /** Shows the whole graph. */
  fit(): void {
    this.#go(fitting(this.board, this.insets), 'glide');
  }

  /** Fills the picture with these nodes. */
  frame(nodes: readonly string[]): void {
    this.#go(closeUp(this.board, nodes, this.insets, this.painter.frame.scale), 'glide');
  }

  /** Goes near nodes that were sought, with their neighbours. */
  approach(nodes: readonly string[]): void {
    const around = nodes.flatMap((node) => (this.drawing.hasNode(node) ? this.drawing.neighbors(node) : []));
    this.frame([...nodes, ...around]);
  }

  /** Brings nodes into sight if they are not and, where that takes no great step back, their neighbours with them. */
  reveal(nodes: readonly string[]): void {
    const renderer = this.board;
    if (nodes.length === 0) return;
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
    const camera = this.board.getCamera();
    this.#go({ ...camera.getState(), ratio: camera.ratio / factor }, 'glide');
  }

  /** Moves what is seen by so many pixels. */
  pan(dx: number, dy: number): void {
    const renderer = this.board;
    const origin = renderer.viewportToFramedGraph({ x: 0, y: 0 });
    const moved = renderer.viewportToFramedGraph({ x: dx, y: dy });
    const state = renderer.getCamera().getState();
    this.#go({ ...state, x: state.x + moved.x - origin.x, y: state.y + moved.y - origin.y }, 'once');
  }

  /** Where nodes that are shown stand on the canvas, in pixels, y growing downwards. */
  positions(nodes: readonly string[]): { key: string; x: number; y: number }[] {
    const renderer = this.board;
    return nodes.flatMap((key) => {
      const place = framed(renderer, key);
      return place ? [{ key, ...renderer.framedGraphToViewport(place) }] : [];
    });
  }

  /** The node at a place of the canvas, in pixels, or the nearest that is at most `slack` away from it. */
  nodeAt(point: { x: number; y: number }, slack: number): string | null {
    return nodeAt(this.board, point, slack);
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
      this.board.setCustomBBox(null);
      this.board.refresh({ partialGraph: {} });
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
    this.board.setCustomBBox(null);
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
    const camera = this.board.getCamera();
    if (!state) return;
    if (how === 'once' || still.matches) camera.setState(state);
    else void camera.animate(state, { duration: 320, easing: 'quadraticInOut' });
  }
}
