import type { EntityType } from '../../../src/ontology.ts';
import type { Evidence } from '../../../src/server/schemas/edges.ts';
import { type Mark, segments } from '../state/segments.ts';
import classes from './Sentence.module.css';

export type Part = { kind: 'subject' | 'object'; type: EntityType } | { kind: 'trigger' | 'date' };

/** The marks of subject, trigger, object and date of a piece of evidence, in the article's offsets. */
export function partsOf(evidence: Evidence, subject: EntityType, object: EntityType): Mark<Part>[] {
  const mark = ([start, end]: readonly [number, number], value: Part): Mark<Part> => ({ start, end, value });
  return [
    mark(evidence.subject, { kind: 'subject', type: subject }),
    mark(evidence.object, { kind: 'object', type: object }),
    mark(evidence.trigger, { kind: 'trigger' }),
    ...(evidence.date ? [mark(evidence.date, { kind: 'date' })] : []),
  ];
}

/** The sentence, with the words that make the statement marked inside of it. */
export function Sentence({
  evidence,
  subject,
  object,
}: {
  evidence: Evidence;
  subject: EntityType;
  object: EntityType;
}) {
  const pieces = segments(evidence.text, partsOf(evidence, subject, object), evidence.start);
  return (
    <q className={classes.sentence}>
      {pieces.map(({ text, start, marks }) =>
        marks.length === 0 ? text : <Words key={start} text={text} parts={marks} />,
      )}
    </q>
  );
}

export function Words({ text, parts }: { text: string; parts: readonly Part[] }) {
  const entity = parts.find((part) => 'type' in part);
  const style = entity && 'type' in entity ? { textDecorationColor: `var(--${entity.type})` } : undefined;
  return (
    <mark className={classes.part} data-part={parts.map(({ kind }) => kind).join(' ')} style={style}>
      {text}
    </mark>
  );
}
