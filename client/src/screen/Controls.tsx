import { ActionIcon } from '@mantine/core';
import { useEffect } from 'react';
import { useExplorer } from '../explorer.ts';
import { useStore } from '../state/store.ts';
import classes from './Controls.module.css';
import { icons } from './icons.tsx';
import { LookMenu } from './LookMenu.tsx';

/** A layout left alone stops by itself: it has settled long before, and a laptop has a fan. */
const LONGEST = 20_000;

/** Zoom, fit and layout, beside the canvas. */
export function Controls() {
  const { scene, stage } = useExplorer();
  const settling = useStore(scene, (value) => value.settling);
  const set = (on: boolean) => scene.update((value) => ({ ...value, settling: on }));

  useEffect(() => {
    if (!settling) return;
    void stage.startSettling();
    const end = setTimeout(() => scene.update((value) => ({ ...value, settling: false })), LONGEST);
    return () => {
      clearTimeout(end);
      stage.stopSettling();
    };
  }, [scene, stage, settling]);

  const look = { size: 36, variant: 'default', radius: 'md' } as const;
  return (
    <fieldset className={classes.controls} aria-label="View">
      <LookMenu />
      <ActionIcon.Group orientation="vertical">
        <Draw kind="rectangle" label="Choose with a rectangle" keys="Shift and drag" />
        <Draw kind="lasso" label="Choose with a lasso" keys="Alt, Shift and drag" />
      </ActionIcon.Group>
      <ActionIcon
        {...look}
        aria-label={settling ? 'Stop the layout' : 'Run the layout'}
        aria-pressed={settling}
        onClick={() => set(!settling)}
      >
        {settling ? icons.stop : icons.play}
      </ActionIcon>
      <ActionIcon.Group orientation="vertical">
        <ActionIcon {...look} aria-label="Zoom in" onClick={() => stage.zoom(1.4)}>
          {icons.add}
        </ActionIcon>
        <ActionIcon {...look} aria-label="Zoom out" onClick={() => stage.zoom(1 / 1.4)}>
          {icons.minus}
        </ActionIcon>
        <ActionIcon {...look} aria-label="Show the whole graph" onClick={() => stage.fit()}>
          {icons.fit}
        </ActionIcon>
      </ActionIcon.Group>
    </fieldset>
  );
}

/** Arms the next drag. */
function Draw({ kind, label, keys }: { kind: 'rectangle' | 'lasso'; label: string; keys: string }) {
  const { scene } = useExplorer();
  const armed = useStore(scene, ({ drawing }) => drawing === kind);
  return (
    <ActionIcon
      size={36}
      radius="md"
      variant={armed ? 'filled' : 'default'}
      aria-label={label}
      aria-pressed={armed}
      title={`${label} (${keys})`}
      onClick={() => scene.update((value) => ({ ...value, drawing: armed ? null : kind }))}
    >
      {icons[kind]}
    </ActionIcon>
  );
}
