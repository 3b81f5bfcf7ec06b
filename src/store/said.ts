import { sql } from 'kysely';
import type { Proposition } from '../graph/index.ts';
import type { Modality } from '../ontology.ts';
import type { Evidence } from '../relations/statement.ts';

/** A statement with nodes in place of its article's entities, and what to cite its article by. */
export interface SaidRow extends StatementColumns<string> {
  edge: string;
  article: string;
  article_title: string | null;
  article_date: string | null;
  article_source: string | null;
  article_url: string | null;
}

/** Statements as `SaidRow`s; `s` is the statement, for a condition to follow. */
export const selectSaid = sql`
  select s.edge, s.article, a.title as article_title, a.date as article_date, a.source as article_source,
    a.url as article_url, subject.entity as subject, object.entity as object, place.entity as place, s.type, s.predicate,
    s.role, s.role_of, s.details, s.date, s.modality, s.confidence, s.evidence,
    array(
      select coalesce(source.entity, said.value #>> '{}')
      from json_array_elements(s.attributed_to) with ordinality said(value, place)
      left join article_entity source on source.article = s.article
        and source.index = case when json_typeof(said.value) = 'number' then (said.value #>> '{}')::int end
      order by said.place
    ) as attributed_to
  from statement s
  join article a on a.id = s.article
  join article_entity subject on subject.article = s.article and subject.index = s.subject
  join article_entity object on object.article = s.article and object.index = s.object
  left join article_entity place on place.article = s.article and place.index = s.place`;

/** A statement's columns; its entities are numbers within their article, or keys of nodes. */
export interface StatementColumns<Named> {
  subject: Named;
  object: Named;
  type: string;
  predicate: string;
  role: string | null;
  role_of: 'object' | null;
  details: string | null;
  date: string | null;
  place: Named | null;
  modality: Modality;
  attributed_to: (Named | string)[];
  confidence: number;
  evidence: Evidence;
}

/** Columns that may be null as properties that may be absent. */
export const qualifiers = <Bearer, Named>(row: {
  role: string | null;
  role_of: Bearer | null;
  details: string | null;
  date: string | null;
  place: Named | null;
}) => ({
  ...(row.role !== null && { role: row.role }),
  ...(row.role_of !== null && { roleOf: row.role_of }),
  ...(row.details !== null && { details: row.details }),
  ...(row.date !== null && { date: row.date }),
  ...(row.place !== null && { place: row.place }),
});

/** A statement as its article had it, or with nodes in place of the article's entities. */
export const statementOf = <Named>(row: StatementColumns<Named>) => ({
  subject: row.subject,
  object: row.object,
  type: row.type,
  predicate: row.predicate,
  ...qualifiers(row),
  modality: row.modality,
  attributedTo: row.attributed_to,
  confidence: row.confidence,
  evidence: row.evidence,
});

export const propositionOf = (row: SaidRow): Proposition => ({ article: row.article, ...statementOf(row) });

/** Rows by their edge, each in the order they came. */
export function byEdge(said: readonly SaidRow[]): Map<string, SaidRow[]> {
  const groups = new Map<string, SaidRow[]>();
  for (const row of said) {
    const group = groups.get(row.edge);
    if (group) group.push(row);
    else groups.set(row.edge, [row]);
  }
  return groups;
}
