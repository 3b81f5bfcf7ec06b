import type { ArticleEvent, Queued } from '../../../src/server/schemas/queue.ts';

export type Stage = ArticleEvent['status'];

/** An article that was handed over to be read. */
export interface Incoming {
  /** Null where it could not even be opened. */
  id: string | null;
  name: string;
  title: string | null;
  status: Stage;
  problem?: Queued['problem'];
}

/** The handed over, in their order. */
export type Intake = readonly Incoming[];

const LAST: ReadonlySet<Stage> = new Set(['added', 'known', 'failed']);
export const isDone = ({ status }: Incoming): boolean => LAST.has(status);

/** A thing handed over twice is told of once. */
export const handedOver = (intake: Intake, items: readonly Queued[]): Intake => [
  ...intake.filter(({ id }) => id === null || !items.some((item) => item.id === id)),
  ...items.map(({ problem, ...item }) => ({ ...item, ...(problem && { problem }) })),
];

/** Takes over what has become of an article; of those that others handed over nothing is told. */
export const told = (intake: Intake, { id, status, title, problem }: ArticleEvent): Intake =>
  intake.map((item) =>
    item.id !== id || isDone(item)
      ? item
      : { ...item, status, title: title ?? item.title, ...(problem && { problem }) },
  );

export interface Tally {
  all: number;
  done: number;
  added: number;
  known: number;
  failed: readonly Incoming[];
  /** The one that is read at the moment. */
  reading: Incoming | undefined;
}

export function tally(intake: Intake): Tally {
  const of = (stage: Stage) => intake.filter(({ status }) => status === stage);
  return {
    all: intake.length,
    done: intake.filter(isDone).length,
    added: of('added').length,
    known: of('known').length,
    failed: of('failed'),
    reading: of('reading')[0] ?? of('queued')[0],
  };
}
