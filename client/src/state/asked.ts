import { MODALITIES } from '../../../src/ontology.ts';
import { listed } from '../api/queries.ts';
import type { Explorer } from '../explorer.ts';
import type { ViewState } from './viewState.ts';

type Ground = Pick<Explorer, 'kinds' | 'view'>;

/** What is on, where some are off; else nothing, which asks for all. */
const on = (all: readonly string[], off: readonly string[]): readonly string[] =>
  off.length === 0 ? [] : all.filter((each) => !off.includes(each));

const joined = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join('');

/** Only what these sources or articles say. */
export const saidAsked = ({ sources, articles }: Pick<ViewState, 'sources' | 'articles'>): string =>
  joined([listed('source', sources), listed('article', articles)]);

/** The filters of edges that are in force, in the words of the API, for the end of a query. */
export const edgesAsked = ({ kinds, view }: Ground): string =>
  joined([
    listed('modality', on(MODALITIES, view.modalities)),
    listed(
      'type',
      on(
        kinds.relations.map(([type]) => type),
        view.relations,
      ),
    ),
    saidAsked(view),
    view.confidence > 0 && `&confidence=${view.confidence / 100}`,
    view.weight > 1 && `&weight=${view.weight}`,
  ]);

/** Those of nodes and days too: the part of the graph that is left. */
export const partAsked = ({ kinds, view }: Ground): string =>
  joined([
    edgesAsked({ kinds, view }),
    listed('entityType', on([...kinds.types.keys()], view.types)),
    view.since !== null && `&from=${view.since}`,
    view.until !== null && `&to=${view.until}`,
  ]);
