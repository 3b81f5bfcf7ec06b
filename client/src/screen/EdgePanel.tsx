import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { EdgeDetail, Evidence } from '../../../src/server/schemas/edges.ts';
import { edge as edgeQuery } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { articleName, count, relationWords } from '../state/words.ts';
import classes from './EdgePanel.module.css';
import { EntityButton } from './EntityButton.tsx';
import { AccordingTo, ModalityBadge, SourcesBadge, Stroke, Sureness, When } from './Facts.tsx';
import { icons } from './icons.tsx';
import { Notice } from './Notice.tsx';
import { Sentence } from './Sentence.tsx';

const Contradictions = lazy(() => import('./Contradictions.tsx'));

/** One relation, and every sentence that says so. */
export function EdgePanel({ edge }: { edge: string }) {
  const { data, error, refetch } = useQuery(edgeQuery(edge));
  if (error) return <Notice error={error} retry={() => void refetch()} />;
  if (!data) return <Loader size="sm" />;
  const { attributes, evidence, source, target, undirected } = data;
  return (
    <>
      <h2 className={classes.title}>
        <EntityButton entity={source} large />
        <span className={classes.relation}>
          <Stroke modality={attributes.modality} />
          {relationWords(attributes.type)}
          {undirected ? icons.both : icons.right}
        </span>
        <EntityButton entity={target} large />
      </h2>
      <dl className={classes.facts}>
        <Fact name="When">{attributes.date && <When date={attributes.date} />}</Fact>
        <Fact name="Where">{attributes.place && <EntityButton entity={attributes.place} />}</Fact>
        <Fact name="Role">
          {attributes.role && `${attributes.role}${attributes.roleOf === 'target' ? ` (${target.label})` : ''}`}
        </Fact>
        <Fact name="Details">{attributes.details}</Fact>
        <Fact name="Meant as">
          {attributes.modality !== 'actual' && <ModalityBadge modality={attributes.modality} />}
        </Fact>
        <Fact name="Who says so">
          {attributes.attributedTo.length > 0 && <AccordingTo sources={attributes.attributedTo} />}
        </Fact>
        <Fact name="How sure">
          <Sureness confidence={attributes.confidence} />
        </Fact>
      </dl>
      {data.contradictions > 0 && (
        <Suspense fallback={null}>
          <Contradictions about="edge" of={data.key} />
        </Suspense>
      )}
      <section aria-label="Evidence">
        <h3 className={classes.heading}>
          {count(evidence.length, 'sentence')} in {count(attributes.weight, 'article')}{' '}
          <SourcesBadge attributes={attributes} evidence={evidence} />
        </h3>
        <ol className={classes.evidence}>
          {evidence.map((each) => (
            <EvidenceCard key={`${each.article} ${each.start} ${each.trigger[0]}`} evidence={each} edge={data} />
          ))}
        </ol>
      </section>
      <Between edge={data} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  if (children === undefined || children === null || children === false || children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function EvidenceCard({ evidence, edge }: { evidence: Evidence; edge: EdgeDetail }) {
  const { view } = useExplorer();
  const { articleTitle, articleSource, articleDate, article, start, modality, attributedTo } = evidence;
  return (
    <li className={classes.card}>
      <Sentence evidence={evidence} subject={edge.source.type} object={edge.target.type} />
      <p className={classes.source}>
        <span className={classes.from}>
          {articleName({ title: articleTitle, source: articleSource, date: articleDate })}
        </span>
        {articleTitle && articleSource && <span>{articleSource}</span>}
        {(articleTitle ?? articleSource) !== null && <When date={articleDate} />}
        {modality !== edge.attributes.modality && <ModalityBadge modality={modality} />}
        <AccordingTo sources={attributedTo} />
      </p>
      <Button
        size="compact-sm"
        variant="default"
        fw={500}
        data-evidence
        leftSection={icons.article}
        onClick={() => view.openArticle(article, start)}
      >
        Read in the article
      </Button>
    </li>
  );
}

/** The other relations of the same two. */
function Between({ edge: { key, source, target } }: { edge: EdgeDetail }) {
  const { network, view } = useExplorer();
  if (!network.hasNode(source.key) || !network.hasNode(target.key)) return null;
  const others = network.edges(source.key, target.key).concat(network.inEdges(source.key, target.key));
  const rest = [...new Set(others)].filter((other) => other !== key);
  if (rest.length === 0) return null;
  return (
    <section aria-label="Other relations between them">
      <h3 className={classes.heading}>Also between them</h3>
      <ul className={classes.others}>
        {rest.map((other) => {
          const { type, modality, date } = network.getEdgeAttributes(other);
          const from = network.source(other) === source.key ? source.label : target.label;
          const to = network.source(other) === source.key ? target.label : source.label;
          return (
            <li key={other}>
              <button type="button" onClick={() => view.openEdge(other)}>
                {from} <em>{relationWords(type)}</em> {to}
              </button>
              <ModalityBadge modality={modality} />
              <When date={date} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
