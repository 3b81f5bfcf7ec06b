/**
 * The words of the graph: what a node can be, what an edge can say.
 * Everything else in the project imports these names; they import nothing.
 */

export const ENTITY_TYPES = ['person', 'organization', 'place', 'facility', 'event', 'document'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const MODALITIES = ['actual', 'planned', 'possible', 'negated'] as const;
/** How a statement is meant: said as fact; will be; may be; said not to be. */
export type Modality = (typeof MODALITIES)[number];

export const MENTION_KINDS = ['name', 'description', 'pronoun'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** A stretch of `Article.text`: UTF-16 code units, start inclusive, end exclusive. */
export type Span = readonly [start: number, end: number];

interface RelationType {
  /** Direction means nothing; stored once. */
  symmetric?: true;
  /** The event class of PLOVER (Open Event Data Alliance), where it has one. */
  plover?: string;
}

/**
 * The canonical relation types. A statement whose verb fits none carries the verb's lemma instead, with its
 * preposition where the object hangs on one (`escort`, `rely_on`), so `Statement.type` is any string.
 */
export const RELATION_TYPES = {
  met: { symmetric: true, plover: 'CONSULT' },
  spoke_with: { symmetric: true, plover: 'CONSULT' },
  negotiated_with: { symmetric: true, plover: 'CONSULT' },
  visited: { plover: 'CONSULT' },
  invited: { plover: 'CONSULT' },
  praised: { plover: 'SUPPORT' },
  supported: { plover: 'SUPPORT' },
  honored: { plover: 'SUPPORT' },
  cooperated_with: { symmetric: true, plover: 'COOPERATE' },
  agreed_with: { symmetric: true, plover: 'AGREE' },
  signed: { plover: 'AGREE' },
  aided: { plover: 'AID' },
  asked: { plover: 'REQUEST' },
  criticized: { plover: 'ACCUSE' },
  accused: { plover: 'ACCUSE' },
  investigated: { plover: 'ACCUSE' },
  rejected: { plover: 'REJECT' },
  warned: { plover: 'THREATEN' },
  protested_against: { plover: 'PROTEST' },
  sanctioned: { plover: 'SANCTION' },
  mobilized_against: { plover: 'MOBILIZE' },
  arrested: { plover: 'COERCE' },
  expelled: { plover: 'COERCE' },
  attacked: { plover: 'ASSAULT' },
  killed: { plover: 'ASSAULT' },
  injured: { plover: 'ASSAULT' },
  fought: { symmetric: true, plover: 'ASSAULT' },
  defeated: {},
  competed_with: { symmetric: true },
  leads: {},
  works_for: {},
  member_of: {},
  represents: {},
  appointed: {},
  dismissed: {},
  left: {},
  succeeded: {},
  founded: {},
  owns: {},
  acquired: {},
  sold_to: {},
  created: {},
  attended: {},
  organized: {},
  located_in: {},
  part_of: {},
  lives_in: {},
  citizen_of: {},
  born_in: {},
  died_in: {},
  relative_of: { symmetric: true },
} as const satisfies Record<string, RelationType>;

export type CanonicalRelation = keyof typeof RELATION_TYPES;

const table: Readonly<Record<string, RelationType>> = RELATION_TYPES;

/** Whether the direction of a relation of this type means nothing. Types of the open vocabulary all have a direction. */
export const isSymmetric = (type: string): boolean => Object.hasOwn(table, type) && table[type]?.symmetric === true;
