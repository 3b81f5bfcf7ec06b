import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticlePosted } from '../../../src/server/schemas/articles.ts';
import { Stage } from '../canvas/stage.ts';
import { type Explorer, ExplorerContext } from '../explorer.ts';
import type { Serialized } from '../state/network.ts';
import { emptyScene, seen, show } from '../state/scene.ts';
import { createStore } from '../state/store.ts';
import { useNetwork } from '../state/useNetwork.ts';
import { useView } from '../state/view.ts';
import { count } from '../state/words.ts';
import classes from './App.module.css';
import { Controls } from './Controls.tsx';
import { Empty, NoGraph } from './Empty.tsx';
import { Graph } from './Graph.tsx';
import { Panel } from './Panel.tsx';
import { Sidebar } from './Sidebar.tsx';
import { type Message, Toast } from './Toast.tsx';
import { TopBar } from './TopBar.tsx';
import { useInsets } from './useInsets.ts';
import { useKeys } from './useKeys.ts';

const AddArticle = lazy(() => import('./AddArticle.tsx'));
const Keys = lazy(() => import('./Keys.tsx'));

/** The explorer: graph, legend, panel, and what opens over them. */
export function App() {
  const [scene] = useState(() => createStore(emptyScene));
  const [stage] = useState(() => new Stage());
  const [message, setMessage] = useState<Message>({ text: '', id: 0, softly: false });
  const [dialog, setDialog] = useState<'add' | 'keys' | null>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const queries = useQueryClient();
  const view = useView();
  const { network, graph, bringIn, take } = useNetwork(scene, view);

  const explorer = useMemo((): Explorer => {
    const say = (text: string, how?: 'softly') =>
      setMessage(({ id }) => ({ text, id: id + 1, softly: how === 'softly' }));
    const expand = async (node: string) => {
      const label = network.hasNode(node) ? network.getNodeAttribute(node, 'label') : 'The node';
      await bringIn(node).then(
        (added) =>
          say(
            added.length > 0
              ? `${count(added.length, 'neighbour')} of ${label} came in`
              : `All neighbours of ${label} are here`,
          ),
        (error: unknown) => say(error instanceof Error ? error.message : `${label} could not be expanded`),
      );
    };
    const bringPaths = (answer: Serialized) => {
      take(answer);
      scene.update((value) =>
        show(
          value,
          answer.nodes.map(({ key }) => key),
        ),
      );
    };
    const choose = (node: string) => {
      const { pathFrom } = scene.get();
      if (pathFrom !== null && pathFrom !== node) void view.connect(pathFrom, node);
      else void view.select([node]);
      scene.update((value) => ({ ...value, pathFrom: null }));
    };
    return { network, scene, view, stage, expand, bringPaths, choose, say };
  }, [network, scene, view, stage, bringIn, take]);

  useKeys({
    explorer,
    openSearch: () => searchBox.current?.focus(),
    openKeys: () => setDialog('keys'),
  });

  const open = view.nodes.length > 0 || view.edge !== null || view.article !== null;
  stage.insets = useInsets(open);
  useEffect(() => scene.update((value) => seen(value, view.nodes)), [scene, view.nodes]);

  const [first] = view.nodes;
  const title = first !== undefined && network.hasNode(first) ? network.getNodeAttribute(first, 'label') : null;
  useEffect(() => {
    document.title = title === null ? 'Dateline' : `${title} · Dateline`;
  }, [title]);

  const added = async (article: ArticlePosted) => {
    setDialog(null);
    await queries.invalidateQueries();
    const found = `${count(article.entities, 'entity', 'entities')} and ${count(article.statements, 'statement')}`;
    explorer.say(
      article.known ? 'This article was read before: nothing changed' : `Read: ${found}. New nodes have a red ring.`,
    );
  };

  return (
    <ExplorerContext value={explorer}>
      <div className={classes.app} data-panel={open}>
        <TopBar searchBox={searchBox} onAdd={() => setDialog('add')} onKeys={() => setDialog('keys')} />
        <main className={classes.main}>
          {graph.data && graph.data.attributes.nodes > 0 && (
            <>
              <Graph />
              <Sidebar whole={graph.data.attributes} />
              <Controls />
            </>
          )}
          {graph.data?.attributes.nodes === 0 && <Empty onAdd={() => setDialog('add')} />}
          {graph.error && !graph.data && <NoGraph error={graph.error} retry={() => void graph.refetch()} />}
        </main>
        <Panel />
        <Toast message={message} />
        <Suspense fallback={null}>
          {dialog === 'add' && (
            <AddArticle onClose={() => setDialog(null)} onAdded={(article) => void added(article)} />
          )}
          {dialog === 'keys' && <Keys onClose={() => setDialog(null)} />}
        </Suspense>
      </div>
    </ExplorerContext>
  );
}
