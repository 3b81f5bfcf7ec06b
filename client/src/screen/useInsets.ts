import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Insets } from '../canvas/camera.ts';

/** What covers the canvas at this size of the screen; the lengths stand in App.module.css. */
export function useInsets(panel: boolean): Insets {
  const phone = useMediaQuery('(max-width: 720px)');
  const narrow = useMediaQuery('(max-width: 1100px)');
  return useMemo(() => {
    if (phone) return { top: 0, right: 0, bottom: panel ? Math.round(innerHeight * 0.58) : 56, left: 0 };
    const right = narrow ? 348 : 400;
    return { top: 0, right: panel ? right + 24 : 0, bottom: 0, left: (narrow ? 204 : 228) + 24 };
  }, [phone, narrow, panel]);
}
