import { ENTITY_TYPES, type EntityType, MODALITIES, type Modality } from '../../../src/ontology.ts';

/** Where a pinned node stands, in the units of the layout. */
export interface Pin {
  node: string;
  x: number;
  y: number;
  /** Where it stood before; no part of an address. */
  from?: { x: number; y: number };
}

/** A graph opens on so many nodes, those with most relations: more is a hairball. */
export const OPENING = 500;

export const COLOURINGS = ['type', 'community', 'date'] as const;
export const SIZINGS = ['degree', 'pagerank', 'mentions'] as const;
export const LAYOUTS = ['force', 'circle', 'community', 'time'] as const;

/** All of a view: what a link carries, what Back and undo go back to. */
export interface ViewState {
  /** What is chosen, as levels that Esc closes one by one: nodes, paths between nodes, an edge, an article. */
  nodes: readonly string[];
  between: readonly string[];
  edge: string | null;
  article: string | null;
  /** Where in the article the sentence begins. */
  at: number | null;

  /** Switched off. Nothing is off to begin with, so that an empty address shows everything. */
  types: readonly EntityType[];
  relations: readonly string[];
  modalities: readonly Modality[];
  /** The least confidence, in hundredths, and the least number of articles. */
  confidence: number;
  weight: number;
  /** Only what one of these published, and what stands in one of these articles; empty for all. */
  sources: readonly string[];
  articles: readonly string[];
  /** First and last day, ISO 8601; and whether edges without a date are shown. */
  since: string | null;
  until: string | null;
  undated: boolean;

  /** Nodes at most that the graph opens with: those with most relations. */
  limit: number;
  hidden: readonly string[];
  pinned: readonly Pin[];
  /** What was asked for beside the graph that it opened with; see expansion.ts. */
  expanded: readonly string[];
  /** Only what is at most so many steps away from one of these; empty for all. */
  around: readonly string[];
  depth: number;

  color: (typeof COLOURINGS)[number];
  size: (typeof SIZINGS)[number];
  layout: (typeof LAYOUTS)[number];
  /** The graph as it is drawn, or as lists. */
  show: 'graph' | 'table';
}

export const NOTHING_CHOSEN = {
  nodes: [],
  between: [],
  edge: null,
  article: null,
  at: null,
} satisfies Partial<ViewState>;

export const NO_FILTERS = {
  types: [],
  relations: [],
  modalities: [],
  confidence: 0,
  weight: 1,
  sources: [],
  articles: [],
  since: null,
  until: null,
  undated: true,
} satisfies Partial<ViewState>;

export const EMPTY_VIEW: ViewState = {
  ...NOTHING_CHOSEN,
  ...NO_FILTERS,
  limit: OPENING,
  hidden: [],
  pinned: [],
  expanded: [],
  around: [],
  depth: 1,
  color: 'type',
  size: 'degree',
  layout: 'force',
  show: 'graph',
};

/** How a value stands in an address; `read` gives undefined for what is none. */
interface Codec<T> {
  read(raw: string): T | undefined;
  write(value: T): string;
}

/** Colons and slashes need no masking in a query, and keys and spans are easier to read with them. */
const masked = (text: string): string => encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/');

function unmasked(raw: string): string {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    return raw;
  }
}

const text: Codec<string | null> = { read: unmasked, write: (value) => (value === null ? '' : masked(value)) };

const list: Codec<readonly string[]> = {
  read: (raw) => raw.split(',').filter(Boolean).map(unmasked),
  write: (values) => values.map(masked).join(','),
};

const listOf = <T extends string>(all: readonly T[]): Codec<readonly T[]> => ({
  read: (raw) => all.filter((each) => list.read(raw)?.includes(each)),
  write: list.write,
});

const oneOf = <T extends string>(all: readonly T[]): Codec<T> => ({
  read: (raw) => all.find((each) => each === raw),
  write: (value) => value,
});

