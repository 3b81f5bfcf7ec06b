/** Apart from the formats' code, which the command line need not load to list them. */
export const FORMAT_NAMES = ['json', 'gexf'] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
