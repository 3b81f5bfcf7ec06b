import type { CameraState, RenderParams } from 'sigma/types';
import { matrixFromCamera } from 'sigma/utils';
import { FIRST, slice } from '../state/slices.ts';
import type { Renderer } from './labels.ts';
import { Slide } from './slide.ts';

/** How a picture is taken, however long it takes. */
export interface Shot {
  params: RenderParams;
  /** From the units of the layout to those of WebGL; the matrix of `params` is from sigma's framed units. */
  fromLayout: Float32Array;
}

/** A program that leaves it to the projector when its items are drawn. */
export interface Drawer {
  /** Numbers that make an item. */
  readonly ATTRIBUTES_ITEMS_COUNT: number;
  /** Copies of all items of which something may be seen, those to be drawn first in front. */
  items(shot: Shot): Float32Array[];
  draw(items: Float32Array, shot: Shot): void;
}

/** A picture in the making: how many items each step drew and, when it is whole, what camera it is for. */
type Making = Generator<number, { camera: CameraState; empty: boolean }>;

/** So long may a piece of a picture take, in milliseconds; a shorter time while the picture moves, for frames wait. */
const PIECE = { atRest: 80, moving: 30 };
/** The picture counts as moving for so long after a step of the camera, in milliseconds. */
const STEP = 150;
/** Where the one before leaves more of the view empty, a moving picture is sketched. */
const UNCOVERED = 0.3;
/** Pieces that the nodes of a sketch may take, and its lines. */
const SKETCH = 1.5;
/** Items of a piece: at least, and to begin with. */
const LEAST = 500;
const BEGIN = 4000;

/**
 * Draws the picture piece by piece out of sight, and shows it when it is whole. Until then the one before is moved to
 * where the camera looks: without a graphics card a large graph takes a second to draw, and next to nothing to move.
 * Pieces grow as long as they are drawn quickly; with a graphics card the whole picture is one. Where it is moved so far
 * that the view grows empty, the items that came first, which matter most, are drawn without the rest.
 */
export class Projector {
  readonly renderer: Renderer;
  /** What is drawn on out of sight. */
  readonly sheet: WebGLFramebuffer;
  readonly gl: WebGL2RenderingContext;
  readonly #paper: WebGLRenderbuffer;
  readonly #picture: Slide;
  readonly #drawers = new Set<Drawer>();
  readonly #watchers = new Set<() => void>();
  readonly #holds = new Set<symbol>();
  #preparation: () => Iterator<void> = () => [].values();
  /** Whether graph or camera have changed since the picture was begun. */
  #asked = false;
  #work: Making | null = null;
  #phase: 'preparing' | 'drawing' | 'sketching' = 'preparing';
  /** Passed when all that was asked of the graphics card is drawn. */
  #fence: { sync: WebGLSync; since: number; camera: CameraState } | null = null;
  #camera: CameraState | null = null;
  #movedAt = Number.NEGATIVE_INFINITY;
  /** Items of a piece at rest. */
  #most = BEGIN;
  #pictures = 0;
  #frame = 0;

