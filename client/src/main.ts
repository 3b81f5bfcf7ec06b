import './api/zod.ts';
import './style/fonts.css';
import './style/tokens.css';
import { openOn } from './opening.ts';
import { wearScheme } from './style/scheme.ts';

/** The page around the graph waits for its picture so long at most, in milliseconds. */
const PATIENCE = 500;

wearScheme();
const place = document.getElementById('opening');
if (place) {
  const opening = openOn(place);
  await Promise.race([
    Promise.all([opening.answer, opening.stage.pictured]).catch(() => undefined),
    new Promise((late) => setTimeout(late, PATIENCE)),
  ]);
  const { showAround } = await import('./shell.tsx');
  showAround(opening);
}
