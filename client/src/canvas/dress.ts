import type { EntityType } from '../../../src/ontology.ts';
import type { Network } from '../state/network.ts';
import type { ViewState } from '../state/viewState.ts';
import { mix, type Palette } from './palette.ts';

/** Colours and sizes of nodes. */
export interface Dress {
  /** By type and relations, as the legend has it. */
  plain: boolean;
  colorOf(node: string, type: EntityType): string;
  /** @param size by its relations */
  sizeOf(node: string, size: number): number;
}

export const plainDress = (palette: Palette): Dress => ({
  plain: true,
  colorOf: (_, type) => palette.types[type],
  sizeOf: (_, size) => size,
});

export async function dressOf(
  network: Network,
  { color, size }: Pick<ViewState, 'color' | 'size'>,
  palette: Palette,
): Promise<Dress> {
  const { colorOf, sizeOf } = plainDress(palette);
  const { communitiesOf, ranksOf } = await import('./measured.ts');
  return {
    plain: false,
    colorOf:
      color === 'community'
        ? byCommunity(communitiesOf(network), palette)
        : color === 'date'
          ? byDate(network, palette)
          : colorOf,
    sizeOf:
      size === 'pagerank'
        ? byRank(ranksOf(network))
        : size === 'mentions'
          ? (node, usual) => (network.hasNode(node) ? radius(network.getNodeAttribute(node, 'mentionCount')) : usual)
          : sizeOf,
  };
}

/** Radius of the largest node. */
export const LARGEST = 20;

/** As the server has it by relations: area grows with the number. */
const radius = (n: number): number => Math.min(LARGEST, 4 + 2.2 * Math.sqrt(n));

const byRank =
  (ranks: ReadonlyMap<string, number>): Dress['sizeOf'] =>
  (node) =>
    4 + (LARGEST - 4) * Math.sqrt(ranks.get(node) ?? 0);

/** Ten that can be told apart, on light ground. */
const HUES = [
  '#1d4f91',
  '#bd5206',
  '#117a62',
  '#8a52b3',
  '#a3123d',
  '#7a6a00',
  '#0f7fa8',
  '#c2479b',
  '#4a7c1f',
  '#6b4a2b',
];

function byCommunity(communities: ReadonlyMap<string, number>, palette: Palette): Dress['colorOf'] {
  const hues = palette.dark ? HUES.map((hue) => mix(hue, '#ffffff', 0.5)) : HUES;
  return (node) => hues[communities.get(node) ?? hues.length] ?? palette.soft;
}

/** From the first day of all to the last. */
export const dateHues = (palette: Palette): [string, string] => [palette.types.person, palette.accent];

function byDate(network: Network, palette: Palette): Dress['colorOf'] {
  const dayOf = (node: string): number | null => {
    const date = network.hasNode(node) ? network.getNodeAttribute(node, 'lastDate') : null;
    return date === null ? null : Date.parse(date);
  };
  const days = network.nodes().flatMap((node) => dayOf(node) ?? []);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const [old, young] = dateHues(palette);
  return (node) => {
    const day = dayOf(node);
    return day === null ? palette.soft : mix(young, old, last === first ? 1 : (day - first) / (last - first));
  };
}
