import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Insets } from '../canvas/camera.ts';

/** Nothing is drawn on the server, so that the first picture may know the screen. */
const AT_ONCE = { getInitialValueInEffect: false };
const PHONE = '(max-width: 720px)';
/** The bar over the graph, and the timeline under it, with the room about them. */
const BAR = 56;
const TIMELINE = 150;

/** What covers the canvas at this size of the screen; the lengths stand in App.module.css. */
export function useInsets(panel: boolean, timeline: boolean): Insets {
  const phone = usePhone();
  const narrow = useMediaQuery('(max-width: 1100px)', undefined, AT_ONCE);
  return useMemo(() => {
    if (phone) {
      const bottom = panel ? Math.round(innerHeight * 0.58) : timeline ? TIMELINE : 56;
      return { top: BAR, right: 0, bottom, left: 0 };
    }
    const right = narrow ? 348 : 400;
    return {
      top: BAR,
      right: panel ? right + 24 : 0,
      bottom: timeline ? TIMELINE : 0,
      left: (narrow ? 204 : 228) + 24,
    };
  }, [phone, narrow, panel, timeline]);
}

export const usePhone = (): boolean => useMediaQuery(PHONE, undefined, AT_ONCE) ?? false;