  /** @throws Error where the browser has no WebGL 2 */
  constructor(renderer: Renderer) {
    const canvas = renderer.getCanvases().edges;
    const gl = canvas?.getContext('webgl2');
    if (!canvas || !gl) throw new Error('this browser has no WebGL 2');
    this.renderer = renderer;
    this.gl = gl;
    this.sheet = gl.createFramebuffer();
    this.#paper = gl.createRenderbuffer();
    this.#picture = new Slide(canvas);
    renderer.on('afterRender', this.#ask);
    renderer.on('kill', () => cancelAnimationFrame(this.#frame));
  }

  /** Programs are drawn in the order in which they come. */
  add(drawer: Drawer): void {
    this.#drawers.add(drawer);
  }

  leave(drawer: Drawer): void {
    this.#drawers.delete(drawer);
  }

  /** @param preparation is done before each picture, in small steps */
  prepare(preparation: () => Iterator<void>): void {
    this.#preparation = preparation;
  }

  /** Begins no picture until all who asked for that have let go. @returns what lets go */
  hold(): () => void {
    const hold = Symbol();
    this.#holds.add(hold);
    return () => {
      if (this.#holds.delete(hold)) this.renderer.scheduleRender();
    };
  }

  /** Without a graphics card, what draws is made when it is first used, which takes longer than a picture. */
  warmUp(): void {
    this.#unroll();
    const shot = this.#shot(this.renderer.getCamera().getState());
    for (const drawer of this.#drawers) drawer.draw(new Float32Array(drawer.ATTRIBUTES_ITEMS_COUNT), shot);
    this.gl.flush();
  }

  /** @param watcher is called whenever another picture is shown */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Whether what is on the screen was drawn for graph and camera as they are. */
  get settled(): boolean {
    return !this.#asked && this.#work === null && this.#holds.size === 0;
  }

  /** How many pictures were shown; those without a node do not count. */
  get pictures(): number {
    return this.#pictures;
  }

  readonly #ask = (): void => {
    this.#asked = true;
    const camera = this.renderer.getCamera();
    if (this.#camera && !camera.hasState(this.#camera)) this.#movedAt = performance.now();
    this.#camera = camera.getState();
    if (this.#frame === 0) this.#go();
    this.#picture.move(this.renderer);
  };

  readonly #go = (): void => {
    this.#frame = 0;
    if (this.#caughtUp()) {
      this.#begin();
      if (this.#work) this.#continue(this.#work);
    }
    if (this.#fence || this.#work) this.#frame = requestAnimationFrame(this.#go);
  };

  #begin(): void {
    if (this.#holds.size > 0) return;
    const sketch = this.#moving && this.#picture.uncovered > UNCOVERED;
    // What has changed is taken in once, and would be lost.
    const instead = sketch && this.#phase === 'drawing';
    if (this.#work === null ? !this.#asked : !instead) return;
    // The whole picture comes after a sketch.
    this.#asked = sketch;
    this.#work = this.#pieces(sketch);
  }

  #continue(work: Making): void {
    const step = work.next();
    if (step.done) {
      this.#work = null;
      if (step.value.empty && this.#pictures === 0) return;
      this.#show();
      if (!step.value.empty) this.#pictures++;
      this.#picture.drawn(step.value.camera, this.renderer);
      for (const watcher of this.#watchers) watcher();
    }
    if (step.done || step.value > 0) this.#raiseFence();
  }

  /** First takes in what has changed, then draws. */
  *#pieces(sketch: boolean): Making {
    this.#phase = 'preparing';
    const preparation = this.#preparation();
    while (!slice(preparation, this.#pictures === 0 ? FIRST : undefined)) yield 0;
    this.#phase = sketch ? 'sketching' : 'drawing';
    const camera = this.renderer.getCamera().getState();
    const shot = this.#shot(camera);
    this.#unroll();
    const most = sketch ? Math.ceil(SKETCH * this.#most) : Number.POSITIVE_INFINITY;
    const all = [...this.#drawers].flatMap((drawer) =>
      drawer.items(shot).map((items) => ({ drawer, items: items.subarray(0, most * drawer.ATTRIBUTES_ITEMS_COUNT) })),
    );
    let room = this.#room;
    let drawn = 0;
    for (const { drawer, items } of all)
      for (let from = 0; from < items.length; ) {
        if (room <= 0) {
          yield drawn;
          room = this.#room;
          drawn = 0;
        }
        const piece = items.subarray(from, from + room * drawer.ATTRIBUTES_ITEMS_COUNT);
        drawer.draw(piece, shot);
        const count = piece.length / drawer.ATTRIBUTES_ITEMS_COUNT;
        room -= count;
        drawn += count;
        from += piece.length;
      }
    return { camera, empty: all.every(({ items }) => items.length === 0) };
  }

  #shot(camera: CameraState): Shot {
    const { renderer } = this;
    const { width, height } = renderer.getDimensions();
    const matrix = matrixFromCamera(
      camera,
      { width, height },
      renderer.getGraphDimensions(),
      renderer.getStagePadding(),
    );
    const at = (x: number, y: number) => {
      const place = renderer.graphToViewport({ x, y }, { matrix });
      return [(2 * place.x) / width - 1, 1 - (2 * place.y) / height] as const;
    };
    const [[x, y], [ax, ay], [bx, by]] = [at(0, 0), at(1, 0), at(0, 1)];
    const fromLayout = new Float32Array([ax - x, ay - y, 0, bx - x, by - y, 0, x, y, 1]);
    return { params: { ...renderer.getRenderParams(), matrix }, fromLayout };
  }

  /** Takes a clean sheet, as large as the canvas. */
  #unroll(): void {
    const { gl } = this;
    const { width, height } = gl.canvas;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.sheet);
    gl.bindRenderbuffer(gl.RENDERBUFFER, this.#paper);
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.RGBA8, width, height);
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.RENDERBUFFER, this.#paper);
    gl.clear(gl.COLOR_BUFFER_BIT);
  }

  #show(): void {
    const { gl } = this;
    const { width, height } = gl.canvas;
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, this.sheet);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
    gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
  }

  #raiseFence(): void {
    const sync = this.gl.fenceSync(this.gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    this.gl.flush();
    if (sync) this.#fence = { sync, since: performance.now(), camera: this.renderer.getCamera().getState() };
  }

  /** Whether there is time for another piece: while the picture moves, frames themselves wait for the graphics card. */
  #caughtUp(): boolean {
    if (!this.#fence) return true;
    const { sync, since, camera } = this.#fence;
    const still = this.renderer.getCamera().hasState(camera);
    if (still && this.gl.getSyncParameter(sync, this.gl.SYNC_STATUS) !== this.gl.SIGNALED) return false;
    this.gl.deleteSync(sync);
    this.#fence = null;
    if (still && !this.#moving) this.#adapt(performance.now() - since);
    return true;
  }

  get #moving(): boolean {
    return this.#pictures > 0 && performance.now() - this.#movedAt < STEP;
  }

  /** Items of the next piece. */
  get #room(): number {
    return this.#moving ? Math.ceil((this.#most * PIECE.moving) / PIECE.atRest) : this.#most;
  }

  /** Makes the next piece larger or smaller than one that took so many milliseconds. */
  #adapt(took: number): void {
    this.#most = Math.max(LEAST, Math.round(this.#most * Math.min(2, Math.max(0.5, PIECE.atRest / took))));
  }
}
