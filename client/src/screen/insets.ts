import type { Insets } from '../canvas/camera.ts';

export const PHONE = '(max-width: 720px)';
export const NARROW = '(max-width: 1100px)';
/** The bar over the graph, and the timeline under it, with the room about them. */
const BAR = 56;
const TIMELINE = 150;

/** What covers the canvas at this size of the screen; the lengths stand in App.module.css. */
export function insetsOf(panel: boolean, timeline: boolean): Insets {
  if (matchMedia(PHONE).matches) {
    const bottom = panel ? Math.round(innerHeight * 0.58) : timeline ? TIMELINE : 56;
    return { top: BAR, right: 0, bottom, left: 0 };
  }
  const narrow = matchMedia(NARROW).matches;
  const right = narrow ? 348 : 400;
  return {
    top: BAR,
    right: panel ? right + 24 : 0,
    bottom: timeline ? TIMELINE : 0,
    left: (narrow ? 204 : 228) + 24,
  };
}
