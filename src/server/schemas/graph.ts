import { z } from 'zod';
import { ArticleId, Day, EdgeKey, EntityKey, EntityType, listOf, Modality, pageLimit, TextDate } from './common.ts';

/** Absent until the whole graph was measured after the node came: that is done beside all other work. */
export const measures = {
  community: z.int().optional().meta({ description: 'Number of its community (Louvain); 0 is the largest' }),
  rank: z.number().optional().meta({ description: 'PageRank as a share of the highest: 1 is the most central node' }),
};

/** Attributes of a node in `/api/graph` and `/api/entities/:id/neighbours`. */
export const NodeAttributes = z
  .object({
    label: z.string(),
    type: EntityType,
    aliases: z.array(z.string()),
    degree: z.int().meta({ description: 'Edges of the node in the whole store, shown or not' }),
    articles: z.int().meta({ description: 'Distinct articles that mention it' }),
    mentionCount: z.int(),
    firstDate: Day.nullable().meta({ description: 'Date of the first dated article that mentions it' }),
    lastDate: Day.nullable(),
    ...measures,
    x: z.number(),
    y: z.number(),
    size: z.number().meta({ description: 'Radius by degree, 4 to 20' }),
  })
  .meta({ id: 'NodeAttributes' });
export type NodeAttributes = z.infer<typeof NodeAttributes>;

export const EdgeAttributes = z
  .object({
    type: z.string().meta({ description: 'Canonical relation type, or the verb as the text has it', example: 'met' }),
    predicate: z.string().meta({ description: 'The words in the text' }),
    role: z.string().optional(),
    roleOf: z.literal('target').optional().meta({ description: 'The role is of the source where this is absent' }),
    details: z.string().optional(),
    date: TextDate.optional(),
    place: EntityKey.optional(),
    modality: Modality,
    attributedTo: z.array(z.string()).meta({
      description:
        'The twenty sources named most often: keys of nodes or, where there is no node, the words of the text',
    }),
    sourceCount: z.int().optional().meta({ description: 'Sources that are named; absent where all are listed' }),
    confidence: z.number().min(0).max(1),
    weight: z.int().meta({ description: 'Distinct articles that say so' }),
    sources: z.int().meta({
      description:
        'Independent sources: the publishers of these articles, and each article that names none. A text that several print is one article',
    }),
    evidenceCount: z.int().meta({ description: 'Sentences that say so' }),
  })
  .meta({ id: 'EdgeAttributes' });
export type EdgeAttributes = z.infer<typeof EdgeAttributes>;

export const SerializedNode = z.object({ key: EntityKey, attributes: NodeAttributes }).meta({ id: 'GraphNode' });
export const SerializedEdge = z
  .object({
    key: EdgeKey,
    source: EntityKey,
    target: EntityKey,
    undirected: z.boolean().meta({ description: 'True for symmetric relations' }),
    attributes: EdgeAttributes,
  })
  .meta({ id: 'GraphEdge' });
export type SerializedEdge = z.infer<typeof SerializedEdge>;

const options = z.object({ type: z.literal('mixed'), multi: z.literal(true), allowSelfLoops: z.boolean() });

/** `graph.import()` of graphology reads it as it stands. */
export const GraphAnswer = z
  .object({
    options,
    attributes: z.object({
      nodes: z.int().meta({ description: 'Nodes that fit the question, in the whole store' }),
      edges: z.int(),
      shownNodes: z.int(),
      shownEdges: z.int(),
      articles: z.int().meta({ description: 'Articles in the store' }),
    }),
    nodes: z.array(SerializedNode),
    edges: z.array(SerializedEdge),
  })
  .meta({ id: 'GraphAnswer' });
export type GraphAnswer = z.infer<typeof GraphAnswer>;

/** Given several times for several; a publisher's name may hold a comma. */
const sources = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat())
  .pipe(z.array(z.string().min(1).max(500)).max(200))
  .optional();

