import type { Mention } from '../../entities/entity.ts';
import { dependents, form, isVerb, relation, type Tree, upwards } from '../../language/tree.ts';
import type { Draft } from '../draft.ts';
import type { Phrases } from '../phrases.ts';
import { names } from './names.ts';

/** "visited [A], [B] and C" with B on the verb: it goes with the name before the comma. */
export function listedNames(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  for (const mention of names(phrases)) {
    const verb = tree.heads[mention.head] ?? -1;
    if (relation(tree, mention.head) !== 'conj' || verb >= mention.from || !isVerb(tree, verb)) continue;
    if (dependents(tree, mention.head, 'nsubj', 'cop', 'case').length > 0) continue;
    const link = form(tree, mention.from - 1);
    const end = mention.from - (link === 'and' && form(tree, mention.from - 2) === ',' ? 2 : 1);
    const before = /^(?:,|and|or)$/.test(link) ? named[end - 1] : undefined;
    if (before?.kind === 'name' && before.to === end && before.from > verb)
      draft.hang(mention.head, before.head, 'conj');
  }
}

/** "A, along with [B], met C", "A met C along with [B]": B is one more of those whose kind he is. */
export function companionsOf(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  for (const mention of names(phrases)) {
    const the = form(tree, mention.from - 1) === 'the' ? 1 : 0;
    const start = mention.from - the - 2;
    if (form(tree, start + 1) !== 'with' || !/^(?:along|together)$/.test(form(tree, start))) continue;
    const before = named[form(tree, start - 1) === ',' ? start - 2 : start - 1];
    const clause = [...upwards(tree, mention.head)].find(
      (t) => t !== mention.head && dependents(tree, t, 'nsubj').length > 0,
    );
    // what he does next he does alone
    const isLast = clause !== undefined && dependents(tree, clause, 'conj').every((t) => t < mention.from);
    const subject = isLast ? named[dependents(tree, clause, 'nsubj')[0] ?? -1] : undefined;
    const fellow = [before, subject].find(
      (one) => one?.kind === 'name' && one.from < start && isOfAKind(phrases, one, mention),
    );
    if (!fellow) continue;
    draft.hang(mention.head, fellow.head, 'conj');
    for (const word of dependents(tree, mention.head, 'case', 'advmod'))
      if (word < mention.from) draft.hang(word, mention.head, 'cc');
  }
}

const isOfAKind = ({ reading }: Phrases, one: Mention, other: Mention): boolean =>
  reading.entities[one.entities[0] ?? -1]?.type === reading.entities[other.entities[0] ?? -1]?.type;

/** "worked with players such as [A]" with A on the verb: it is one of the players. */
export function examples(phrases: Phrases, draft: Draft): void {
  const { tree } = phrases;
  for (const mention of names(phrases)) {
    const noun = exampleOf(tree, mention.from);
    if (noun !== null && /^(?:obl|nmod|obj)$/.test(relation(tree, mention.head)))
      draft.hang(mention.head, noun, 'nmod');
  }
}

/** The plural right before "such as", "like" or "including", and a comma if there is one. */
function exampleOf({ tokens }: Tree, start: number): number | null {
  const words = `${tokens[start - 2]?.form ?? ''} ${tokens[start - 1]?.form ?? ''}`.toLowerCase();
  const length = words === 'such as' ? 2 : / (?:like|including)$/.test(words) ? 1 : 0;
  const comma = tokens[start - length - 1]?.form === ',' ? 1 : 0;
  const noun = start - length - comma - 1;
  return length > 0 && tokens[noun]?.xpos === 'NNS' ? noun : null;
}

/** "his brother-in-law, [A]": one word in four pieces. */
export function inLaws({ tree }: Phrases, draft: Draft): void {
  for (let at = 4; at < tree.tokens.length; at++)
    if (/^laws?$/.test(form(tree, at)) && form(tree, at - 1) === '-' && form(tree, at - 2) === 'in')
      draft.unite(at - 4, at + 1, at);
}
