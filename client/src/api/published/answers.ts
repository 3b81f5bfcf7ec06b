import type { ArticlePage } from '../../../../src/server/schemas/articles.ts';
import { type ContradictionPage, subjectsOf } from '../../../../src/server/schemas/contradictions.ts';
import type { EdgePage } from '../../../../src/server/schemas/edges.ts';
import type { EntityPage } from '../../../../src/server/schemas/entities.ts';
import type { Facets, GraphAnswer, NeighboursAnswer } from '../../../../src/server/schemas/graph.ts';
import type { PathsAnswer } from '../../../../src/server/schemas/paths.ts';
import { Folder, notPublished } from './folder.ts';
import { shortestPaths } from './paths.ts';
import { match } from './search.ts';
import { fitting } from './sieve.ts';

type Answer = (folder: Folder, asked: URLSearchParams, id: string) => Promise<unknown>;

/** What the API answers, found in the files: by the beginning of the path, the id as `*`. */
const ANSWERS: Record<string, Answer> = {
  '/graph': graph,
  '/facets': facets,
  '/articles': articles,
  '/articles/*': (folder, _, id) => folder.article(id),
  '/edges/*': (folder, _, id) => folder.edge(id),
  '/entities': entities,
  '/entities/*': (folder, _, id) => folder.entity(id),
  '/entities/*/edges': entityEdges,
  '/entities/*/neighbours': neighbours,
  '/paths': paths,
  '/contradictions': contradictions,
};

const folders = new Map<string, Folder>();

/**
 * What the API would answer to a path, from the files of a published folder.
 *
 * @throws ApiError where it is not among them
 */
export function answerFrom(address: string, path: string): Promise<unknown> {
  const folder = folders.get(address) ?? new Folder(address);
  folders.set(address, folder);
  const url = new URL(path, document.baseURI);
  const [, kind = '', id, part] = url.pathname.split('/');
  const name = `/${kind}${id === undefined ? '' : '/*'}${part === undefined ? '' : `/${part}`}`;
  const answer = ANSWERS[name];
  if (!answer) throw notPublished('part');
  return answer(folder, url.searchParams, decodeURIComponent(id ?? ''));
}

async function graph(folder: Folder, asked: URLSearchParams): Promise<GraphAnswer> {
  const whole = await folder.graph();
  const fits = await fitting(folder, asked);
  const types = asked.getAll('entityType');
  const ofType = (node: string) => types.length === 0 || types.some((type) => node.startsWith(`${type}:`));
  const asksOfEdges = [...asked.keys()].some((name) => name !== 'limit' && name !== 'entityType');
  const fit = whole.edges.filter((edge) => ofType(edge.source) && ofType(edge.target) && fits(edge));
  const ends = new Set(fit.flatMap(({ source, target }) => [source, target]));
  const found = whole.nodes.filter(({ key }) => ofType(key) && (!asksOfEdges || ends.has(key)));
  const nodes = found
    .toSorted((a, b) => b.attributes.degree - a.attributes.degree || (a.key < b.key ? -1 : 1))
    .slice(0, Number(asked.get('limit') ?? 500));
  const keys = new Set(nodes.map(({ key }) => key));
  const edges = fit.filter(({ source, target }) => keys.has(source) && keys.has(target));
  return {
    options: whole.options,
    attributes: {
      nodes: found.length,
      edges: fit.length,
      shownNodes: nodes.length,
      shownEdges: edges.length,
      articles: whole.attributes.articles,
    },
    nodes,
    edges,
  };
}

async function facets(folder: Folder): Promise<Facets> {
  const { nodes, edges } = await folder.graph();
  const { articles } = await folder.manifest();
  const days = edges.flatMap(({ attributes: { date } }) => date?.split('/')[0] ?? []).sort();
  const [first] = days;
  const last = days.at(-1);
  return {
    articles: articles.length,
    entities: nodes.length,
    edges: edges.length,
    entityTypes: tally(nodes.map(({ attributes }) => attributes.type)),
    types: tally(edges.map(({ attributes }) => attributes.type)),
    modalities: tally(edges.map(({ attributes }) => attributes.modality)),
    sources: tally(articles.flatMap(({ source }) => source ?? [])),
    dates: first === undefined || last === undefined ? null : { first, last },
  };
}

