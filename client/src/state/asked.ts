import { MODALITIES } from '../../../src/ontology.ts';
import { listed } from '../api/queries.ts';
import type { Explorer } from '../explorer.ts';

type Ground = Pick<Explorer, 'kinds' | 'view'>;

/** What is on, where some are off; else nothing, which asks for all. */
const on = (all: readonly string[], off: readonly string[]): readonly string[] =>
  off.length === 0 ? [] : all.filter((each) => !off.includes(each));

const joined = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join('');

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
    listed('source', view.sources),
    listed('article', view.articles),
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
