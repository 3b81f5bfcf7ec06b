import { fetchGraph } from './api/graph.ts';
import { Stage } from './canvas/stage.ts';
import { insetsOf, PHONE } from './screen/insets.ts';
import { Scope } from './state/expansion.ts';
import { sift } from './state/filters.ts';
import { emptyNetwork, type Network } from './state/network.ts';
import { emptyScene, type Scene } from './state/scene.ts';
import { atOnce } from './state/slices.ts';
import { createStore, type Store } from './state/store.ts';
import { take } from './state/take.ts';
import { OPENING, viewOf } from './state/viewState.ts';

/** The graph that the explorer opens on, and its canvas. */
export interface Opening {
  network: Network;
  scope: Scope;
  scene: Store<Scene>;
  stage: Stage;
  /** What was asked for, when it is in the network; its picture is on the way. */
  answer: ReturnType<typeof fetchGraph>;
}

/**
 * Draws the graph before the page around it is there: the canvas needs a fifth of the scripts that the panels need.
 *
 * @param place of the page for the canvas
 */
export function openOn(place: HTMLElement): Opening {
  const view = viewOf(location.search);
  const asked = fetchGraph(Math.min(view.limit, OPENING));
  const network = emptyNetwork();
  const scope = new Scope();
  const scene = createStore(emptyScene);
  // The graph is on its way while the canvas is made, which takes as long.
  const stage = new Stage(network, place);
  const answer = asked.then((graph) => {
    scope.open(take(graph, network, scene, 'quietly'));
    const dated = graph.edges.some(({ attributes }) => attributes.date !== undefined);
    const panel = view.nodes.length > 0 || view.between.length > 0 || view.edge !== null || view.article !== null;
    stage.insets = insetsOf(panel, dated && !matchMedia(PHONE).matches && view.show !== 'table');
    stage.draw(atOnce(sift(network, scope.under(view.expanded), view)), view);
    return graph;
  });
  return { network, scope, scene, stage, answer };
}
