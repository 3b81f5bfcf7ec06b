import { sql } from 'kysely';
import { qualifiers } from '../said.ts';
import type { EdgeTable, EntityTable } from '../schema.ts';
import type { EdgeRow, Measured, NodeRow } from '../views.ts';

export const nodeRow = (row: EntityTable): NodeRow => ({
  key: row.key,
  label: row.label,
  type: row.type,
  aliases: row.aliases,
  degree: row.degree,
  articles: row.articles,
  mentionCount: row.mentions,
  firstDate: row.first_date,
  lastDate: row.last_date,
});

/** What `edgeRow` reads of an edge, for where there are many. */
export const LISTED =
  sql.raw(`edge.key, edge.source, edge.target, edge.undirected, edge.type, edge.predicate, edge.role,
  edge.role_of, edge.details, edge.date, edge.place, edge.modality, edge.attributed_to, edge.sources, edge.publishers,
  edge.unnamed, edge.confidence, edge.weight, edge.sentences`);
export type Listed = Omit<EdgeTable, 'doubt' | 'since' | 'until'>;

export const edgeRow = (row: Listed): EdgeRow => ({
  key: row.key,
  source: row.source,
  target: row.target,
  undirected: row.undirected,
  type: row.type,
  predicate: row.predicate,
  ...qualifiers(row),
  modality: row.modality,
  attributedTo: row.attributed_to,
  ...(row.sources > row.attributed_to.length && { sourceCount: row.sources }),
  confidence: row.confidence,
  weight: row.weight,
  sources: row.publishers + row.unnamed,
  evidenceCount: row.sentences,
});

export interface MeasureColumns {
  community: number | null;
  rank: number | null;
}

export const measured = ({ community, rank }: MeasureColumns): Measured => ({
  ...(community !== null && { community }),
  ...(rank !== null && { rank }),
});
