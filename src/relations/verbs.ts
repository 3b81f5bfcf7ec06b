import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ENTITY_TYPES, type EntityType, isSymmetric, RELATION_TYPES } from '../ontology.ts';

const Kind = z.enum([...ENTITY_TYPES, 'actor']);
const Row = z.strictObject({
  type: z.string().refine((type) => Object.hasOwn(RELATION_TYPES, type), 'is no canonical relation'),
  /** Types that either end may have; none listed: any. `actor` is a person, an organization or a place. */
  from: z.array(Kind),
  to: z.array(Kind),
  /** The one who does it in the sentence is the object of the relation. */
  swap: z.boolean().optional(),
  /** The verb has no object ("lose to B", not "lose a coat to B"). */
  bare: z.boolean().optional(),
  /** It holds in the active voice alone ("encouraged A to go", not "was encouraged by A"). */
  active: z.boolean().optional(),
  /** Who is moved, where a name says it, takes the place of the one who moves it ("withdraw A from B"). */
  moves: z.boolean().optional(),
  /** In "A's arrest" A is the one to whom it happens. */
  patient: z.boolean().optional(),
  /**
   * "visit" (with an object), "travel to" (with an oblique), "lay wreath at" (with that object and an oblique),
   * "be:base in" (in the passive, of what stands as its subject), "be from" (a copula). "take_over" has a particle.
   */
  verbs: z.array(z.string()),
  /**
   * "visit to": whose visit stands before it or behind "by"; where to, behind the preposition. "pass *": done to the
   * one who acts in the clause.
   */
  nouns: z.array(z.string()).optional(),
  /** "in support of": of the one who acts in the clause, and of whose support it is, before the noun or behind it. */
  phrases: z.array(z.string()).optional(),
  /** Sentences, each with the edges that it must give. */
  says: z.record(z.string(), z.array(z.string())),
  /** Sentences that must give no edge of this type. */
  not: z.array(z.string()),
});
export const Rules = z.array(Row);

const Grammar = z.record(
  z.enum([
    'prepositions',
    'lightVerbs',
    'objectControl',
    'otherTime',
    'speech',
    'quotative',
    'according',
    'silent',
    'obliques',
    'settings',
    'reciprocal',
    'forAnother',
    'directions',
    'blaming',
  ]),
  z.array(z.string()),
);

const load = (file: string): unknown => JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8'));
const grammar = Grammar.parse(load('grammar.json'));
export const RULES = Rules.parse(load('verbs.json'));

/** A row of the table seen through one of its patterns. */
export interface Rule {
  type: string;
  from: ReadonlySet<EntityType>;
  to: ReadonlySet<EntityType>;
  swap: boolean;
  patient: boolean;
  bare: boolean;
  moves: boolean;
  active: boolean;
  /** The noun that must be the verb's object ("tribute" in "pay tribute to"), or null. */
  noun: string | null;
  /** '' where the pattern takes a direct object. */
  preposition: string;
  /** The preposition before the noun of a phrase ("in" of "in support of"); '' for other rules. */
  link: string;
  /** The pattern holds in the passive only, of its surface subject. */
  passive: boolean;
  /** The pattern as the table has it: names the rule in the evidence. */
  name: string;
}

const PREPOSITIONS = new Set(grammar.prepositions);
const ACTOR: readonly EntityType[] = ['person', 'organization', 'place'];
const expand = (kinds: readonly z.infer<typeof Kind>[]): ReadonlySet<EntityType> =>
  new Set(kinds.length === 0 ? ENTITY_TYPES : kinds.flatMap((kind) => (kind === 'actor' ? ACTOR : [kind])));

/** "troops" and "troop" alike, since lemmatisers differ about them. */
export const singular = (noun: string): string =>
  noun.length > 3 && noun.endsWith('s') && !noun.endsWith('ss') ? noun.slice(0, -1) : noun;

