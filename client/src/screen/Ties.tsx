import { useState } from 'react';
import type { EdgeDetail } from '../../../src/server/schemas/edges.ts';
import { lineOf } from '../canvas/emphasis.ts';
import { useExplorer } from '../explorer.ts';
import type { TieGroup, Way } from '../state/groups.ts';
import { hover } from '../state/scene.ts';
import { count, relationWords } from '../state/words.ts';
import { EntityButton } from './EntityButton.tsx';
import { AccordingTo, ModalityBadge, SourcesBadge, Sureness, When } from './Facts.tsx';
import { icons } from './icons.tsx';
import { Sentence } from './Sentence.tsx';
import classes from './Ties.module.css';

const AT_FIRST = 6;
const WAYS: Record<Way, { icon: React.JSX.Element; says: string }> = {
  out: { icon: icons.right, says: 'from here' },
  in: { icon: icons.left, says: 'to here' },
  both: { icon: icons.both, says: 'both ways' },
};

/** A node's relations of one type and direction. */
export function Ties({ node, group: { type, way, ties } }: { node: string; group: TieGroup }) {
  const [all, setAll] = useState(false);
  const shown = all ? ties : ties.slice(0, AT_FIRST);
  return (
    <section className={classes.group}>
      <h4 className={classes.type}>
        <span className={classes.way} title={WAYS[way].says}>
          {WAYS[way].icon}
        </span>
        {relationWords(type)}
        <span className="visually-hidden"> ({WAYS[way].says})</span>
        {ties.length > 1 && <span className={classes.count}>{ties.length}</span>}
      </h4>
      <ul className={classes.ties}>
        {shown.map(({ edge, other }) => (
          <Tie key={`${edge.key} ${node}`} edge={edge} other={other} />
        ))}
      </ul>
      {ties.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {ties.length - shown.length} more
        </button>
      )}
    </section>
  );
}

/** One relation: with whom, the sentence, and how it is said. */
export function Tie({ edge, other }: { edge: EdgeDetail; other: EdgeDetail['target'] }) {
  const { scene, stage, view } = useExplorer();
  const { attributes, evidence } = edge;
  const [first] = evidence;
  const point = (on: boolean) => () => {
    const line = on ? lineOf(stage.drawing, edge.key) : undefined;
    scene.update((value) => hover(value, line === undefined ? null : { line }));
  };
  return (
    <li className={classes.tie} onMouseEnter={point(true)} onMouseLeave={point(false)}>
      <div className={classes.head}>
        <EntityButton entity={other} />
        <ModalityBadge modality={attributes.modality} />
        {attributes.role && <span className={classes.soft}>{attributes.role}</span>}
      </div>
      <button
        type="button"
        className={classes.sentence}
        data-evidence
        aria-label={`Evidence: ${first?.text ?? 'none'}`}
        onClick={() => view.openEdge(edge.key)}
      >
        {first && <Sentence evidence={first} subject={edge.source.type} object={edge.target.type} />}
      </button>
      <p className={classes.facts}>
        <When date={attributes.date} />
        <AccordingTo sources={attributes.attributedTo} />
        {evidence.length > 1 && <span>{count(evidence.length, 'sentence')}</span>}
        <SourcesBadge attributes={attributes} evidence={evidence} />
        {edge.contradictions > 0 && <span className={classes.contradicted}>contradicted</span>}
        <Sureness confidence={attributes.confidence} />
      </p>
    </li>
  );
}
