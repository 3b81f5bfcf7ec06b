import { useRef, useState } from 'react';
import { useExplorer } from '../explorer.ts';
import type { MenuPlace } from './NodeMenu.tsx';

const LONG_PRESS = 500;
/** How far a finger may slip, and how far from a node it may touch, in pixels. */
const SLIP = 10;
const TOUCH = 14;

/** Opens the menu of a node: by right click, by the menu key, or by pressing long. */
export function useNodeMenu() {
  const { scene, stage, view } = useExplorer();
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const press = useRef<{ x: number; y: number; timer: ReturnType<typeof setTimeout> } | null>(null);

  const within = (event: { currentTarget: Element; clientX: number; clientY: number }) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const letGo = () => {
    if (press.current) clearTimeout(press.current.timer);
    press.current = null;
  };

  return {
    place,
    close: () => setPlace(null),
    handlers: {
      onContextMenu(event: React.MouseEvent) {
        // The menu key says that it was no pointer by a button that is none.
        const byKey = event.button !== 2 && event.detail === 0;
        const node = byKey ? (scene.get().focused ?? view.nodes[0]) : stage.nodeAt(within(event), TOUCH / 2);
        const [at] = node ? (byKey ? stage.positions([node]) : [within(event)]) : [];
        if (!node || !at) return;
        event.preventDefault();
        letGo();
        setPlace({ node, x: at.x, y: at.y });
      },
      onPointerDown(event: React.PointerEvent) {
        if (event.pointerType !== 'touch') return;
        const at = within(event);
        const node = stage.nodeAt(at, TOUCH);
        letGo();
        if (node) press.current = { ...at, timer: setTimeout(() => setPlace({ node, ...at }), LONG_PRESS) };
      },
      onPointerMove(event: React.PointerEvent) {
        const at = within(event);
        stage.pointer = at;
        if (press.current && Math.hypot(at.x - press.current.x, at.y - press.current.y) > SLIP) letGo();
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
    },
  };
}
