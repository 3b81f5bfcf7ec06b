import { Button } from '@mantine/core';
import { useExplorer } from '../explorer.ts';
import { useStore } from '../state/store.ts';
import classes from './PathHint.module.css';

/** Says what to do while the other end of a path is looked for. */
export function PathHint() {
  const { scene } = useExplorer();
  const asked = useStore(scene, (value) => value.pathFrom !== null);
  if (!asked) return null;
  return (
    <p className={classes.hint} role="status">
      Path to whom? Click a node, or search for it.
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => scene.update((value) => ({ ...value, pathFrom: null }))}
      >
        Cancel
      </Button>
    </p>
  );
}
