import { advance, amend, begin, type History, redo, undo } from './history.ts';
import { addressOf, NOTHING_CHOSEN, type ViewState, viewOf } from './viewState.ts';

export type ViewChange = Partial<ViewState> | ((view: ViewState) => Partial<ViewState>);

/** Servers and mail programs cut off what is longer; the browser's own history keeps the whole. */
const LONGEST_ADDRESS = 6000;
/** Browsers refuse more than some hundred changes of the address in half a minute. */
const PAUSE = 200;

/** The view, its past and its future, in step with the address of the page. */
export class Views {
  #history: History<ViewState> = begin(viewOf(location.search));
  /** The last step chose something and did no more: another choice goes on with it. */
  #choosing = false;
  #writing: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  readonly get = (): History<ViewState> => this.#history;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) addEventListener('popstate', this.#goBack);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) removeEventListener('popstate', this.#goBack);
    };
  };

  /**
   * Changes the view. Every step is one that Back takes back; undo goes over choices in a row as if they were one.
   *
   * @param how `goes on`: part of the last step, as while a slider is drawn
   */
  change(change: ViewChange, how?: 'goes on'): void {
    const before = this.#history.present;
    const next = { ...before, ...(typeof change === 'function' ? change(before) : change) };
    if (addressOf(next) === addressOf(before)) return;
    const choosing = addressOf({ ...next, ...NOTHING_CHOSEN }) === addressOf({ ...before, ...NOTHING_CHOSEN });
    const joins = how === 'goes on' || (choosing && this.#choosing);
    this.#choosing = choosing && (this.#choosing || how !== 'goes on');
    this.#take((joins ? amend : advance)(this.#history, next));
    if (how === 'goes on') this.#writing ??= setTimeout(() => this.#write('replaceState'), PAUSE);
    else this.#write('pushState');
  }

  undo(): void {
    this.#wander(undo);
  }

  redo(): void {
    this.#wander(redo);
  }

  #wander(move: typeof undo<ViewState>): void {
    const moved = move(this.#history);
    if (moved === this.#history) return;
    this.#choosing = false;
    this.#take(moved);
    this.#write('pushState');
  }

  readonly #goBack = ({ state }: PopStateEvent): void => {
    this.#choosing = false;
    this.#take(advance(this.#history, viewOf(keptIn(state) ?? location.search)));
  };

  #take(history: History<ViewState>): void {
    this.#history = history;
    for (const listener of [...this.#listeners]) listener();
  }

  #write(how: 'pushState' | 'replaceState'): void {
    clearTimeout(this.#writing);
    this.#writing = undefined;
    const view = this.#history.present;
    history[how]({ query: addressOf(view) }, '', location.pathname + addressOf(view, LONGEST_ADDRESS) + location.hash);
  }
}

/** The whole query, where the address has but a part of it. */
function keptIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('query' in state)) return undefined;
  return typeof state.query === 'string' ? state.query : undefined;
}
