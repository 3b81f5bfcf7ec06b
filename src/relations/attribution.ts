import type { Article } from '../article/article.ts';
import { type Quotation, quotationAt } from '../entities/quotations.ts';
import { dependents, form, head, isNoun, lemma, preposition, relation, type Tree, upwards } from '../language/tree.ts';
import { nodes } from './noun-phrase.ts';
import type { Phrases } from './phrases.ts';
import { argumentTokens } from './proposition.ts';
import { isAccording, isQuotative, isSpeech } from './verbs.ts';

/** Who says something: an entity, or the words for someone without a name. */
export type Source = number | string;

/** What is known of sources before a sentence is read. */
export interface Sources {
  article: Article;
  quotations: readonly Quotation[];
  /** The speaker of a quotation, if the article names one. */
  speakerOf(quotation: Quotation): Source | null;
}

/**
 * On whose word the clause of `predicate` stands, the nearest first: verbs of speech that govern it or stand
 * beside it ("…, A said"), "according to A", and the speaker of the quotation that it stands in.
 */
export function sourcesOf(phrases: Phrases, predicate: number, sources: Sources): Source[] {
  const { tree } = phrases;
  const found: Source[] = [];
  const add = (list: readonly Source[]) => {
    for (const one of list) if (!found.includes(one)) found.push(one);
  };
  const offset = tree.tokens[predicate]?.start ?? 0;
  const quotation = quotationAt(sources.quotations, offset);
  const speaker = quotation ? sources.speakerOf(quotation) : null;
  let below = -1;
  for (const at of upwards(tree, predicate)) {
    if (below >= 0 && isReported(tree, below, at)) add(speakers(phrases, subjectsOf(tree, at)));
    for (const child of tree.children[at] ?? []) {
      if (child === below) continue;
      if (isAccording(preposition(tree, child)) && relation(tree, child) !== 'conj') add(accordingTo(phrases, child));
      else if (isAside(tree, child, at)) add(speakers(phrases, subjectsOf(tree, child)));
    }
    below = at;
  }
  if (speaker !== null) add([speaker]);
  add(tail(phrases, predicate));
  add(margins(phrases));
  return found;
}

/** `below` is what the verb of speech `at` reports. */
function isReported(tree: Tree, below: number, at: number): boolean {
  if (!isSpeech(lemma(tree, at)) || isNoun(tree, at)) return false;
  const name = relation(tree, below);
  if (name === 'ccomp' || isGrounds(tree, below, at)) return true;
  if (name === 'parataxis' || name === 'advcl' || name === 'dep')
    return name !== 'advcl' && isQuotative(lemma(tree, at)) && subjectsOf(tree, below).length > 0;
  return (
    name === 'xcomp' &&
    /^(?:claim|say|report|allege|believe|think)$/.test(lemma(tree, at)) &&
    relation(tree, at) !== 'xcomp' &&
    dependents(tree, at, 'aux:pass').length === 0
  );
}

/** "A said that B had left because C met D": the ground is part of what is said. */
const isGrounds = (tree: Tree, clause: number, verb: number): boolean =>
  relation(tree, clause) === 'advcl' &&
  dependents(tree, clause, 'mark').some((m) => /^(?:because|since|although|though|unless)$/.test(form(tree, m))) &&
  dependents(tree, verb, 'ccomp').some((said) => said > verb && said < clause);

/** "…, A said, …": a verb of speech beside what it reports, with nothing reported below it. */
function isAside(tree: Tree, child: number, at: number): boolean {
  const name = relation(tree, child);
  if (name !== 'parataxis' && name !== 'ccomp' && name !== 'advcl') return false;
  if (!isQuotative(lemma(tree, child)) || isNoun(tree, child) || dependents(tree, child, 'ccomp').length > 0)
    return false;
  if (name === 'advcl' && !dependents(tree, child, 'mark').some((m) => form(tree, m) === 'as')) return false;
  return name !== 'ccomp' || (child > at && !isSpeech(lemma(tree, at)));
}

/** The subjects of a verb, its own or those it shares. */
function subjectsOf(tree: Tree, verb: number): number[] {
  for (const at of upwards(tree, verb)) {
    const own = dependents(tree, at, 'nsubj').filter((s) => tree.tokens[s]?.relation !== 'nsubj:pass');
    const agents = dependents(tree, at, 'obl:agent');
    if (own.length > 0 || agents.length > 0) return [...own, ...agents];
    const name = relation(tree, at);
    if (name === 'acl' && isNoun(tree, head(tree, at))) return [head(tree, at)];
    if (name !== 'conj' && name !== 'xcomp' && name !== 'advcl') return [];
  }
  return [];
}

