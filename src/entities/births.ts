import type { Article } from '../article/article.ts';
import { dependents, form, head, preposition, relation, subtree, type Tree } from '../language/tree.ts';
import type { Entity, Mention, Reading } from './entity.ts';
import { bySentence } from './names/index.ts';

const OLDEST = 120;

/** Years of birth that one article may give for one person: an age leaves open whether the birthday has been. */
const SLACK = 1;

const isNumber = (word: string): boolean => /^\d{1,3}$/.test(word);

/** What is said of the phrase that `token` heads: an age, or a year. */
interface Said {
  token: number;
  age?: number;
  year?: number;
}

/** "Mara Ilves, 34, …", "Mara Ilves, aged 34": a bare number in brackets is as often a score. */
function* agesBehind(tree: Tree, { to, head }: Mention): Generator<Said> {
  const at = form(tree, to) === ',' ? to + 1 : to;
  const isAged = form(tree, at) === 'aged';
  const number = form(tree, isAged ? at + 1 : at);
  const closes = at + 1 >= tree.tokens.length || /^[,.;]$/.test(form(tree, at + 1));
  if (isNumber(number) && (isAged || (at > to && closes))) yield { token: head, age: Number(number) };
}

/** "the 34-year-old teacher", "Ilves is 34 years old": the noun that the age is said of. */
function* agesOfOld(tree: Tree): Generator<Said> {
  for (const [at, { form: word }] of tree.tokens.entries()) {
    if (word !== 'old') continue;
    const years = [at - 1, at - 2].find((i) => /^years?$/.test(form(tree, i)));
    const number = years === undefined ? '' : [years - 1, years - 2].map((i) => form(tree, i)).find(isNumber);
    if (!number) continue;
    const [subject = at] = dependents(tree, at, 'nsubj');
    const isOfNoun = /^(?:amod|acl|appos)$/.test(relation(tree, at));
    yield { token: isOfNoun ? head(tree, at) : subject, age: Number(number) };
  }
}

/** "was born in 1989", "Mara Ilves (born 3 May 1989)". */
function* yearsOfBirth(tree: Tree): Generator<Said> {
  for (const [at, { form: word }] of tree.tokens.entries()) {
    if (word !== 'born') continue;
    const [subject] = dependents(tree, at, 'nsubj');
    const token = subject ?? head(tree, at);
    const when = dependents(tree, at, 'obl', 'obj', 'nmod').filter(
      (one) => !/^(?:after|before)$/.test(preposition(tree, one)),
    );
    const year = when.flatMap((one) => subtree(tree, one)).find((one) => /^(?:1[89]|20)\d\d$/.test(form(tree, one)));
    if (token >= 0 && year !== undefined) yield { token, year: Number(form(tree, year)) };
  }
}

/** The one person that the phrase with this head speaks of, or that stands beside it: "34-year-old teacher [Mara Ilves]". */
function personAt(tree: Tree, token: number, people: readonly Mention[]): number | undefined {
  const above = /^(?:appos|flat)$/.test(relation(tree, token)) ? [head(tree, token)] : [];
  const beside = [token, ...dependents(tree, token, 'appos', 'flat', 'compound'), ...above];
  const phrase = people.find((one) => beside.includes(one.head) || (one.kind === 'name' && one.from === token + 1));
  return phrase?.entities[0];
}

/**
 * Notes the year of birth of people whose age or birthday the article gives, each as `Entity.born`. Where it gives two that
 * cannot be one, none is noted.
 */
export function withBirths(article: Article, trees: readonly Tree[], { entities, mentions }: Reading): Reading {
  const years = new Map<number, Set<number>>();
  const today = article.date === null ? null : Number(article.date.slice(0, 4));
  const inSentence = bySentence(mentions.filter((one) => isOnePerson(one, entities)));
  for (const [sentence, tree] of trees.entries()) {
    const people = inSentence.get(sentence);
    if (!people) continue;
    if (!tree.forms.some((word) => word === 'old' || word === 'aged' || word === 'born' || isNumber(word))) continue;
    const said = [...people.flatMap((one) => [...agesBehind(tree, one)]), ...agesOfOld(tree), ...yearsOfBirth(tree)];
    for (const { token, age, year } of said) {
      const entity = personAt(tree, token, people);
      const born = year ?? (today !== null && age !== undefined && age <= OLDEST ? today - age : undefined);
      if (entity !== undefined && born !== undefined) years.set(entity, (years.get(entity) ?? new Set()).add(born));
    }
  }
  const bornOf = (index: number): Pick<Entity, 'born'> => {
    const all = [...(years.get(index) ?? [])];
    const [first, last] = [Math.min(...all), Math.max(...all)];
    return all.length > 0 && last - first <= SLACK ? { born: last } : {};
  };
  return { entities: entities.map((entity, index) => ({ ...entity, ...bornOf(index) })), mentions };
}

const isOnePerson = ({ entities: [entity = -1, ...more], kind }: Mention, entities: readonly Entity[]): boolean =>
  more.length === 0 && kind !== 'pronoun' && entities[entity]?.type === 'person';
