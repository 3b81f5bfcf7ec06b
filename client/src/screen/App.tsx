import { useLocalStorage } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { isPublished } from '../api/request.ts';
import type { Stage } from '../canvas/stage.ts';
import { ExplorerContext } from '../explorer.ts';
import type { Opening } from '../opening.ts';
import { explorerOn } from '../state/explore.ts';
import { seen } from '../state/scene.ts';
import { useAsked } from '../state/useAsked.ts';
import { useNetwork } from '../state/useNetwork.ts';
import { useKinds, useShown } from '../state/useShown.ts';
import { useView } from '../state/view.ts';
import classes from './App.module.css';
import { CanvasBar } from './CanvasBar.tsx';
import { Controls } from './Controls.tsx';
import { Empty, NoGraph } from './Empty.tsx';
import { Graph } from './Graph.tsx';
import { Intake } from './Intake.tsx';
import { Panel } from './Panel.tsx';
import { Sidebar } from './Sidebar.tsx';
import { TimelineDrawer } from './TimelineDrawer.tsx';
import { type Message, Toast } from './Toast.tsx';
import { TopBar } from './TopBar.tsx';
import { useInsets, usePhone } from './useInsets.ts';
import { useKeys } from './useKeys.ts';

const TableView = lazy(() => import('./TableView.tsx'));
const Keys = lazy(() => import('./Keys.tsx'));
const Views = lazy(() => import('./Views.tsx'));

/** The explorer: graph, legend, panel, and what opens over them. */
export function App({ opening }: { opening: Opening }) {
  const { network, scope, scene, stage } = opening;
  const [message, setMessage] = useState<Message>({ text: '', id: 0, softly: false });
  const [dialog, setDialog] = useState<'add' | 'keys' | 'views' | null>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const view = useView();
  const { graph, bring, take, bringArticle } = useNetwork(opening, view);
  const kinds = useKinds(network, scope, scene, graph.data?.attributes.nodes ?? 0);
  const { said, fitting } = useAsked(view, kinds, scope, take);
  const shown = useShown(network, scope, scene, view, said);

  const explorer = useMemo(() => {
    const say = (text: string, how?: 'softly') =>
      setMessage(({ id }) => ({ text, id: id + 1, softly: how === 'softly' }));
    return explorerOn({ network, scope, scene, view, shown, kinds, stage, bring, take, say });
  }, [network, scope, scene, view, shown, kinds, stage, bring, take]);

  useKeys({
    explorer,
    openSearch: () => searchBox.current?.focus(),
    openKeys: () => setDialog('keys'),
  });

  const open = view.nodes.length > 0 || view.between.length > 0 || view.edge !== null || view.article !== null;
  const phone = usePhone();
  const [timeline, setTimeline] = useLocalStorage({ key: 'dateline-timeline', defaultValue: !phone });
  const table = view.show === 'table';
  const under = timeline && kinds.dates.size > 0 && !table;
  stage.insets = useInsets(open, under);
  const { nodes, edge } = view;
  useEffect(() => {
    const edges = nodes.flatMap((node) => (network.hasNode(node) ? network.edges(node) : []));
    scene.update((value) => seen(value, [...nodes, ...edges, ...(edge === null ? [] : [edge])]));
  }, [scene, network, nodes, edge]);
  useFitted(stage, view.around, view.depth);

  const [first] = view.nodes;
  const title = first !== undefined && network.hasNode(first) ? network.getNodeAttribute(first, 'label') : null;
  useEffect(() => {
    document.title = title === null ? 'Dateline' : `${title} · Dateline`;
  }, [title]);

  const around = graph.data;

  return (
    <ExplorerContext value={explorer}>
      <div className={classes.app} data-panel={open} data-timeline={under}>
        <TopBar
          articles={graph.data?.attributes.articles ?? 0}
          searchBox={searchBox}
          onAdd={() => setDialog('add')}
          onKeys={() => setDialog('keys')}
        />
        <main className={classes.main}>
          {(around ? around.attributes.nodes > 0 : !graph.error) && (
            <div className={classes.graph} inert={table}>
              <Graph />
            </div>
          )}
          {around && around.attributes.nodes > 0 && (
            <>
              {table && (
                <Suspense fallback={null}>
                  <TableView />
                </Suspense>
              )}
              <Sidebar whole={around.attributes} fitting={fitting} />
              <CanvasBar onViews={() => setDialog('views')} />
              {!table && (
                <>
                  <TimelineDrawer open={timeline} onOpen={setTimeline} />
                  <Controls />
                </>
              )}
            </>
          )}
          {graph.data?.attributes.nodes === 0 && <Empty onAdd={() => setDialog('add')} />}
          {graph.error && !graph.data && <NoGraph error={graph.error} retry={() => void graph.refetch()} />}
        </main>
        <Panel />
        <Toast message={message} />
        {!isPublished && (
          <Intake adding={dialog === 'add'} onClose={() => setDialog(null)} bringArticle={bringArticle} />
        )}
        <Suspense fallback={null}>
          {dialog === 'views' && <Views onClose={() => setDialog(null)} />}
          {dialog === 'keys' && <Keys onClose={() => setDialog(null)} />}
        </Suspense>
      </div>
    </ExplorerContext>
  );
}

/** What is around something fills the picture, and so does the whole when it comes back. */
function useFitted(stage: Stage, around: readonly string[], depth: number): void {
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture is fitted when these change
  useEffect(() => {
    if (!first.current) stage.fit();
    first.current = false;
  }, [stage, around, depth]);
}