function accordingTo(phrases: Phrases, source: number): Source[] {
  const { tree } = phrases;
  const named = speakers(phrases, [source]);
  // "according to A, citing B"
  const cited = dependents(tree, source, 'acl', 'advcl').filter((c) => /^(?:cite|quote)$/.test(lemma(tree, c)));
  return [...cited.flatMap((c) => speakers(phrases, dependents(tree, c, 'obj'))), ...named];
}

/** The entities that speak, or the words for them. A pronoun of unknown meaning says nothing. */
function speakers(phrases: Phrases, heads: readonly number[]): Source[] {
  const { tree } = phrases;
  return heads.flatMap((at): Source[] => {
    const named = nodes(phrases, at).slice(0, 3);
    if (named.length > 0) return named.map((node) => node.entity);
    const inner = insideNames(phrases, at);
    if (inner.length > 0) return inner;
    if (!isNoun(tree, at)) return [];
    const words = wordsOf(tree, at);
    return words === '' ? [] : [words];
  });
}

/** "Norda News Agency report", "an ABC interview": the name before the head is the source. */
function insideNames(phrases: Phrases, at: number): Source[] {
  const { tree, owner } = phrases;
  for (const child of tree.children[at] ?? []) {
    const name = owner[child];
    const link = tree.tokens[child]?.relation ?? '';
    if (name && child < at && (link === 'compound' || link === 'nmod:poss' || link === 'nmod'))
      return [...name.entities];
  }
  return [];
}

function wordsOf(tree: Tree, at: number): string {
  const clause = new Set(
    dependents(tree, at, 'acl', 'appos', 'conj', 'cc', 'punct', 'parataxis', 'advcl').flatMap((t) =>
      argumentTokens(tree, { head: t, preposition: '' }),
    ),
  );
  const tokens = argumentTokens(tree, { head: at, preposition: '' }).filter(
    (t) => !clause.has(t) && relation(tree, t) !== 'punct',
  );
  const kept = tokens.filter((t, i) => !(i === 0 && relation(tree, t) === 'det'));
  return kept.length === 0 || kept.length > 8 ? '' : kept.map((t) => tree.tokens[t]?.form ?? '').join(' ');
}

/** "…, A reported." at the end of a sentence reports all of it, wherever the parser hung it. */
function tail(phrases: Phrases, predicate: number): Source[] {
  const { tree } = phrases;
  let last = tree.tokens.length - 1;
  while (last > 0 && /^(?:PUNCT|SYM)$/.test(tree.tokens[last]?.upos ?? '')) last--;
  if (last <= predicate || !isQuotative(lemma(tree, last)) || tree.tokens[last]?.xpos !== 'VBD') return [];
  const comma = commaBefore(tree, last);
  if (comma === null || comma <= predicate || last - comma > 9) return [];
  const subject = dependents(tree, last, 'nsubj').filter((s) => s > comma);
  const heads = subject.length > 0 ? subject : [last - 1];
  return speakers(phrases, heads);
}

/** "According to A, …" and "…, according to A." speak of the whole sentence, wherever the parser hung them. */
function margins(phrases: Phrases): Source[] {
  const { tree, named } = phrases;
  const found: Source[] = [];
  for (let at = 0; at + 2 < tree.tokens.length; at++) {
    if (form(tree, at) !== 'according' || form(tree, at + 1) !== 'to') continue;
    if (at > 1 && !(form(tree, at - 1) === ',' && endsSoon(tree, at))) continue;
    let first = at + 2;
    while (tree.tokens[first]?.upos === 'DET') first++;
    const name = named[first] ?? named[first + 1];
    if (name?.kind === 'name') found.push(...name.entities);
  }
  return found;
}

/** No comma and no verb stands between here and the sentence's end. */
const endsSoon = (tree: Tree, at: number): boolean =>
  tree.tokens.slice(at + 2, -1).every((t) => t.form !== ',' && t.upos !== 'VERB' && t.upos !== 'AUX');

function commaBefore(tree: Tree, at: number): number | null {
  for (let t = at - 1; t >= 0; t--) {
    const upos = tree.tokens[t]?.upos;
    if (/^[,"”]$/.test(form(tree, t))) return t;
    if (upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ') return null;
  }
  return null;
}

/** The source that a token names, for the speaker of a quotation. */
export const sourceAt = (phrases: Phrases, token: number): Source | null => speakers(phrases, [token])[0] ?? null;