/** What may be asked of edges, their days apart. */
export const edgeFilter = {
  type: listOf(z.string().min(1).max(200)).meta({ description: 'Relation types: repeated, or with commas' }),
  modality: listOf(Modality).meta({ description: 'Default: all' }),
  confidence: z.coerce.number().min(0).max(1).optional().meta({ description: 'Only edges at least as sure' }),
  weight: z.coerce.number().int().min(1).optional().meta({
    description: 'Only edges that at least as many articles say',
  }),
  source: sources.meta({ description: 'Only edges that an article of one of these publishers says: repeated' }),
  article: listOf(ArticleId).meta({ description: 'Only edges that one of these articles says' }),
};

const days = {
  from: Day.optional().meta({
    description:
      'Only what happened on this day or later. Where an edge has no date of its own, the dates of the articles that say it count.',
  }),
  to: Day.optional().meta({ description: 'Only what happened on this day or before' }),
};

const entityType = listOf(EntityType).meta({ description: 'Only nodes of these types' });

/** What chooses a part of the graph. */
const partOfGraph = { entityType, ...edgeFilter, ...days };
export const PartQuery = z.strictObject(partOfGraph);

export const GraphQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(20_000).default(500).meta({
    description:
      'Nodes at most: those with most edges first. `attributes` tells how many there are. Where something is asked of edges, only nodes that have one that fits.',
  }),
  ...partOfGraph,
});
export type GraphQuery = z.infer<typeof GraphQuery>;

export const ExportQuery = z.strictObject({
  format: z.enum(['json', 'gexf']).meta({ description: "graphology's JSON, or GEXF 1.3" }),
  ...partOfGraph,
});
export type ExportQuery = z.infer<typeof ExportQuery>;

export const NeighboursQuery = z.strictObject({
  depth: z.coerce.number().int().min(1).max(3).default(1),
  direction: z.enum(['in', 'out', 'both']).default('both').meta({ description: 'Symmetric edges are in both' }),
  entityType: entityType.meta({ description: 'Only nodes of these types, the start apart' }),
  ...edgeFilter,
  ...days,
  limit: pageLimit(200, 5000).meta({
    description:
      'Neighbours at most: nearer ones first, then those with the strongest ties. `attributes` tells how many there are.',
  }),
});
export type NeighboursQuery = z.infer<typeof NeighboursQuery>;

export const NeighboursAnswer = z
  .object({
    options,
    attributes: z.object({
      start: EntityKey,
      nodes: z.int().meta({ description: 'Nodes within reach, the start included, as far as they were counted' }),
      edges: z.int(),
      shownNodes: z.int(),
      shownEdges: z.int(),
      truncated: z.boolean().meta({ description: 'A limit bit: not all nodes within reach are shown' }),
    }),
    nodes: z.array(SerializedNode),
    edges: z.array(SerializedEdge),
  })
  .meta({ id: 'NeighboursAnswer' });
export type NeighboursAnswer = z.infer<typeof NeighboursAnswer>;

/** Edges of one entity, with their evidence: `/api/entities/:id/edges`. */
export const EntityEdgesQuery = z.strictObject({
  direction: z.enum(['in', 'out', 'both']).default('both'),
  ...edgeFilter,
  ...days,
  limit: pageLimit(50, 500),
  after: z.string().max(2000).optional(),
});
export type EntityEdgesQuery = z.infer<typeof EntityEdgesQuery>;

const facet = <T extends z.ZodType>(value: T) =>
  z.object({
    values: z.array(z.object({ value, count: z.int() })),
    total: z.int().meta({ description: 'Values that there are, listed or not' }),
  });

/** What filters can ask for: `/api/facets`. */
export const Facets = z
  .object({
    articles: z.int(),
    entities: z.int(),
    edges: z.int(),
    entityTypes: facet(EntityType).meta({ description: 'Nodes by their type' }),
    types: facet(z.string()).meta({ description: 'Edges by their type, the commonest 200' }),
    modalities: facet(Modality).meta({ description: 'Edges by their modality' }),
    sources: facet(z.string()).meta({ description: 'Articles by their publisher, the commonest 200' }),
    dates: z
      .object({ first: z.string(), last: z.string() })
      .nullable()
      .meta({ description: 'First and last day of edges' }),
  })
  .meta({ id: 'Facets' });
export type Facets = z.infer<typeof Facets>;
