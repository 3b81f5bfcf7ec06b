import type { Modality } from '../../../src/ontology.ts';
import type { Attribution, Evidence } from '../../../src/server/schemas/edges.ts';
import type { EdgeAttributes } from '../../../src/server/schemas/graph.ts';
import { DASHES } from '../canvas/look.ts';
import { independentSources } from '../state/sources.ts';
import { count, dateWords, MODALITY_WORDS, sureness } from '../state/words.ts';
import { EntityButton } from './EntityButton.tsx';
import classes from './Facts.module.css';

interface StrokeProps {
  modality: Modality;
  width?: number;
  thickness?: number;
}

/** A stroke as the canvas draws statements of this kind. */
export function Stroke({ modality, width = 28, thickness = 2 }: StrokeProps) {
  const [a, b, c, d] = DASHES[modality];
  const color = modality === 'actual' ? 'var(--edge-strong)' : `var(--${modality})`;
  return (
    <svg width={width} height="8" aria-hidden="true" style={{ flex: 'none' }}>
      <line
        x1="1"
        y1="4"
        x2={width - 1}
        y2="4"
        stroke={color}
        strokeWidth={thickness}
        {...(a > 0 && { strokeDasharray: `${a} ${b} ${c} ${d}` })}
      />
    </svg>
  );
}

/** Says that a statement is no fact; says nothing of facts. */
export function ModalityBadge({ modality }: { modality: Modality }) {
  if (modality === 'actual') return null;
  return (
    <span className={classes.badge} data-modality={modality} title={MODALITY_WORDS[modality].says}>
      {MODALITY_WORDS[modality].label}
    </span>
  );
}

/** How sure, as a small gauge with its word beside it for those who do not see it. */
export function Sureness({ confidence }: { confidence: number }) {
  const percent = Math.round(confidence * 100);
  const words = `${sureness(confidence)}: of those marked ${percent} %, about ${percent} in 100 are right`;
  return (
    <span className={classes.sureness} title={words}>
      <span className={classes.gauge} aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </span>
      {percent}&thinsp;%<span className="visually-hidden"> {sureness(confidence)}</span>
    </span>
  );
}

/** "according to Yonhap, CNN" */
export function AccordingTo({ sources }: { sources: readonly Attribution[] }) {
  if (sources.length === 0) return null;
  return (
    <span>
      according to{' '}
      {sources.map(({ key, label, type }, i) => (
        <span key={label}>
          {i > 0 && ', '}
          {key !== undefined && type !== undefined ? <EntityButton entity={{ key, label, type }} /> : label}
        </span>
      ))}
    </span>
  );
}

interface Behind {
  attributes: Pick<EdgeAttributes, 'sources' | 'weight'>;
  evidence: readonly Evidence[];
}

/** How many publishers stand behind it, as a badge, and how many of them on their own; one alone is said too. */
export function SourcesBadge({ attributes: { sources, weight }, evidence }: Behind) {
  const independent = independentSources(evidence);
  const fewer = independent < sources;
  const words = `${count(sources, 'publisher')} in ${count(weight, 'article')}`;
  return (
    <span
      className={classes.sources}
      data-several={independent > 1}
      title={fewer ? `${words}; some share a sentence or name the same source` : words}
    >
      {count(sources, 'source')}
      {fewer && `, ${independent} independent`}
    </span>
  );
}

export function When({ date }: { date: string | null | undefined }) {
  if (!date) return null;
  return <time dateTime={date}>{dateWords(date)}</time>;
}
