import type { CameraState, RenderParams } from 'sigma/types';
import type { Renderer } from './labels.ts';
import { Slide } from './slide.ts';

/** A program that leaves it to the projector when its items are drawn. */
export interface Drawer {
  /** Numbers that make an item. */
  readonly ATTRIBUTES_ITEMS_COUNT: number;
  /** Copies of all items, those to be drawn first in front. */
  items(): Float32Array[];
  draw(items: Float32Array, params: RenderParams): void;
}

/** A piece of a picture should take no longer than this, in milliseconds, so that the page can answer in between. */
const PIECE = 40;
/** Items of a piece: at least, and to begin with. */
const LEAST = 500;
const BEGIN = 4000;

/**
 * Draws the picture piece by piece out of sight, and shows it when it is whole. Until then the one before is moved to
 * where the camera looks: without a graphics card a large graph takes a second to draw, and next to nothing to move.
 * Pieces grow as long as they are drawn quickly; with a graphics card the whole picture is one.
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
  /** Whether graph or camera have changed since the picture was begun. */
  #asked = false;
  #work: { camera: CameraState; pieces: Iterator<void> } | null = null;
  /** Passed when all that was asked of the graphics card is drawn. */
  #fence: { sync: WebGLSync; since: number; camera: CameraState } | null = null;
  #most = BEGIN;
  #pictures = 0;
  #frame = 0;

  /** @throws Error where the browser has no WebGL 2 */
  constructor(renderer: Renderer) {
    // sigma wipes its own layers each time the camera moves.
    const canvas = renderer.createCanvas('picture', { beforeLayer: 'labels' });
    const gl = renderer.createWebGLContext('picture', { canvas });
    if (!(gl instanceof WebGL2RenderingContext)) throw new Error('this browser has no WebGL 2');
    this.renderer = renderer;
    this.gl = gl;
    this.sheet = gl.createFramebuffer();
    this.#paper = gl.createRenderbuffer();
    this.#picture = new Slide(canvas);
    renderer.resize(true);
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

  /** @param watcher is called whenever another picture is shown */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Whether what is on the screen was drawn for graph and camera as they are. */
  get settled(): boolean {
    return !this.#asked && this.#work === null;
  }

  /** How many pictures were shown. */
  get pictures(): number {
    return this.#pictures;
  }

  readonly #ask = (): void => {
    this.#asked = true;
    if (this.#frame === 0) this.#go();
    this.#picture.move(this.renderer);
  };

  readonly #go = (): void => {
    this.#frame = 0;
    if (this.#caughtUp()) {
      if (this.#asked && this.#work === null) this.#begin();
      if (this.#work) this.#continue(this.#work);
    }
    if (this.#fence || this.#work) this.#frame = requestAnimationFrame(this.#go);
  };

  #begin(): void {
    this.#asked = false;
    this.#work = {
      camera: this.renderer.getCamera().getState(),
      pieces: this.#pieces(this.renderer.getRenderParams()),
    };
  }

  #continue({ camera, pieces }: { camera: CameraState; pieces: Iterator<void> }): void {
    const { done } = pieces.next();
    if (done) {
      this.#show();
      this.#pictures++;
      this.#work = null;
      this.#picture.drawn(camera, this.renderer);
      for (const watcher of this.#watchers) watcher();
    }
    const sync = this.gl.fenceSync(this.gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    this.gl.flush();
    if (sync) this.#fence = { sync, since: performance.now(), camera: this.renderer.getCamera().getState() };
  }

  *#pieces(params: RenderParams): Generator<void> {
    this.#unroll();
    const all = [...this.#drawers].map((drawer) => ({ drawer, parts: drawer.items() }));
    let room = this.#most;
    for (const { drawer, parts } of all)
      for (const items of parts)
        for (let from = 0; from < items.length; ) {
          if (room <= 0) {
            yield;
            room = this.#most;
          }
          const piece = items.subarray(from, from + room * drawer.ATTRIBUTES_ITEMS_COUNT);
          drawer.draw(piece, params);
          room -= piece.length / drawer.ATTRIBUTES_ITEMS_COUNT;
          from += piece.length;
        }
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

  /** Whether there is time for another piece: while the picture moves, frames themselves wait for the graphics card. */
  #caughtUp(): boolean {
    if (!this.#fence) return true;
    const { sync, since, camera } = this.#fence;
    const still = this.renderer.getCamera().hasState(camera);
    if (still && this.gl.getSyncParameter(sync, this.gl.SYNC_STATUS) !== this.gl.SIGNALED) return false;
    this.gl.deleteSync(sync);
    this.#fence = null;
    if (still) this.#adapt(performance.now() - since);
    return true;
  }

  /** Makes the next piece larger or smaller than one that took so many milliseconds. */
  #adapt(took: number): void {
    this.#most = Math.max(LEAST, Math.round(this.#most * Math.min(2, Math.max(0.5, PIECE / took))));
  }
}
