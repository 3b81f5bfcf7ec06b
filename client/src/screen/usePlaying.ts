import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { nextStretch, type Stretch } from '../state/timeline.ts';

const BEAT = 700;
/** For those who want less motion, time to look at each picture. */
const SLOW_BEAT = 1800;

/** Plays a timeline of so many bars. `show` is told each stretch; `end` when it stands still again. */
export function usePlaying(length: number, show: (stretch: Stretch) => void, end: () => void) {
  const [begun, setBegun] = useState<Stretch | null>(null);
  const beat = useReducedMotion() ? SLOW_BEAT : BEAT;
  const now = useRef({ show, end });
  now.current = { show, end };

  useEffect(() => {
    if (begun === null) return;
    let stretch: Stretch | null = null;
    const go = () => {
      stretch = nextStretch(length, begun, stretch);
      if (stretch === null) setBegun(null);
      else now.current.show(stretch);
    };
    go();
    const timer = setInterval(go, beat);
    return () => {
      clearInterval(timer);
      now.current.end();
    };
  }, [begun, beat, length]);

  return { playing: begun !== null, play: setBegun, stop: () => setBegun(null) };
}
