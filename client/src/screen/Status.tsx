import type { GraphAnswer } from '../../../src/server/schemas/graph.ts';
import { useExplorer } from '../explorer.ts';
import { useStore } from '../state/store.ts';
import { useVisible } from '../state/useVisible.ts';
import { count } from '../state/words.ts';
import classes from './Status.module.css';

/** How much is shown, and what keeps the rest from being shown. */
export function Status({ whole }: { whole: GraphAnswer['attributes'] }) {
  const { network, scene, view } = useExplorer();
  const shown = useVisible();
  useStore(scene, (value) => value.version);
  const hidden = view.hidden.length;
  const missing = Math.max(0, whole.nodes - network.order);
  return (
    <div className={classes.status}>
      <span>
        {count(shown.nodes.size, 'entity', 'entities')}, {count(shown.edges.size, 'relation')} from{' '}
        {count(whole.articles, 'article')}
      </span>
      {missing > 0 && (
        <span title="Those with the most relations are here. Search for any other, or expand a node.">
          {network.order.toLocaleString('en')} of {whole.nodes.toLocaleString('en')} loaded
        </span>
      )}
      {hidden > 0 && (
        <button type="button" onClick={() => view.showAll()}>
          {hidden} hidden: show
        </button>
      )}
    </div>
  );
}
