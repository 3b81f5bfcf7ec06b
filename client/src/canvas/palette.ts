import type { EntityType, Modality } from '../../../src/ontology.ts';

/** The colours of the canvas, as style/tokens.css gives them for the scheme in force. All are `#rrggbb`. */
export interface Palette {
  /** Whether the ground is dark. */
  dark: boolean;
  paper: string;
  ink: string;
  soft: string;
  surface: string;
  accent: string;
  focus: string;
  types: Record<EntityType, string>;
  /** Lines at rest, and lit. */
  rest: Record<Modality, string>;
  lit: Record<Modality, string>;
}

export function readPalette(root: HTMLElement): Palette {
  const style = getComputedStyle(root);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const marked = { planned: token('planned'), possible: token('possible'), negated: token('negated') };
  return {
    dark: luminance(token('paper')) < 0.5,
    paper: token('paper'),
    ink: token('ink'),
    soft: token('ink-soft'),
    surface: token('surface'),
    accent: token('accent'),
    focus: token('focus'),
    types: {
      person: token('person'),
      organization: token('organization'),
      place: token('place'),
      facility: token('facility'),
      event: token('event'),
      document: token('document'),
    },
    rest: { actual: token('edge'), ...marked },
    lit: { actual: token('edge-strong'), ...marked },
  };
}

/** The channels of a `#rrggbb`, each from 0 to 1. */
export const channels = (color: string): [number, number, number] => {
  const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
};

const luminance = (color: string): number => {
  const [red, green, blue] = channels(color);
  return 0.21 * red + 0.72 * green + 0.07 * blue;
};

/** `share` of the colour over `ground`. */
export function mix(color: string, ground: string, share: number): string {
  const under = channels(ground);
  const mixed = channels(color).map((channel, i) => channel * share + (under[i] ?? 0) * (1 - share));
  return `#${mixed
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