const number = (least: number, most: number): Codec<number> => ({
  read: (raw) => (/^\d{1,9}$/.test(raw) ? Math.min(most, Math.max(least, Number(raw))) : undefined),
  write: String,
});

const offset: Codec<number | null> = {
  read: (raw) => (/^\d{1,9}$/.test(raw) ? Number(raw) : undefined),
  write: (value) => (value === null ? '' : String(value)),
};

const flag: Codec<boolean> = { read: (raw) => raw !== 'no', write: (value) => (value ? 'yes' : 'no') };

const pins: Codec<readonly Pin[]> = {
  read: (raw) =>
    raw.split(',').flatMap((part) => {
      const [, node, x, y] = /^(.+)@(-?[\d.]+)_(-?[\d.]+)$/.exec(unmasked(part)) ?? [];
      return node === undefined ? [] : [{ node, x: Number(x), y: Number(y) }];
    }),
  write: (value) => value.map(({ node, x, y }) => `${masked(node)}@${round(x)}_${round(y)}`).join(','),
};

const round = (value: number): number => Math.round(value);

interface Field {
  name: string;
  read(raw: string, into: ViewState): ViewState;
  /** Empty for what an empty view has. */
  write(view: ViewState): string;
}

const field = <K extends keyof ViewState>(name: string, key: K, codec: Codec<ViewState[K]>): Field => ({
  name,
  read(raw, into) {
    const value = codec.read(raw);
    return value === undefined ? into : { ...into, [key]: value };
  },
  write(view) {
    const value = codec.write(view[key]);
    return value === codec.write(EMPTY_VIEW[key]) ? '' : value;
  },
});

const FIELDS: readonly Field[] = [
  field('node', 'nodes', list),
  field('between', 'between', list),
  field('edge', 'edge', text),
  field('article', 'article', text),
  field('at', 'at', offset),
  field('without', 'types', listOf(ENTITY_TYPES)),
  field('without-relation', 'relations', list),
  field('without-kind', 'modalities', listOf(MODALITIES)),
  field('sure', 'confidence', number(0, 100)),
  field('weight', 'weight', number(1, 1_000_000)),
  field('source', 'sources', list),
  field('in', 'articles', list),
  field('since', 'since', text),
  field('until', 'until', text),
  field('undated', 'undated', flag),
  field('limit', 'limit', number(1, 20_000)),
  field('hide', 'hidden', list),
  field('pin', 'pinned', pins),
  field('with', 'expanded', list),
  field('around', 'around', list),
  field('depth', 'depth', number(0, 3)),
  field('color', 'color', oneOf(COLOURINGS)),
  field('size', 'size', oneOf(SIZINGS)),
  field('layout', 'layout', oneOf(LAYOUTS)),
  field('show', 'show', oneOf(['graph', 'table'])),
];

/**
 * The query of an address that leads to the view, with its question mark; empty for the empty view.
 *
 * @param most characters; where the whole is longer, its longest parts are left out
 */
export function addressOf(view: ViewState, most = Number.POSITIVE_INFINITY): string {
  const parts = FIELDS.map((each) => ({ name: each.name, value: each.write(view) })).filter(
    ({ value }) => value !== '',
  );
  const length = () => parts.reduce((sum, { name, value }) => sum + name.length + value.length + 2, 0);
  while (length() > most) {
    const longest = parts.reduce((a, b) => (b.value.length > a.value.length ? b : a));
    parts.splice(parts.indexOf(longest), 1);
  }
  return parts.length === 0 ? '' : `?${parts.map(({ name, value }) => `${name}=${value}`).join('&')}`;
}

/** The view that an address leads to; what it does not know of is left out. */
export function viewOf(query: string): ViewState {
  const given = new Map<string, string>();
  for (const part of query.replace(/^\?/, '').split('&')) {
    const [name = '', ...value] = part.split('=');
    given.set(name, value.join('='));
  }
  return FIELDS.reduce((view, each) => {
    const raw = given.get(each.name);
    return raw ? each.read(raw, view) : view;
  }, EMPTY_VIEW);
}
