import type { EntityType, Modality } from '../ontology.ts';

/** Colours that colour-blind people can tell apart (after Okabe & Ito, Color Universal Design, 2008). */
export const NODE_COLOURS: Readonly<Record<EntityType, readonly [red: number, green: number, blue: number]>> = {
  person: [0, 114, 178],
  organization: [230, 159, 0],
  place: [0, 158, 115],
  facility: [86, 180, 233],
  event: [213, 94, 0],
  document: [204, 121, 167],
};

/** What was not said as fact must not look like one. */
export const EDGE_SHAPES: Readonly<Record<Modality, string>> = {
  actual: 'solid',
  planned: 'dashed',
  possible: 'dotted',
  negated: 'double',
};
