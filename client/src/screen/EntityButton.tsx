import type { EntityRef } from '../../../src/server/schemas/edges.ts';
import { useExplorer } from '../explorer.ts';
import { hover } from '../state/scene.ts';
import { TYPE_WORDS } from '../state/words.ts';
import classes from './EntityButton.module.css';
import { Shape } from './Shape.tsx';

/** A node by name; pressing it chooses the node. */
export function EntityButton({ entity, large }: { entity: EntityRef; large?: boolean }) {
  const { view, scene, network } = useExplorer();
  const point = (on: boolean) => () =>
    scene.update((value) => hover(value, on && network.hasNode(entity.key) ? { node: entity.key } : null));
  return (
    <button
      type="button"
      className={classes.entity}
      data-large={large}
      title={TYPE_WORDS[entity.type].one}
      onClick={() => view.select([entity.key])}
      onMouseEnter={point(true)}
      onMouseLeave={point(false)}
    >
      <Shape type={entity.type} size={large ? 15 : 12} />
      <span>{entity.label}</span>
    </button>
  );
}
