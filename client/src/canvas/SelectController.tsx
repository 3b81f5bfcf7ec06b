import { useEffect, useRef } from 'react';
import { useExplorer } from '../explorer.ts';
import { useStore } from '../state/store.ts';
import { count } from '../state/words.ts';
import { type Area, inside, outline, rectangle } from './area.ts';
import classes from './SelectController.module.css';
import { useBoard } from './useBoard.ts';

/** Chooses nodes by drawing around them: a rectangle with Shift, a lasso with Alt and Shift, or what a button armed. */
export function SelectController() {
  const sigma = useBoard();
  const explorer = useExplorer();
  const now = useRef(explorer);
  now.current = explorer;
  const armed = useStore(explorer.scene, ({ drawing }) => drawing);
  const drawn = useRef<SVGPathElement>(null);

  useEffect(() => {
    const container = sigma.getContainer();
    let area: Area | null = null;
    let justDrawn = false;
    const at = ({ clientX, clientY }: MouseEvent): [number, number] => {
      const { left, top } = container.getBoundingClientRect();
      return [clientX - left, clientY - top];
    };
    const shape = (of: Area): Area => (of.kind === 'rectangle' ? rectangle(of) : of);
    const show = () => drawn.current?.setAttribute('d', area ? outline(shape(area)) : '');

    const down = (event: PointerEvent) => {
      justDrawn = false;
      const kind = armed ?? (event.shiftKey ? (event.altKey ? 'lasso' : 'rectangle') : null);
      if (kind === null || event.button !== 0 || !(event.target instanceof Node)) return;
      area = { kind, points: [at(event)] };
      container.setPointerCapture(event.pointerId);
      event.stopPropagation();
    };
    const move = (event: PointerEvent) => {
      if (!area) return;
      area.points.push(at(event));
      event.stopPropagation();
      show();
    };
    const up = (event: PointerEvent) => {
      if (!area) return;
      const done = shape(area);
      const moved = area.points.length > 2;
      area = null;
      show();
      event.stopPropagation();
      if (!moved) return;
      justDrawn = true;
      choose(done);
    };
    /** The mouse and touch events that go with the pointer's are for sigma, which would move the picture. */
    const keep = (event: Event) => {
      if (area || (justDrawn && event.type === 'click')) event.stopPropagation();
    };
    const choose = (done: Area) => {
      const { scene, stage, shown, view, say } = now.current;
      const found = stage
        .positions([...shown.nodes])
        .filter((node) => inside(done, node))
        .map(({ key }) => key);
      scene.update((value) => ({ ...value, drawing: null }));
      if (found.length > 0) view.select([...new Set([...view.nodes, ...found])]);
      say(found.length > 0 ? `${count(found.length, 'entity', 'entities')} chosen` : 'No entity stands in there');
    };

    const kept = ['mousedown', 'touchstart', 'touchmove', 'click'] as const;
    container.addEventListener('pointerdown', down, { capture: true });
    container.addEventListener('pointermove', move, { capture: true });
    container.addEventListener('pointerup', up, { capture: true });
    for (const kind of kept) container.addEventListener(kind, keep, { capture: true });
    container.style.cursor = armed === null ? '' : 'crosshair';
    return () => {
      container.removeEventListener('pointerdown', down, { capture: true });
      container.removeEventListener('pointermove', move, { capture: true });
      container.removeEventListener('pointerup', up, { capture: true });
      for (const kind of kept) container.removeEventListener(kind, keep, { capture: true });
    };
  }, [sigma, armed]);

  return (
    <svg className={classes.area} aria-hidden="true">
      <path ref={drawn} />
    </svg>
  );
}
