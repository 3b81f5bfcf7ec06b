import { FAMILY, type Renderer } from './labels.ts';
import type { Projector } from './projector.ts';
import { Slide } from './slide.ts';

/** What takes longer to write, in milliseconds, waits until the picture has stood still for so long. */
const QUICK = 12;
const REST = 120;
/** Words that are seen so much larger or smaller than they were written are hidden until they are written anew. */
const LARGEST = 1.6;

/**
 * Keeps labels over the picture: they move with it, and are written anew when another is shown.
 *
 * @returns what writes them anew
 */
export function keepWords(
  renderer: Renderer,
  projector: Projector,
  write: (context: CanvasRenderingContext2D) => void,
): () => void {
  const canvas = renderer.createCanvas('words', { style: { pointerEvents: 'none' } });
  // Without a graphics card the outlines of letters are drawn far sooner in plain memory; and it is seldom.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return () => undefined;
  wipe(context, renderer);
  const slide = new Slide(canvas);
  // The first picture does not wait for its words, nor are they written before their letters are here.
  let took = Number.POSITIVE_INFINITY;
  void document.fonts.load(`500 12px ${FAMILY}`);
  /** Whether nodes stand elsewhere than when the words were written. */
  let stale = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const anew = () => {
    if (!projector.settled || projector.pictures === 0) return;
    const begin = performance.now();
    wipe(context, renderer);
    write(context);
    canvas.style.visibility = '';
    stale = false;
    slide.drawn(renderer.getCamera().getState(), renderer);
    took = performance.now() - begin;
  };
  const shown = () => {
    clearTimeout(rest);
    if (stale) canvas.style.visibility = 'hidden';
    if (took <= QUICK) anew();
    else rest = setTimeout(anew, REST);
  };
  const move = () => {
    slide.move(renderer);
    if (slide.scale > LARGEST || slide.scale < 1 / LARGEST) canvas.style.visibility = 'hidden';
  };
  const moved = () => {
    stale = true;
  };
  projector.watch(shown);
  renderer.on('afterRender', move);
  renderer.on('afterProcess', moved);
  renderer.scheduleRender();
  return anew;
}

/** Wipes it, and makes it as large as the others where it is not: that takes longer than writing some labels. */
function wipe(context: CanvasRenderingContext2D, renderer: Renderer): void {
  const { canvas } = context;
  const { width, height } = renderer.getDimensions();
  const [across, down] = [Math.floor(width * devicePixelRatio), Math.floor(height * devicePixelRatio)];
  if (canvas.width !== across || canvas.height !== down) {
    Object.assign(canvas, { width: across, height: down });
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  }
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
}
