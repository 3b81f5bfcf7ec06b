import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Insets } from '../canvas/camera.ts';
import { insetsOf, NARROW, PHONE } from './insets.ts';

/** Nothing is drawn on the server, so that the first picture may know the screen. */
const AT_ONCE = { getInitialValueInEffect: false };

/** What covers the canvas, whatever becomes of the screen. */
export function useInsets(panel: boolean, timeline: boolean): Insets {
  const phone = usePhone();
  const narrow = useMediaQuery(NARROW, undefined, AT_ONCE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the insets ask the screen themselves
  return useMemo(() => insetsOf(panel, timeline), [phone, narrow, panel, timeline]);
}

export const usePhone = (): boolean => useMediaQuery(PHONE, undefined, AT_ONCE) ?? false;
