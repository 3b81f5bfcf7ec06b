import './api/zod.ts';
import './style/fonts.css';
import './style/tokens.css';
import { openOn } from './opening.ts';
import { wearScheme } from './style/scheme.ts';

/** The page around the graph waits for its picture so long at most, in milliseconds: the store may be slow. */
const PATIENCE = 1500;

wearScheme();
const place = document.getElementById('opening');
if (place) {
  const opening = openOn(place);
  const pictured = opening.answer.then(
    ({ nodes }) => (nodes.length > 0 ? opening.stage.pictured : undefined),
    () => undefined,
  );
  await Promise.race([pictured, new Promise((late) => setTimeout(late, PATIENCE))]);
  // Without a graphics card the picture is still on its way to the screen, and what is begun now would overtake it.
  await new Promise(requestAnimationFrame);
  const { showAround } = await import('./shell.tsx');
  showAround(opening);
}
