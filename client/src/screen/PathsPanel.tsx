import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { EntityRef } from '../../../src/server/schemas/edges.ts';
import type { PathsAnswer } from '../../../src/server/schemas/paths.ts';
import { edge as edgeQuery, paths as pathsQuery } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { count, relationWords } from '../state/words.ts';
import { EntityButton } from './EntityButton.tsx';
import entityClasses from './EntityPanel.module.css';
import { AccordingTo, ModalityBadge, Stroke, Sureness, When } from './Facts.tsx';
import { icons } from './icons.tsx';
import { Notice } from './Notice.tsx';
import classes from './PathsPanel.module.css';
import { Sentence } from './Sentence.tsx';

/** How two nodes hang together: every shortest path, and the sentence that says each step. */
export default function PathsPanel({ from, to }: { from: string; to: string }) {
  const { bringPaths, scene } = useExplorer();
  const { data, error, refetch } = useQuery(pathsQuery(from, to));
  useEffect(() => {
    if (!data) return;
    bringPaths(data);
    scene.update((value) => ({ ...value, route: data.edges.map(({ key }) => key) }));
    return () => scene.update((value) => ({ ...value, route: [] }));
  }, [data, bringPaths, scene]);

  if (error) return <Notice error={error} retry={() => void refetch()} />;
  if (!data) return <Loader size="sm" />;
  const refs = new Map(
    data.nodes.map(({ key, attributes: { label, type } }): [string, EntityRef] => [key, { key, label, type }]),
  );
  const ref = (key: string): EntityRef | undefined => refs.get(key);
  const [start, end] = [ref(data.attributes.from), ref(data.attributes.to)];
  return (
    <>
      <h2 className={entityClasses.name}>
        {start?.label} and {end?.label}
      </h2>
      <p className={entityClasses.figures}>{found(data)}</p>
      <ol className={classes.paths}>
        {data.paths.map(({ nodes, edges }) => (
          <li key={nodes.join(' ')} className={classes.path}>
            <h3 className={entityClasses.heading}>{count(edges.length, 'step')}</h3>
            <ol className={classes.steps} aria-label={nodes.map((node) => ref(node)?.label ?? node).join(' – ')}>
              {edges.map((step, i) => (
                <li key={step[0]}>
                  <Node entity={ref(nodes[i] ?? '')} />
                  {step[0] !== undefined && <Step edge={step[0]} others={step.length - 1} />}
                </li>
              ))}
              <li>
                <Node entity={ref(nodes.at(-1) ?? '')} />
              </li>
            </ol>
          </li>
        ))}
      </ol>
    </>
  );
}

function found({ attributes: { paths, shownPaths, truncated } }: PathsAnswer): string {
  if (paths === 0)
    return truncated
      ? 'The search grew too large before it found a path.'
      : 'No path of up to four steps connects them. Other articles may.';
  const all = shownPaths < paths ? `${shownPaths} of ${count(paths, 'shortest path')}` : count(paths, 'shortest path');
  return truncated ? `${all}; the search was cut short, there may be more` : all;
}

const Node = ({ entity }: { entity: EntityRef | undefined }) => entity && <EntityButton entity={entity} />;

/** One edge of a path with a sentence that says so, and who says it. */
function Step({ edge, others }: { edge: string; others: number }) {
  const { view } = useExplorer();
  const { data, error } = useQuery(edgeQuery(edge));
  if (error) return <Notice error={error} />;
  if (!data) return <Loader size="xs" />;
  const { attributes, source, target } = data;
  const [first] = data.evidence;
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
          aria-label={`Evidence: ${first.text}`}
          onClick={() => void view.openEdge(edge)}
        >
          <Sentence evidence={first} subject={source.type} object={target.type} />
        </button>
      )}
      <p className={classes.facts}>
        <When date={attributes.date} />
        {first && <span>{[first.articleSource ?? first.articleTitle].filter(Boolean).join(', ')}</span>}
        <AccordingTo sources={first?.attributedTo ?? attributes.attributedTo} />
        <Sureness confidence={attributes.confidence} />
        {others > 0 && <span>and {count(others, 'other relation')}</span>}
      </p>
    </div>
  );
}
