/** The only door of this room: what many articles say → one graph. */
export { type ContradictionKind, contradictionOf, type EdgeClaim } from './contradictions.ts';
export { daysOf } from './dates.ts';
export {
  bySource,
  contribution,
  type EdgeAttributes,
  type EdgeEnds,
  type EdgeEvidence,
  type EdgeSummary,
  edgeOf,
  evidenceOf,
  type Proposition,
  sumUp,
} from './edge.ts';
export {
  type ArticleGraph,
  byPlace,
  claimsOf,
  entityName,
  foldGraph,
  type GraphAttributes,
  type NodeAttributes,
  type NodeMention,
  resolve,
} from './fold.ts';
export { byCodeUnit, type Claim, identify } from './identity.ts';
export { layIn } from './lay-in.ts';
export {
  type Bounds,
  type LayoutEdge,
  type LayoutNode,
  layOut,
  layOutGraph,
  nodeSize,
  type Position,
} from './layout.ts';
export { type Measures, measure, type Ties } from './measures.ts';
export { foldName, nameKey } from './names.ts';
export { type About, byStanding, standing } from './readings.ts';
export { chooseLabel, type Spelling } from './spelling.ts';
export { jointConfidence, TALLIED } from './tally.ts';