function indexRules(
  patterns: (row: z.infer<typeof Row>) => readonly string[],
  kind: 'verb' | 'noun' | 'phrase',
): ReadonlyMap<string, readonly Rule[]> {
  const index = new Map<string, Rule[]>();
  for (const row of RULES)
    for (const pattern of patterns(row).flatMap((each) => (kind === 'noun' ? mutual(row.type, each) : [each]))) {
      const words = pattern.replace(/^be:/, '').split(' ');
      const link = kind === 'phrase' ? (words.shift() ?? '') : '';
      const last = words.at(-1) ?? '';
      const hasPreposition = words.length > 1 && (last === '*' || PREPOSITIONS.has(last));
      const rule: Rule = {
        type: row.type,
        from: expand(row.from),
        to: expand(row.to),
        swap: row.swap ?? false,
        patient: row.patient ?? false,
        bare: row.bare ?? false,
        moves: row.moves ?? false,
        active: row.active ?? false,
        noun: words.length - (hasPreposition ? 1 : 0) > 1 ? singular(words[1] ?? '') : null,
        preposition: hasPreposition ? last : '',
        link,
        passive: pattern.startsWith('be:'),
        name: `${row.type}: ${kind === 'noun' ? 'the ' : ''}${pattern}`,
      };
      const first = kind === 'verb' ? (words[0] ?? '') : singular(words[0] ?? '');
      index.set(first, [...(index.get(first) ?? []), rule]);
    }
  // the longer pattern knows more
  for (const list of index.values()) list.sort((a, b) => weight(b) - weight(a));
  return index;
}

/** What two do "with" each other is "between" them as well; a fight or a match is also "against" someone. */
function mutual(type: string, pattern: string): string[] {
  const noun = /^(.+) (?:with|between|against)$/.exec(pattern)?.[1];
  if (noun === undefined || !isSymmetric(type)) return [pattern];
  const sides = /^(?:fought|competed_with)$/.test(type) ? ['with', 'between', 'against'] : ['with', 'between'];
  return [...new Set([pattern, ...sides.map((side) => `${noun} ${side}`)])];
}

const weight = (rule: Rule): number => (rule.noun === null ? 0 : 2) + (rule.preposition === '' ? 0 : 1);

const verbRules = indexRules((row) => row.verbs, 'verb');
const nounRules = indexRules((row) => row.nouns ?? [], 'noun');
const phraseRules = indexRules((row) => row.phrases ?? [], 'phrase');
const none: readonly Rule[] = [];

/** Rules whose pattern begins with this verb, the most specific first. */
export const rulesOf = (verb: string): readonly Rule[] => verbRules.get(verb) ?? none;
/** Whether a rule knows the verb with a direct object ("kill", but not "come"). */
export const takesObject = (verb: string): boolean =>
  rulesOf(verb).some((rule) => rule.noun === null && rule.preposition === '' && !rule.passive);
/** Rules of a noun that names a happening ("visit"). */
export const nounRulesOf = (noun: string): readonly Rule[] => nounRules.get(noun) ?? none;

/** Rules of a noun between two prepositions ("in support of"). */
export const phraseRulesOf = (noun: string): readonly Rule[] => phraseRules.get(noun) ?? none;

/** Nouns of what is done to those whose it is said to be ("A's arrest"). */
export const isSuffered = (noun: string): boolean => nounRulesOf(noun).some((rule) => rule.patient);

const among = (words: readonly string[]) => {
  const set = new Set(words);
  return (word: string): boolean => set.has(word);
};

/** Verbs that say little themselves: what happens is in their object ("hold talks"). */
export const isLight = among(grammar.lightVerbs);
/** Verbs whose object is the subject of the infinitive ("ask A to go"). */
export const isObjectControl = among(grammar.objectControl);
/** Nouns whose infinitive is another's to do ("A's invitation to come"). */
export const isForAnother = among(grammar.forAnother);
/** Verbs that tell of a choice or a will, whose infinitive comes to pass later ("named to lead"). */
export const isOfOtherTime = among(grammar.otherTime);
/** Verbs that report what someone says or thinks. */
export const isSpeech = among(grammar.speech);
/** Verbs that can stand with a quotation or behind what they report ("…, A said"). */
export const isQuotative = among(grammar.quotative);
export const isAccording = among(grammar.according);
/** Verbs that make no relation of their own in the open vocabulary. */
export const isSilent = among(grammar.silent);
/** Prepositions behind which the open vocabulary takes an object. */
export const isOpenPreposition = among(grammar.obliques);
/** Verbs that two subjects can do to each other ("A and B met"). */
export const isReciprocal = among(grammar.reciprocal);
/** Verbs that lay a deed on their object ("accused A of going"). */
export const isBlaming = among(grammar.blaming);
/** Prepositions of where something is brought, behind which the object of the verb ends up ("sent A to B"). */
export const isDirection = among(grammar.directions);
/** Prepositions of the place where something happens. */
export const isSetting = among(grammar.settings);

/** Every verb that a rule or a list of the grammar names, without particle. */
export const KNOWN_VERBS: readonly string[] = [
  ...new Set(
    [
      ...verbRules.keys(),
      ...grammar.lightVerbs,
      ...grammar.objectControl,
      ...grammar.speech,
      ...grammar.silent,
      ...grammar.reciprocal,
    ].map((verb) => verb.split('_')[0] ?? verb),
  ),
];
