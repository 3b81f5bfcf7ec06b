import type { EdgeDetail } from '../../../src/server/schemas/edges.ts';
import type { EntityDetail } from '../../../src/server/schemas/entities.ts';
import { daysOf } from './dates.ts';

export interface Role {
  role: string;
  /** Of what or whom. */
  label: string | null;
  /** First and last day on which it is told, by the edge's date or its articles'. */
  days: readonly [first: string, last: string] | null;
  statements: number;
}

/** A node's roles with the days on which they are told, the latest first and the undated last. */
export function rolesOverTime(node: string, roles: EntityDetail['roles'], edges: readonly EdgeDetail[]): Role[] {
  const dated = new Map<string, Role['days']>();
  for (const { source, target, attributes, evidence } of edges) {
    const { role, roleOf, date } = attributes;
    const [bearer, other] = roleOf === 'target' ? [target, source] : [source, target];
    if (role === undefined || bearer.key !== node) continue;
    const told = [date, ...evidence.map(({ articleDate }) => articleDate)].flatMap((day) => (day && daysOf(day)) || []);
    for (const key of [keyOf(role, other.label), keyOf(role, null)])
      dated.set(key, extent([...(dated.get(key) ?? []), ...told]));
  }
  const latest = ({ days }: Role) => days?.[1] ?? '';
  return roles
    .map(({ role, label, statements }) => ({ role, label, statements, days: dated.get(keyOf(role, label)) ?? null }))
    .sort((a, b) => latest(b).localeCompare(latest(a)) || b.statements - a.statements);
}

const keyOf = (role: string, label: string | null): string => `${role}\n${label ?? ''}`;

function extent(days: readonly string[]): Role['days'] {
  const sorted = days.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}
