/** What is true of the canvas alone and belongs to no link that is sent to a colleague. */
export interface Scene {
  /** Grows by one whenever nodes or edges came in. */
  version: number;
  /** Nodes and edges that came in and have not been looked at. */
  fresh: ReadonlySet<string>;
  /** The node or line under the pointer. */
  hovered: { node: string } | { line: string } | null;
  /** The node that the keyboard is on. */
  focused: string | null;
  settling: boolean;
  /** What the next drag draws around nodes to choose them; null where it moves the picture. */
  drawing: 'rectangle' | 'lasso' | null;
  /** The node from which a path is asked for, until the other end is chosen. */
  pathFrom: string | null;
  /** The nodes that a search asked for, until the camera has gone to them. */
  sought: readonly string[];
  /** Edges of the paths that are told. */
  route: readonly string[];
}

export const emptyScene: Scene = {
  version: 0,
  fresh: new Set(),
  hovered: null,
  focused: null,
  settling: false,
  drawing: null,
  pathFrom: null,
  sought: [],
  route: [],
};

const having = (set: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> => new Set([...set, ...keys]);
const lacking = (set: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> => {
  if (!keys.some((key) => set.has(key))) return set;
  const gone = new Set(keys);
  return new Set([...set].filter((key) => !gone.has(key)));
};

export const cameIn = (scene: Scene, nodes: readonly string[]): Scene => ({
  ...scene,
  version: scene.version + 1,
  fresh: having(scene.fresh, nodes),
});

export const seen = (scene: Scene, nodes: readonly string[]): Scene => {
  const fresh = lacking(scene.fresh, nodes);
  return fresh === scene.fresh ? scene : { ...scene, fresh };
};

export const hover = (scene: Scene, hovered: Scene['hovered']): Scene => ({ ...scene, hovered });
export const focus = (scene: Scene, focused: string | null): Scene => ({ ...scene, focused });
