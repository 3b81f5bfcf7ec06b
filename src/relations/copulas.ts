import type { Mention } from '../entities/entity.ts';
import { dependents, isNoun, lemma, preposition, relation, type Tree } from '../language/tree.ts';
import { hold } from './bearers.ts';
import type { Finding } from './finding.ts';
import { conjuncts, nodes, owners } from './noun-phrase.ts';
import type { Phrases } from './phrases.ts';
import { type Argument, type Proposition, surfaceSubject } from './proposition.ts';
import { isBecoming, isPlacing, roleOf } from './roles.ts';
import type { Scene } from './scene.ts';

/** "A is the president of B", "A became B's chairman", "B named A as its envoy", "A served as captain of B". */
export function fromCopulas(phrases: Phrases, propositions: readonly Proposition[], scene: Scene): Finding[] {
  return propositions.flatMap((one) => {
    if (one.kind === 'copula') {
      const stop = nextStop(phrases, one);
      if (stop.length > 0) return stop;
    }
    const named = one.kind === 'copula' ? nameSaid(phrases, one) : null;
    if (named) return holdOffice(phrases, one, [named], named.office, scene);
    const bearers = one.kind === 'verb' && isPlacing(one.verb) ? one.object : surfaceSubject(one);
    return offices(phrases.tree, one).flatMap((office) => holdOffice(phrases, one, bearers, office, scene));
  });
}

/** "B's leader is [A]": the name that is said of an office. */
function nameSaid({ tree, owner }: Phrases, one: Proposition): (Argument & { office: number }) | null {
  const [subject, second] = one.subject;
  const isName = owner[one.predicate]?.kind === 'name' && preposition(tree, one.predicate) === '';
  if (!isName || !subject || second || owner[subject.head]?.kind === 'name' || !isNoun(tree, subject.head)) return null;
  return { ...subject, head: one.predicate, office: subject.head };
}

/** "A's next stop is B", "B is the last stop on A's tour" */
function nextStop(phrases: Phrases, one: Proposition): Finding[] {
  const { tree } = phrases;
  const [subject] = one.subject;
  if (!subject) return [];
  const ends = [subject.head, one.predicate];
  const stop = ends.find((end) => /^(?:stop|destination|stopover)$/.test(lemma(tree, end)));
  if (stop === undefined) return [];
  const places = ends
    .filter((end) => end !== stop)
    .flatMap((end) => nodes(phrases, end))
    .filter((node) => node.type === 'place' || node.type === 'facility');
  const tours = dependents(tree, stop, 'nmod').filter((t) => /^(?:on|of|in)$/.test(preposition(tree, t)));
  return [stop, ...tours]
    .flatMap((noun) => owners(phrases, noun))
    .filter((node) => node.type === 'person')
    .flatMap((traveller) =>
      places.map(
        (object): Finding => ({
          subject: traveller,
          object,
          type: 'visited',
          predicate: one.predicate,
          trigger: [stop, stop + 1],
          rule: 'copula: next stop',
          rate: 0.85,
        }),
      ),
    );
}

/** The office that "B named A as chairman" gives to A; null where it tells none. */
export function givenOffice(phrases: Phrases, one: Proposition): string | null {
  if (!isPlacing(one.verb)) return null;
  const phrase = offices(phrases.tree, one)
    .filter((office) => !named(phrases, office))
    .map((office) => officePhrase(phrases, office).words)
    .find((words) => roleOf(words) !== null);
  return phrase ?? null;
}

const HOLDING = /^(?:hold|assume|occupy|take|take_up|take_over|fill|retain|keep)$/;
const POST = /^(?:post|position|office|job|title|portfolio|rank|role|presidency)$/;

/** "held the post of defence minister" */
const postsHeld = (tree: Tree, one: Proposition): number[] =>
  dependents(tree, one.predicate, 'obj')
    .filter((t) => POST.test(lemma(tree, t)))
    .flatMap((post) => dependents(tree, post, 'nmod').filter((t) => t > post && preposition(tree, t) === 'of'))
    .filter((t) => isNoun(tree, t));

/** "officials" of "is one of five B officials" */
const oneOf = (tree: Tree, one: number): number[] =>
  lemma(tree, one) === 'one'
    ? dependents(tree, one, 'nmod').filter((t) => tree.tokens[t]?.xpos === 'NNS' && preposition(tree, t) === 'of')
    : [];

/** The nouns that a proposition says its bearer to be. */
function offices(tree: Tree, one: Proposition): number[] {
  if (one.kind === 'copula') {
    if (preposition(tree, one.predicate) !== '') return [];
    return isNoun(tree, one.predicate) ? [one.predicate] : oneOf(tree, one.predicate);
  }
  if (HOLDING.test(one.verb)) return postsHeld(tree, one);
  if (!isBecoming(one.verb)) return [];
  const complements = dependents(tree, one.predicate, 'xcomp', 'obj', 'obl');
  return complements.filter((t) => isNoun(tree, t) && (relation(tree, t) !== 'obl' || preposition(tree, t) === 'as'));
}

