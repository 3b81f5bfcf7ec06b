import type { Modality } from '../../../src/ontology.ts';
import type { Attribution, Evidence } from '../../../src/server/schemas/edges.ts';
import { DASHES } from '../canvas/look.ts';
import { independentSources } from '../state/sources.ts';
import { count, dateWords, MODALITY_WORDS, sureness } from '../state/words.ts';
import { EntityButton } from './EntityButton.tsx';
import classes from './Facts.module.css';

/** A stroke as the canvas draws statements of this kind. */
export function Stroke({ modality, width = 28 }: { modality: Modality; width?: number }) {
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
        strokeWidth="2"
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

/** How many stand behind it on their own, as a badge; one source alone is said too. */
export function SourcesBadge({ evidence, articles }: { evidence: readonly Evidence[]; articles: number }) {
  const sources = independentSources(evidence);
  const words = `${count(sources, 'independent source')} in ${count(articles, 'article')}`;
  return (
    <span className={classes.sources} data-several={sources > 1} title={words}>
      {count(sources, 'source')}
    </span>
  );
}

export function When({ date }: { date: string | null | undefined }) {
  if (!date) return null;
  return <time dateTime={date}>{dateWords(date)}</time>;
}