/** How often each value is there, the commonest first. */
function tally<T extends string>(values: readonly T[]): { values: { value: T; count: number }[]; total: number } {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const listed = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  return { values: listed, total: listed.length };
}

async function articles(folder: Folder): Promise<ArticlePage> {
  const { articles: all } = await folder.manifest();
  return { items: all.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '')), next: null };
}

async function entities(folder: Folder, asked: URLSearchParams): Promise<EntityPage> {
  const { nodes } = await folder.graph();
  const typed = asked.get('q') ?? '';
  const found = nodes.flatMap(({ key, attributes: { x: _x, y: _y, size: _size, ...entity } }) => {
    const ranks = [entity.label, ...entity.aliases].flatMap((name) => match(name, typed) ?? []);
    return ranks.length === 0 ? [] : [{ rank: Math.min(...ranks), item: { key, ...entity } }];
  });
  found.sort((a, b) => a.rank - b.rank || b.item.degree - a.item.degree || (a.item.key < b.item.key ? -1 : 1));
  return { items: found.slice(0, Number(asked.get('limit') ?? 20)).map(({ item }) => item), next: null };
}

async function entityEdges(folder: Folder, _: URLSearchParams, id: string): Promise<EdgePage> {
  const network = await folder.network();
  if (!network.hasNode(id)) throw notPublished('entity');
  const edges = await Promise.all([...new Set(network.edges(id))].map((key) => folder.edge(key)));
  return {
    items: edges.sort((a, b) => b.attributes.weight - a.attributes.weight || (a.key < b.key ? -1 : 1)),
    next: null,
  };
}

async function neighbours(folder: Folder, asked: URLSearchParams, id: string): Promise<NeighboursAnswer> {
  const { options, nodes, edges } = await folder.graph();
  const fits = await fitting(folder, asked);
  const fit = edges.filter(fits);
  const reached = new Set([id]);
  for (let depth = Number(asked.get('depth') ?? 1); depth > 0; depth--) {
    const next = fit.flatMap(({ source, target }) =>
      reached.has(source) || reached.has(target) ? [source, target] : [],
    );
    for (const node of next) reached.add(node);
  }
  const found = nodes.filter(({ key }) => reached.has(key));
  const between = fit.filter(({ source, target }) => reached.has(source) && reached.has(target));
  const [shownNodes, shownEdges] = [found.length, between.length];
  return {
    options,
    attributes: { start: id, nodes: shownNodes, edges: shownEdges, shownNodes, shownEdges, truncated: false },
    nodes: found,
    edges: between,
  };
}

async function contradictions(folder: Folder, asked: URLSearchParams): Promise<ContradictionPage> {
  const about = asked.get('entity') ?? asked.get('edge') ?? '';
  const found = (await folder.contradictions()).filter((each) => subjectsOf(each).has(about));
  return { items: found, next: null, total: found.length };
}

async function paths(folder: Folder, asked: URLSearchParams): Promise<PathsAnswer> {
  const [from, to] = [asked.get('from') ?? '', asked.get('to') ?? ''];
  const { options, nodes, edges } = await folder.graph();
  const network = await folder.network();
  if (!network.hasNode(from) || !network.hasNode(to)) throw notPublished('entity');
  const fits = await fitting(folder, asked);
  const fit = new Set(edges.filter(fits).map(({ key }) => key));
  const found = shortestPaths(network, from, to, (edge) => fit.has(edge));
  const on = new Set([from, to, ...found.paths.flatMap((path) => path.nodes)]);
  const used = new Set(found.paths.flatMap((path) => path.edges.flat()));
  return {
    options,
    attributes: { from, to, paths: found.total, shownPaths: found.paths.length, truncated: false },
    nodes: nodes.filter(({ key }) => on.has(key)),
    edges: edges.filter(({ key }) => used.has(key)),
    paths: found.paths,
  };
}
