/** What was asked for beside the graph that opened: the neighbours of a node, or what lies between several. */
export type Expansion = { around: string; type?: string; depth?: number } | { between: readonly string[] };

/** As a word that an address can hold: `person:mara-ilves`, `…*met`, `…^2`, `person:mara-ilves~person:tomas-reyl`. */
export function wordOf(expansion: Expansion): string {
  if ('between' in expansion) return expansion.between.join('~');
  const { around, type, depth = 1 } = expansion;
  return `${around}${type === undefined ? '' : `*${type}`}${depth === 1 ? '' : `^${depth}`}`;
}

export function expansionOf(word: string): Expansion {
  const between = word.split('~');
  if (between.length > 1) return { between };
  const [, around = word, type, depth] = /^([^*^]+)(?:\*([^*^]+))?(?:\^([123]))?$/.exec(word) ?? [];
  return { around, ...(type !== undefined && { type }), ...(depth !== undefined && { depth: Number(depth) }) };
}

/** Words of the scope, and of no address, for what the chosen sources and articles say, and for what all filters leave. */
export const SAID_IN = 'said in';
export const FITTING = 'fitting';

/** Why nodes are in the picture: because the graph opened with them, or by what was asked for beside it. */
export class Scope {
  readonly #opened = new Set<string>();
  readonly #brought = new Map<string, ReadonlySet<string>>();

  open(nodes: readonly string[]): void {
    for (const node of nodes) this.#opened.add(node);
  }

  /** How many nodes the graph opened with. */
  get opened(): number {
    return this.#opened.size;
  }

  bring(word: string, nodes: readonly string[]): void {
    this.#brought.set(word, new Set(nodes));
  }

  /** Whether what the word asks for is here. */
  has(word: string): boolean {
    return this.#brought.has(word);
  }

  /** Tells of any node whether it is in the picture while these words are in force. */
  under(words: readonly string[]): (node: string) => boolean {
    const brought = words.flatMap((word) => this.#brought.get(word) ?? []);
    return (node) => this.#opened.has(node) || brought.some((nodes) => nodes.has(node));
  }
}
