import type { CameraState } from 'sigma/types';
import type { Renderer } from './labels.ts';

/** A layer that keeps what was drawn on it, and is moved and scaled to where the camera looks now. */
export class Slide {
  readonly canvas: HTMLCanvasElement;
  #camera: CameraState | null = null;
  #scale = 1;
  #uncovered = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  /** @param camera that what is on the layer was drawn for */
  drawn(camera: CameraState, renderer: Renderer): void {
    this.#camera = camera;
    this.move(renderer);
  }

  /** How much larger it is seen now than it was drawn. */
  get scale(): number {
    return this.#scale;
  }

  /** The share of the view that it was moved out of. */
  get uncovered(): number {
    return this.#uncovered;
  }

  move(renderer: Renderer): void {
    if (!this.#camera) return;
    const now = renderer.getCamera().getState();
    const { width, height } = renderer.getDimensions();
    const middle = renderer.framedGraphToViewport(this.#camera, { cameraState: now });
    const scale = this.#camera.ratio / now.ratio;
    this.#scale = scale;
    const [x, y] = [middle.x - width / 2, middle.y - height / 2];
    this.#uncovered = 1 - overlap(x, scale, width) * overlap(y, scale, height);
    const still = Math.abs(x) + Math.abs(y) < 0.01 && scale === 1;
    this.canvas.style.transform = still ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
  }
}

/**
 * The share of a stretch that still lies under its like, moved and scaled about its middle.
 *
 * @param moved in the unit of `length`
 */
export function overlap(moved: number, scale: number, length: number): number {
  const [middle, half] = [length / 2 + moved, (scale * length) / 2];
  return Math.max(0, Math.min(length, middle + half) - Math.max(0, middle - half)) / length;
}
