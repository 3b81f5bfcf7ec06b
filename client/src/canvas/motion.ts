import type { Frame } from './frame.ts';
import type { Renderer } from './labels.ts';

/** A picture that takes longer than this feels slow, one that takes less leaves room for more; in milliseconds. */
const SLOW = 45;
const QUICK = 22;
/** Nodes and lines of a moving picture: at least, and to begin with. */
const LEAST = 600;
const BEGIN = 2400;
/** Lines that are always drawn: enough to see how the picture moves. */
const FEWEST = 150;
/** The picture stands still when nothing has moved it for so long, in milliseconds. */
const REST = 90;

/**
 * Leaves out of a moving picture what is costly: lines above a budget, labels, and what tells where the pointer is. The
 * budget follows how quickly pictures come, so that a machine with a graphics card sees all.
 */
export class Motion {
  readonly #frame: Frame;
  readonly #renderer: Renderer;
  #budget = BEGIN;
  #last = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** Whether a layout moves the nodes. */
  #settling = false;

  constructor(renderer: Renderer, frame: Frame) {
    this.#renderer = renderer;
    this.#frame = frame;
    renderer.on('beforeRender', this.#begin);
  }

  /** Whether labels are left out of the picture that is drawn. */
  get coarse(): boolean {
    return this.#frame.lines < this.#renderer.getGraph().size;
  }

  settle(on: boolean): void {
    this.#settling = on;
  }

  stop(): void {
    clearTimeout(this.#rest);
    this.#renderer.off('beforeRender', this.#begin);
  }

  readonly #begin = (): void => {
    const moving = this.#settling || moves(this.#renderer);
    const now = performance.now();
    const passed = now - this.#last;
    // Between two pictures of one movement; a pause is none.
    if (moving && this.#frame.moving && passed < 1000) this.#adapt(passed);
    this.#last = now;
    this.#frame.moving = moving;
    this.#frame.lines = moving
      ? Math.max(FEWEST, this.#budget - this.#renderer.getGraph().order)
      : Number.POSITIVE_INFINITY;
    this.#ask(!moving);
    const { labels } = this.#renderer.getCanvases();
    if (labels) labels.style.visibility = this.coarse ? 'hidden' : '';
    clearTimeout(this.#rest);
    if (moving) this.#rest = setTimeout(this.#end, REST);
  };

  /** Without this sigma asks at each step of a drag what the pointer is on, and waits until all is drawn. */
  #ask(on: boolean): void {
    const layer = this.#renderer.getCanvases().mouse;
    if (layer) layer.style.pointerEvents = on || !this.#renderer.getMouseCaptor().isMouseDown ? '' : 'none';
  }

  #adapt(passed: number): void {
    const { order, size } = this.#renderer.getGraph();
    if (passed > SLOW) this.#budget = Math.max(LEAST, this.#budget / 2);
    else if (passed < QUICK) this.#budget = Math.min(Math.max(BEGIN, order + size), this.#budget * 1.25);
  }

  /** All of it, once more, when the last picture of the movement was drawn. */
  readonly #end = (): void => {
    if (!this.#settling && !moves(this.#renderer)) this.#renderer.scheduleRender();
    else this.#rest = setTimeout(this.#end, REST);
  };
}

/** As sigma itself has it, fingers included. */
function moves(renderer: Renderer): boolean {
  const mouse = renderer.getMouseCaptor();
  return (
    renderer.getCamera().isAnimated() ||
    mouse.isMoving ||
    mouse.draggedEvents > 0 ||
    mouse.currentWheelDirection !== 0 ||
    renderer.getTouchCaptor().isMoving
  );
}
