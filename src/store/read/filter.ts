import { type RawBuilder, sql } from 'kysely';
import type { DirectedFilter, EdgeFilter, GraphFilter } from '../queries.ts';

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;

function conditionsOf(filter: EdgeFilter): RawBuilder<unknown>[] {
  const { type, modality, from, to, confidence, weight, source, article } = filter;
  return [
    ...(type === undefined ? [] : [sql`edge.type = any(${[...type]})`]),
    ...(modality === undefined ? [] : [sql`edge.modality = any(${[...modality]})`]),
    ...(from === undefined ? [] : [sql`edge.until >= ${from}`]),
    ...(to === undefined ? [] : [sql`edge.since <= ${to}`]),
    ...(confidence === undefined ? [] : [sql`edge.confidence >= ${confidence}`]),
    ...(weight === undefined ? [] : [sql`edge.weight >= ${weight}`]),
    ...(source === undefined
      ? []
      : [
          sql`exists (select 1 from tally where tally.edge = edge.key and kind = 'publisher' and word = any(${[...source]}))`,
        ]),
    ...(article === undefined
      ? []
      : [sql`edge.key = any(array(select edge from statement where article = any(${[...article]})))`]),
  ];
}

/** Whether the filter asks anything of edges, direction apart. */
export const asksOfEdges = (filter: EdgeFilter): boolean => conditionsOf(filter).length > 0;

/** What the filter asks of an edge, direction apart. `edge` is the table. */
export const fits = (filter: EdgeFilter): RawBuilder<boolean> => all(conditionsOf(filter));

/** What the edges of a row of `tie` that fit weigh together, in a given direction from its node; null where none fits. */
export const fittingWeight = (filter: DirectedFilter): RawBuilder<number | null> => sql`
  (select sum(weight) from (
    select weight from edge where source = tie.node and target = tie.other and ${leaving(filter)} and ${fits(filter)}
    union all
    select weight from edge where source = tie.other and target = tie.node and ${coming(filter)} and ${fits(filter)}) fitting)`;

/** Whether a node's key, which begins with its type, is of a type that is asked for. */
export const isOfType = ({ entityType }: GraphFilter, key: RawBuilder<unknown>): RawBuilder<boolean> =>
  entityType === undefined ? sql<boolean>`true` : sql<boolean>`split_part(${key}, ':', 1) = any(${[...entityType]})`;

/** Edges that leave these nodes, and edges that come to them; a symmetric edge does both. */
export const leaving = ({ direction }: DirectedFilter) => (direction === 'in' ? sql`edge.undirected` : sql`true`);
export const coming = ({ direction }: DirectedFilter) => (direction === 'out' ? sql`edge.undirected` : sql`true`);
