import type { Mention } from '../../entities/entity.ts';
import { dependents, form, isVerb, lemma, relation } from '../../language/tree.ts';
import type { Draft } from '../draft.ts';
import type { Phrases } from '../phrases.ts';
import { titledSpan } from '../role-phrases.ts';
import { names } from './names.ts';

const PREPOSITION =
  /^(?:aboard|across|against|at|by|for|from|in|inside|into|near|of|off|on|onto|outside|over|through|to|toward|towards|under|upon|with|within)$/;

/** "by" as an adverb with "Novak" below it: the preposition belongs below the name. */
export function prepositionsAsHeads({ tree, named }: Phrases, draft: Draft): void {
  for (const [at, token] of tree.tokens.entries()) {
    if (!PREPOSITION.test(token.form) || relation(tree, at) === 'case') continue;
    const above = tree.heads[at] ?? -1;
    let next = at + 1;
    if (/^(?:the|a|an)$/i.test(form(tree, next))) next++;
    const name = named[next];
    if (above < 0 || name?.from !== next || token.upos === 'PART') continue;
    const below = tree.heads[name.head] === at;
    const isLoose = relation(tree, at) === 'advmod' || (token.form === 'by' && relation(tree, at) === 'compound');
    if (!below && !(isLoose && tree.heads[name.head] === above)) continue;
    draft.hang(name.head, above, isVerb(tree, above) ? 'obl' : 'nmod');
    draft.hang(at, name.head, 'case');
  }
}

/** "a letter from [A] to [B]": B goes with the letter, not with A. */
export function endsOfWays(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  for (const mention of names(phrases)) {
    const start = named[tree.heads[mention.head] ?? -1];
    if (!start || start.head >= mention.from || relation(tree, mention.head) !== 'nmod') continue;
    const [from, to] = [start.head, mention.head].map((token) =>
      dependents(tree, token, 'case').map((c) => form(tree, c)),
    );
    const above = tree.heads[start.head] ?? -1;
    if (from?.[0] !== 'from' || to?.[0] !== 'to' || above < 0) continue;
    draft.hang(mention.head, above, isVerb(tree, above) ? 'obl' : 'nmod');
  }
}

/** "President-elect [A]": one title, with "elect" for no verb. */
export function electedTitles({ tree, named }: Phrases, draft: Draft): void {
  for (let at = 2; at < tree.tokens.length; at++)
    if (form(tree, at) === 'elect' && form(tree, at - 1) === '-' && !named[at]) {
      const name = named[at + 1];
      if (name?.from !== at + 1 || name.kind !== 'name') continue;
      draft.unite(at - 2, name.to, name.head);
      draft.hang(at - 2, name.head, 'nmod:desc');
      draft.hang(at, at - 2, 'amod');
    }
}

/** A name with the title before it, "A's foreign policy" and a hyphened noun are one phrase each. */
export function unitedPhrases(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  const { tokens } = tree;
  for (let at = 1; at + 1 < tokens.length; at++) {
    const [before, dash, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (dash?.form !== '-' || before?.end !== dash.start || dash.end !== after?.start) continue;
    if (before.upos === 'NOUN' && after.upos === 'NOUN') draft.unite(at - 1, at + 2, at + 1);
  }
  for (const mention of names(phrases)) {
    draft.unite(mention.from, mention.to, mention.head);
    const titled = titledSpan(phrases, mention);
    if (titled !== null) draft.unite(titled, mention.to, mention.head);
    if (tokens[mention.to]?.xpos !== 'POS') continue;
    const owned = ownedBy(phrases, mention.to + 1);
    if (owned !== null) draft.unite(mention.from, named[owned]?.to ?? owned + 1, named[owned]?.head ?? owned);
  }
}

/** The last noun, or the first name, behind a possessive mark. */
function ownedBy({ tree, named }: Phrases, start: number): number | null {
  let last: number | null = null;
  for (let at = start; at < Math.min(start + 6, tree.tokens.length); at++) {
    if (named[at]) return named[at]?.kind === 'name' ? at : last;
    const upos = tree.tokens[at]?.upos;
    if (upos === 'NOUN' || upos === 'PROPN') last = at;
    else if (upos !== 'ADJ' && upos !== 'NUM' && form(tree, at) !== '-') return last;
  }
  return last;
}

/** "[A], the first ship,": the name is what the clause speaks of, the noun behind the comma explains it. */
export function appositionsBefore(phrases: Phrases, draft: Draft): void {
  const { tree } = phrases;
  for (const mention of names(phrases)) {
    const above = tree.heads[mention.head] ?? -1;
    if (above <= mention.to || !/^(?:compound|nmod|amod|flat|nummod)$/.test(relation(tree, mention.head))) continue;
    if (form(tree, mention.to) === ',' && tree.tokens[above]?.upos === 'NOUN' && above - mention.to < 8)
      draft.promote(mention.head, above, 'appos');
  }
}

/** "A of B, C of D and E of F": C goes with A, not with B. */
export function conjunctsOfAKind(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  const all = names(phrases);
  const isPerson = (mention: Mention | undefined) =>
    mention !== undefined && phrases.reading.entities[mention.entities[0] ?? -1]?.type === 'person';
  for (const [i, mention] of all.entries()) {
    if (relation(tree, mention.head) !== 'conj' || !isPerson(mention)) continue;
    const above = named[tree.heads[mention.head] ?? -1];
    if (!above || isPerson(above)) continue;
    const fellow = all.slice(Math.max(0, i - 4), i).findLast(isPerson);
    if (fellow) draft.hang(mention.head, fellow.head, 'conj');
  }
}

const NOMINAL = /^(?:nsubj|obj|iobj|obl|nmod|conj|appos|root|compound|flat)$/;

/** A name that the parser took for a clause of the verb before it is the verb's object, or an oblique. */
export function misplacedNames(phrases: Phrases, draft: Draft): void {
  const { tree } = phrases;
  for (const mention of names(phrases)) {
    const verb = tree.heads[mention.head] ?? -1;
    if (verb < 0 || verb > mention.from || !isVerb(tree, verb) || NOMINAL.test(relation(tree, mention.head))) continue;
    const start = titledSpan(phrases, mention) ?? mention.from;
    if (dependents(tree, mention.head, 'case').some((c) => c < mention.from)) draft.hang(mention.head, verb, 'obl');
    else if (start === verb + 1 && dependents(tree, verb, 'obj').length === 0) draft.hang(mention.head, verb, 'obj');
  }
}

/** "told [A] the plan must wait": the one who was told is no subject of what was said. */
export function toldNames(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  for (const verb of tree.order) {
    if (!/^(?:tell|inform|remind|assure|warn|notify|promise)$/.test(lemma(tree, verb)) || !isVerb(tree, verb)) continue;
    const told = named[verb + 1] ?? (form(tree, verb + 1) === 'the' ? named[verb + 2] : undefined);
    if (told?.kind !== 'name' || dependents(tree, verb, 'obj', 'iobj').length > 0) continue;
    const above = tree.heads[told.head] ?? -1;
    if (above !== verb && !(above > told.to && dependents(tree, above, 'nsubj').length > 1)) continue;
    draft.hang(told.head, verb, 'iobj');
  }
}
