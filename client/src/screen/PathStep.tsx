import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { edge as edgeQuery } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { count, relationWords } from '../state/words.ts';
import { AccordingTo, ModalityBadge, SourcesBadge, Stroke, Sureness, When } from './Facts.tsx';
import { icons } from './icons.tsx';
import { Notice } from './Notice.tsx';
import classes from './PathsPanel.module.css';
import { Sentence } from './Sentence.tsx';

/** One step of a path: every relation of the two, the most attested first; the others when they are asked for. */
export function PathStep({ edges }: { edges: readonly string[] }) {
  const [all, setAll] = useState(false);
  const [first, ...others] = edges;
  if (first === undefined) return null;
  return (
    <>
      <Relation edge={first} />
      {all && others.map((edge) => <Relation key={edge} edge={edge} />)}
      {!all && others.length > 0 && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {count(others.length, 'more relation')} of these two
        </button>
      )}
    </>
  );
}

/** One edge with a sentence that says so, and who says it. */
function Relation({ edge }: { edge: string }) {
  const { view } = useExplorer();
  const { data, error } = useQuery(edgeQuery(edge));
  if (error) return <Notice error={error} />;
  if (!data) return <Loader size="xs" />;
  const { attributes, source, target } = data;
  const [first] = data.evidence;
  const published = first?.articleSource ?? first?.articleTitle;
  return (
    <div className={classes.step}>
      <p className={classes.relation}>
        <Stroke modality={attributes.modality} />
        <span className="visually-hidden">{source.label} </span>
        {relationWords(attributes.type)}
        {data.undirected ? icons.both : <span className={classes.soft}> {target.label}</span>}
        <ModalityBadge modality={attributes.modality} />
      </p>
      {first && (
        <button
          type="button"
          className={classes.sentence}
          data-evidence
          aria-label={`Evidence: ${first.text}`}
          onClick={() => view.openEdge(edge)}
        >
          <Sentence evidence={first} subject={source.type} object={target.type} />
        </button>
      )}
      <p className={classes.facts}>
        <When date={attributes.date} />
        {published && <span>{published}</span>}
        <AccordingTo sources={first?.attributedTo ?? attributes.attributedTo} />
        <SourcesBadge attributes={attributes} evidence={data.evidence} />
        <Sureness confidence={attributes.confidence} />
      </p>
    </div>
  );
}
