import type { Mention } from '../../entities/entity.ts';
import { dependents, form, isNoun, isVerb, lemma, relation } from '../../language/tree.ts';
import { roleKind } from '../../lexicon/index.ts';
import type { Draft } from '../draft.ts';
import type { Phrases } from '../phrases.ts';

/** "…, [A], who met B": the clause says something of the name right before its pronoun, though the parser hung it elsewhere. */
export function relativeClauses(phrases: Phrases, draft: Draft): void {
  const { tree, named } = phrases;
  for (const [at, { xpos }] of tree.tokens.entries()) {
    if (!/^W(?:P|DT)$/.test(xpos) || !/^(?:who|which)$/.test(form(tree, at))) continue;
    const verb = tree.heads[at] ?? -1;
    const name = placeOf(phrases, at) ?? named[form(tree, at - 1) === ',' ? at - 2 : at - 1];
    if (verb < at || relation(tree, at) !== 'nsubj' || name?.kind !== 'name' || !fits(phrases, name, form(tree, at)))
      continue;
    const above = tree.heads[verb] ?? -1;
    if (above < 0 || above === name.head || (above >= name.from && above < name.to)) continue;
    const isRelative = relation(tree, verb) === 'acl' && isNoun(tree, above);
    if (isRelative && isOfKind(phrases, above, form(tree, at))) continue;
    if (!isRelative && !(isVerb(tree, verb) && /^(?:acl|advcl|conj|parataxis|ccomp|dep)$/.test(relation(tree, verb))))
      continue;
    if (dependents(tree, verb, 'nsubj').length > 1) continue;
    // "the lawyer of A, who": either of them
    const holder = tree.heads[name.head] ?? -1;
    if (relation(tree, name.head) === 'nmod' && isNoun(tree, holder) && isHuman(phrases, holder)) continue;
    draft.hang(verb, name.head, 'acl:relcl');
  }
}

/** "[A]" of "in A province, which". */
function placeOf({ tree, named }: Phrases, at: number): Mention | undefined {
  const end = form(tree, at - 1) === ',' ? at - 2 : at - 1;
  return tree.tokens[end]?.upos === 'NOUN' &&
    named[end - 1]?.to === end &&
    tree.heads[named[end - 1]?.head ?? -1] === end
    ? named[end - 1]
    : undefined;
}

const isPerson = ({ reading }: Phrases, { entities }: Mention): boolean =>
  reading.entities[entities[0] ?? -1]?.type === 'person';

const fits = (phrases: Phrases, name: Mention, pronoun: string): boolean =>
  isPerson(phrases, name) === (pronoun === 'who');

/** Whether the noun that a clause hangs on can be what "who" or "which" means. */
function isOfKind(phrases: Phrases, noun: number, pronoun: string): boolean {
  const mention = phrases.owner[noun];
  if (mention) return fits(phrases, mention, pronoun);
  if (pronoun === 'which') return !isHuman(phrases, noun);
  // people may be meant by many a plural
  return isHuman(phrases, noun) || phrases.tree.tokens[noun]?.xpos === 'NNS';
}

function isHuman({ tree }: Phrases, noun: number): boolean {
  const word = lemma(tree, noun);
  return roleKind(word) !== null || /^(?:man|woman|boy|girl|people|person|wife|husband|son|daughter)$/.test(word);
}
