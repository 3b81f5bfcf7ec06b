import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import type { GraphAnswer } from '../../../src/server/schemas/graph.ts';
import { useExplorer } from '../explorer.ts';
import { useStore } from '../state/store.ts';
import { useVisible } from '../state/useVisible.ts';
import { count } from '../state/words.ts';
import classes from './Status.module.css';

export interface StatusProps {
  /** How much there is in the store. */
  whole: GraphAnswer['attributes'];
  /** How many nodes of the store fit the filters, where it was asked. */
  fitting: number | null;
}

/** How much is shown, and what keeps the rest from being shown. */
export function Status({ whole, fitting }: StatusProps) {
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
      {fitting !== null && (
        <span>
          {fitting.toLocaleString('en')} of all {whole.nodes.toLocaleString('en')} fit the filters
        </span>
      )}
      {missing > 0 && (
        <span title="Those with the most relations are here. Search for any other, or expand a node.">
          {network.order.toLocaleString('en')} of {whole.nodes.toLocaleString('en')} shown
        </span>
      )}
      {missing > 0 && <More whole={whole.nodes} here={network.order} />}
      {hidden > 0 && (
        <button type="button" onClick={() => view.showAll()}>
          {hidden} hidden: show
        </button>
      )}
    </div>
  );
}

/** Steps in which a large graph can be had; the last is the most that the server gives at once. */
const STEPS = [2000, 5000, 20_000];

/** More of what matters most. */
function More({ whole, here }: { whole: number; here: number }) {
  const { view } = useExplorer();
  const loading = useIsFetching({ queryKey: ['more'] }) > 0;
  const error = useQueryClient().getQueryState(['more', view.limit])?.error;
  if (loading) return <span role="status">More are coming …</span>;
  const next = STEPS.map((step) => Math.min(step, whole)).find((step) => step > here);
  return (
    <>
      {error && <span role="alert">{error.message}</span>}
      {next !== undefined && (
        <button type="button" onClick={() => view.showMost(next)}>
          Show {next === whole ? 'all' : 'the first'} {next.toLocaleString('en')}
        </button>
      )}
    </>
  );
}
