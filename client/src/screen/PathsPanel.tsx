import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { EntityRef } from '../../../src/server/schemas/edges.ts';
import type { PathsAnswer } from '../../../src/server/schemas/paths.ts';
import { paths as pathsQuery } from '../api/queries.ts';
import { useExplorer } from '../explorer.ts';
import { edgesAsked } from '../state/asked.ts';
import { count } from '../state/words.ts';
import { EntityButton } from './EntityButton.tsx';
import entityClasses from './EntityPanel.module.css';
import { Notice } from './Notice.tsx';
import { PathStep } from './PathStep.tsx';
import classes from './PathsPanel.module.css';

/** How nodes hang together: every shortest path between each two, and the sentences that say each step. */
export default function PathsPanel({ between }: { between: readonly string[] }) {
  const explorer = useExplorer();
  const { bringPaths, scene, shown } = explorer;
  const { data, error, refetch } = useQuery(pathsQuery(between, edgesAsked(explorer)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came is brought in once, whatever the explorer is then
  useEffect(() => {
    if (data) bringPaths(between, data);
  }, [data]);
  const route = useMemo(
    () =>
      (data ?? []).flatMap(({ paths }) =>
        paths.filter((path) => passes(path, shown.edges)).flatMap(({ edges }) => edges.flat()),
      ),
    [data, shown.edges],
  );
  useEffect(() => {
    scene.update((value) => ({ ...value, route }));
    return () => scene.update((value) => ({ ...value, route: [] }));
  }, [route, scene]);

  if (error) return <Notice error={error} retry={() => void refetch()} />;
  if (!data) return <Loader size="sm" />;
  const refs = new Map(
    data.flatMap(({ nodes }) =>
      nodes.map(({ key, attributes: { label, type } }): [string, EntityRef] => [key, { key, label, type }]),
    ),
  );
  const labels = between.map((key) => refs.get(key)?.label ?? key);
  return (
    <>
      <h2 className={entityClasses.name}>
        {labels.slice(0, -1).join(', ')} and {labels.at(-1)}
      </h2>
      {data.map((answer) => (
        <Between
          key={`${answer.attributes.from} ${answer.attributes.to}`}
          answer={answer}
          refs={refs}
          one={data.length === 1}
        />
      ))}
    </>
  );
}

type Path = PathsAnswer['paths'][number];

const passes = ({ edges }: Path, shown: ReadonlySet<string>): boolean =>
  edges.every((step) => step.some((edge) => shown.has(edge)));

interface BetweenProps {
  answer: PathsAnswer;
  refs: ReadonlyMap<string, EntityRef>;
  /** The only two that are asked about. */
  one: boolean;
}

/** The paths between two nodes. */
function Between({ answer, refs, one }: BetweenProps) {
  const { shown } = useExplorer();
  const open = answer.paths.filter((path) => passes(path, shown.edges));
  const ref = (key: string) => refs.get(key);
  const { from, to } = answer.attributes;
  return (
    <section aria-label={`${ref(from)?.label ?? from} and ${ref(to)?.label ?? to}`}>
      {!one && (
        <h3 className={classes.pair}>
          {ref(from)?.label} – {ref(to)?.label}
        </h3>
      )}
      <p className={entityClasses.figures}>{found(answer, answer.paths.length - open.length)}</p>
      <ol className={classes.paths}>
        {open.map(({ nodes, edges }) => (
          <li key={nodes.join(' ')} className={classes.path}>
            <h4 className={entityClasses.heading}>{count(edges.length, 'step')}</h4>
            <ol className={classes.steps} aria-label={nodes.map((node) => ref(node)?.label ?? node).join(' – ')}>
              {edges.map((step, i) => (
                <li key={step[0]}>
                  <Node entity={ref(nodes[i] ?? '')} />
                  <PathStep edges={step.filter((edge) => shown.edges.has(edge))} />
                </li>
              ))}
              <li>
                <Node entity={ref(nodes.at(-1) ?? '')} />
              </li>
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}

function found({ attributes: { paths, shownPaths, truncated } }: PathsAnswer, filtered: number): string {
  if (paths === 0)
    return truncated
      ? 'The search grew too large before it found a path.'
      : 'No path of up to four steps connects them. Other articles may, or other filters.';
  const all = shownPaths < paths ? `${shownPaths} of ${count(paths, 'shortest path')}` : count(paths, 'shortest path');
  const out = filtered === 0 ? '' : `, ${filtered} of them left out by the filters`;
  return truncated ? `${all}${out}; the search was cut short, there may be more` : all + out;
}

const Node = ({ entity }: { entity: EntityRef | undefined }) => entity && <EntityButton entity={entity} />;
