import { daysOf, type EdgeAttributes, nodeSize } from '../graph/index.ts';
import { ENTITY_TYPES, MODALITIES } from '../ontology.ts';
import type { Format } from './format.ts';
import { EDGE_SHAPES, NODE_COLOURS } from './palette.ts';
import type { GraphSource, SourceEdge, SourceNode } from './source.ts';
import { attributes, escapeToken } from './xml.ts';

type Values = Readonly<Record<string, string | number | undefined>>;
type Declared = readonly (readonly [id: string, type: string, options?: readonly string[]])[];

const NODE_ATTRIBUTES: Declared = [
  ['type', 'string', ENTITY_TYPES],
  ['aliases', 'liststring'],
  ['mentions', 'integer'],
  ['articles', 'integer'],
];

const EDGE_ATTRIBUTES: Declared = [
  ['type', 'string'],
  ['predicate', 'string'],
  ['modality', 'string', MODALITIES],
  ['role', 'string'],
  ['roleOf', 'string'],
  ['details', 'string'],
  ['date', 'string'],
  ['place', 'string'],
  ['attributedTo', 'liststring'],
  ['confidence', 'double'],
  ['sentences', 'integer'],
  ['sentence', 'string'],
  ['articles', 'liststring'],
];

function declaration(kind: 'node' | 'edge', declared: Declared): string {
  const lines = declared.map(([id, type, options]) => {
    const opening = `<attribute${attributes({ id, title: id, type })}`;
    return options ? `${opening}><options>${options.join('|')}</options></attribute>` : `${opening}/>`;
  });
  return `<attributes class="${kind}" mode="static">\n${lines.join('\n')}\n</attributes>\n`;
}

/** GEXF 1.3's array syntax: `["a", "b"]`; absent where there is none. */
function list(items: readonly string[]): string | undefined {
  if (items.length === 0) return undefined;
  const quoted = items.map((item) => {
    const escaped = item.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
    return `"${escaped}"`;
  });
  return `[${quoted.join(', ')}]`;
}

function attvalues(values: Values): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return `<attvalues>${given.map(([id, value]) => `<attvalue${attributes({ for: id, value })}/>`).join('')}</attvalues>`;
}

const distinctArticles = (items: readonly { article: string }[]): string[] => [
  ...new Set(items.map(({ article }) => article)),
];

function nodeElement({ key, attributes: node, degree, position }: SourceNode): string {
  const [r, g, b] = NODE_COLOURS[node.type];
  const values = attvalues({
    type: node.type,
    aliases: list(node.aliases),
    mentions: node.mentions.length,
    articles: distinctArticles(node.mentions).length,
  });
  const place = position ? `<viz:position${attributes({ x: position.x, y: position.y, z: 0 })}/>` : '';
  return (
    `<node${attributes({ id: key })} label="${escapeToken(node.label)}">${values}` +
    `<viz:color${attributes({ r, g, b })}/><viz:size${attributes({ value: nodeSize(degree) })}/>${place}</node>\n`
  );
}

/** Years of XML Schema 1.0 begin at 1. */
function spell(date: string | undefined): string {
  const days = date === undefined ? null : daysOf(date);
  if (days === null || days.first < '0001' || days.first > days.last) return '';
  return `<spells><spell${attributes({ start: days.first, end: days.last })}/></spells>`;
}

/**
 * Parallel edges of one kind are one edge to Gephi, so what tells our edges apart goes into the kind: "met",
 * "met 2023-09-13", "met (planned)".
 */
function kindOf({ type, modality, date }: EdgeAttributes): string {
  return [type, ...(date === undefined ? [] : [date]), ...(modality === 'actual' ? [] : [`(${modality})`])].join(' ');
}

function edgeElement({ key, source, target, undirected, attributes: edge }: SourceEdge): string {
  const values = attvalues({
    type: edge.type,
    predicate: edge.predicate,
    modality: edge.modality,
    role: edge.role,
    roleOf: edge.roleOf,
    details: edge.details,
    date: edge.date,
    place: edge.place,
    attributedTo: list(edge.attributedTo),
    confidence: edge.confidence,
    sentences: edge.evidence.length,
    sentence: edge.evidence[0]?.text,
    articles: list(distinctArticles(edge.evidence)),
  });
  const ends = attributes({
    id: key,
    source,
    target,
    type: undirected ? 'undirected' : 'directed',
    weight: edge.weight,
  });
  const shape = `<viz:shape${attributes({ value: EDGE_SHAPES[edge.modality] })}/>`;
  return (
    `<edge${ends} label="${escapeToken(edge.type)}" kind="${escapeToken(kindOf(edge))}">` +
    `${spell(edge.date)}${values}${shape}</edge>\n`
  );
}

async function* write(source: GraphSource): AsyncIterable<string> {
  // The schema keeps colour, size and position in GEXF's own namespace; readers look for the prefix. This serves both.
  yield '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3" version="1.3">\n' +
    '<meta><creator>Dateline</creator><description>Who met whom, when and where, as news articles say</description></meta>\n' +
    '<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">\n' +
    declaration('node', NODE_ATTRIBUTES) +
    declaration('edge', EDGE_ATTRIBUTES) +
    '<nodes>\n';
  for await (const node of source.nodes()) yield nodeElement(node);
  yield '</nodes>\n<edges>\n';
  for await (const edge of source.edges()) yield edgeElement(edge);
  yield '</edges>\n</graph>\n</gexf>\n';
}

/** GEXF 1.3, for Gephi and its kin: dates as spells, types and roles as declared attributes. */
export const gexf: Format = { extension: 'gexf', mediaType: 'application/gexf+xml', positions: true, write };
