import type { EntityType, Modality } from '../../../src/ontology.ts';

/** The colours of the canvas, as style/tokens.css gives them for the scheme in force. All are `#rrggbb`. */
export interface Palette {
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

/** `share` of the colour over `ground`: fading without transparency, so that faded lines do not add up. */
export function mix(color: string, ground: string, share: number): string {
  const channel = (at: number) => {
    const over = Number.parseInt(color.slice(at, at + 2), 16);
    const under = Number.parseInt(ground.slice(at, at + 2), 16);
    return Math.round(over * share + under * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
