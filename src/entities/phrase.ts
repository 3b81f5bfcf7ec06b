import type { EntityType, MentionKind } from '../ontology.ts';

export type Gender = 'male' | 'female';
export type GrammaticalNumber = 'singular' | 'plural';

/** A stretch of text that can refer to something: a name, a noun with what stands before it, or a pronoun. */
export interface Phrase {
  kind: MentionKind;
  /** Index of the sentence, and its tokens `from` (inclusive) to `to` (exclusive). */
  sentence: number;
  from: number;
  to: number;
  head: number;
  start: number;
  end: number;
  text: string;
  /** The head's lemma in lower case ("leader"); of a name, its last word. */
  noun: string;
  determiner: 'definite' | 'demonstrative' | 'indefinite' | 'possessive' | 'bare';
  /** null where the phrase does not say. */
  number: GrammaticalNumber | null;
  gender: Gender | null;
  /** Whether it speaks of human beings; null where that is not known. */
  human: boolean | null;
  /** Of names alone. */
  type?: EntityType;
  /** The country, by its usual name, that a name or a demonym stands for. */
  country?: string;
  /** A demonym or another adjective of its country. */
  adjective?: true;
  /** Tokens of the title before a person's name. */
  title?: readonly [from: number, to: number];
  /** Phrases that make up this one ("Mara Ilves and Tomas Reyl"); it is an antecedent only, never a mention. */
  parts?: readonly number[];
  /** A title or class before a name ("the cruise ship" of "the cruise ship Aurora"): read for what it says, never a mention. */
  hidden?: true;
}

/** Grammar of the personal pronouns, by lower-case form. */
interface Pronoun {
  number: GrammaticalNumber | null;
  gender: Gender | null;
  human: boolean | null;
  /** `third` refers back, `speaker` to whoever speaks, `relative` to the noun it hangs on. */
  person: 'third' | 'speaker' | 'relative';
  reflexive?: true;
}

const third = (number: GrammaticalNumber, gender: Gender | null, human: boolean | null): Pronoun => ({
  number,
  gender,
  human,
  person: 'third',
});
const he = third('singular', 'male', true);
const she = third('singular', 'female', true);
const it = third('singular', null, false);
const they = third('plural', null, null);
const speaker = (number: GrammaticalNumber): Pronoun => ({ number, gender: null, human: null, person: 'speaker' });
const I = speaker('singular');
const we = speaker('plural');
const relative = (human: boolean | null): Pronoun => ({ number: null, gender: null, human, person: 'relative' });

export const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map<string, Pronoun>([
  ...['he', 'him', 'his'].map((form) => [form, he] as const),
  ...['she', 'her', 'hers'].map((form) => [form, she] as const),
  ...['it', 'its'].map((form) => [form, it] as const),
  ...['they', 'them', 'their', 'theirs'].map((form) => [form, they] as const),
  ...['i', 'me', 'my', 'mine'].map((form) => [form, I] as const),
  ...['we', 'us', 'our', 'ours'].map((form) => [form, we] as const),
  ['himself', { ...he, reflexive: true }],
  ['herself', { ...she, reflexive: true }],
  ['itself', { ...it, reflexive: true }],
  ['themselves', { ...they, reflexive: true }],
  ['myself', { ...I, reflexive: true }],
  ['ourselves', { ...we, reflexive: true }],
  ['who', relative(true)],
  ['whom', relative(true)],
  ['whose', relative(null)],
  ['which', relative(false)],
  ['that', relative(null)],
]);