function holdOffice(
  phrases: Phrases,
  one: Proposition,
  bearers: readonly Argument[],
  office: number,
  scene: Scene,
): Finding[] {
  const { first, words: phrase } = officePhrase(phrases, office);
  if (named(phrases, office)) return [];
  const isRole = roleOf(phrase) !== null;
  const persons = bearers
    .filter((bearer) => bearer.head !== office)
    .flatMap((bearer) => nodes(phrases, bearer.head))
    .filter((node) => node.type === 'person' && !node.stand);
  // "A is a Norwegian linguist" says where A is from, whatever the word
  const said = ownersOf(phrases, office).filter(({ link }) => isRole || link === 'demonym');
  const held = said.length > 0 || !isRole || !isPlacing(one.verb) ? said : appointers(phrases, one);
  const isKin = roleOf(phrase)?.kind === 'relative_of';
  const holders = isKin ? held.flatMap((each) => [each, ...fellowsOf(phrases, each)]) : held;
  return persons.flatMap((person) =>
    holders
      .flatMap(({ owner, link }) =>
        hold(phrases, person, { phrase, owner, link, trigger: [first, office + 1] }, scene, 'apposition'),
      )
      .map(
        (finding): Finding => ({
          ...finding,
          predicate: one.predicate,
          rule: `copula: ${finding.rule}`,
          state: 'said',
        }),
      ),
  );
}

/** "the daughter of B and C" is C's too. */
const fellowsOf = (phrases: Phrases, { owner, link }: Owned): Owned[] =>
  conjuncts(phrases, owner.head).flatMap((each) => {
    const fellow = phrases.owner[each];
    return fellow && fellow !== owner && fellow.kind === 'name' ? [{ owner: fellow, link }] : [];
  });

/** "B named A as chairman": of B. */
const appointers = (phrases: Phrases, one: Proposition): Owned[] =>
  one.subject
    .flatMap(({ head }) => nodes(phrases, head))
    .filter(({ type }) => type !== 'person')
    .map(({ mention }) => ({ owner: mention, link: 'of' }));

/** An office with the words that belong to it, and where they begin. */
function officePhrase(phrases: Phrases, office: number): { first: number; words: string } {
  const { tree } = phrases;
  const tokens = [
    ...dependents(tree, office, 'amod', 'compound').filter((t) => t < office && !named(phrases, t)),
    office,
  ];
  return { first: tokens[0] ?? office, words: tokens.map((t) => tree.tokens[t]?.form ?? '').join(' ') };
}

const named = (phrases: Phrases, token: number): boolean =>
  phrases.named[token] !== undefined || phrases.adjective[token] !== undefined;

/** "the Minister of Defence of [A]": what hangs on the portfolio belongs to the minister. */
function behindPortfolio(phrases: Phrases, office: number): number[] {
  const { tree } = phrases;
  if (!/^(?:minister|secretary|undersecretary)$/.test(lemma(tree, office))) return [];
  return dependents(tree, office, 'nmod')
    .filter((t) => t > office && /^(?:of|for)$/.test(preposition(tree, t)) && !phrases.owner[t])
    .flatMap((portfolio) => [portfolio, ...dependents(tree, portfolio, 'conj')])
    .flatMap((t) => dependents(tree, t, 'nmod').filter((each) => preposition(tree, each) === 'of'));
}

interface Owned {
  owner: Mention;
  link: 'of' | 'possessive' | 'compound' | 'demonym';
}

function ownersOf(phrases: Phrases, office: number): Owned[] {
  const { tree, owner, adjective } = phrases;
  const owned = [...(tree.children[office] ?? []), ...behindPortfolio(phrases, office)].flatMap(
    (child): (Owned & { prep: string })[] => {
      const demonym = adjective[child];
      if (demonym && child < office) return [{ owner: demonym, link: 'demonym', prep: '' }];
      const prep = preposition(tree, child);
      if (relation(tree, child) === 'nmod' && /^(?:of|for|at|in|to)$/.test(prep))
        return nodes(phrases, child)
          .filter((node) => !node.stand)
          .map(({ mention }) => ({ owner: mention, link: 'of', prep }));
      const name = owner[child];
      if (!name) return [];
      if (tree.tokens[child]?.relation === 'nmod:poss') return [{ owner: name, link: 'possessive', prep: '' }];
      const isBefore = relation(tree, child) === 'compound' || (prep === '' && child < office);
      return isBefore ? [{ owner: name, link: 'compound', prep }] : [];
    },
  );
  // "director of the Academy in B": B is where the body is
  return owned.some(({ prep }) => prep !== 'in') ? owned.filter(({ prep }) => prep !== 'in') : owned;
}
