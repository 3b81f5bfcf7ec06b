import type { EdgeAttributes, GraphAnswer } from '../../../../src/server/schemas/graph.ts';
import { daysOf, within } from '../../state/dates.ts';
import type { Folder } from './folder.ts';

type Edge = GraphAnswer['edges'][number];

/**
 * The filters of edges that the API knows, as its queries have them.
 *
 * @returns which edges fit
 */
export async function fitting(folder: Folder, asked: URLSearchParams): Promise<(edge: Edge) => boolean> {
  const wanted = (name: string) => {
    const values = asked.getAll(name);
    return values.length === 0 ? null : new Set(values);
  };
  const [types, modalities, sources, articles] = ['type', 'modality', 'source', 'article'].map(wanted);
  const confidence = Number(asked.get('confidence') ?? 0);
  const weight = Number(asked.get('weight') ?? 1);
  const [from, to] = [asked.get('from'), asked.get('to')];
  const inTime = ({ date }: EdgeAttributes) => {
    const days = date === undefined ? null : daysOf(date);
    return days === null || within(days, from, to);
  };
  const says =
    sources || articles ? await saidBy(folder, sources ?? null, articles ?? null) : ({ has: () => true } as const);
  return ({ key, attributes }: { key: string; attributes: EdgeAttributes }) =>
    (types?.has(attributes.type) ?? true) &&
    (modalities?.has(attributes.modality) ?? true) &&
    attributes.confidence >= confidence &&
    attributes.weight >= weight &&
    inTime(attributes) &&
    says.has(key);
}

/** The edges that an article of these publishers says, or one of these articles. */
async function saidBy(
  folder: Folder,
  sources: ReadonlySet<string> | null,
  articles: ReadonlySet<string> | null,
): Promise<ReadonlySet<string>> {
  const edges = await folder.edges();
  const said = edges.filter(({ evidence }) =>
    evidence.some(
      ({ article, articleSource }) =>
        (articles?.has(article) ?? true) &&
        (sources === null || (articleSource !== null && sources.has(articleSource))),
    ),
  );
  return new Set(said.map(({ key }) => key));
}
