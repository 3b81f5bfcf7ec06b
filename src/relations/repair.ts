import type { Token } from '../language/sentence.ts';
import { titledSpan } from './bearers.ts';
import type { Phrases } from './noun-phrase.ts';
import { dependents, plant, relation, type Tree } from './tree.ts';

/**
 * Mends what a greedy parser does to names. A name, with the title before it ("Norwegian Foreign Minister [A]"), is
 * one noun phrase: arcs that enter or leave it elsewhere are moved to the name's head. A finite verb without a subject
 * takes the name before it, and a hyphened noun is one word.
 */
export function repair(phrases: Phrases): Tree {
  const { tree } = phrases;
  const draft = new Draft(tree);
  for (const [from, to] of hyphened(tree)) draft.unite(from, to, to - 1);
  for (const mention of phrases.mentions) {
    if (mention.kind !== 'name' || mention.adjective || phrases.named[mention.from] !== mention) continue;
    draft.unite(mention.from, mention.to, mention.head);
    const titled = titledSpan(phrases, mention);
    if (titled !== null) draft.unite(titled, mention.to, mention.head);
  }
  const mended = draft.tree();
  const subjects = orphanSubjects({ ...phrases, tree: mended });
  if (subjects.length === 0) return mended;
  const second = new Draft(mended);
  for (const { verb, subject } of subjects) second.hang(subject, verb, 'nsubj');
  return second.tree();
}

/** The stronger the tie to the clause, the likelier it is that of the whole phrase. */
const TIES = ['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'conj', 'appos', 'root', 'xcomp', 'ccomp'];
const strength = (name: string): number => {
  const at = TIES.indexOf(name.split(':')[0] ?? '');
  return at < 0 ? TIES.length : at;
};

/** Heads and relations that are being changed. */
class Draft {
  readonly #original: Tree;
  readonly #heads: number[];
  readonly #relations: string[];
  #changed = false;

  constructor(tree: Tree) {
    this.#original = tree;
    this.#heads = [...tree.heads];
    this.#relations = tree.tokens.map((token) => token.relation);
  }

  hang(token: number, head: number, name: string): void {
    this.#heads[token] = head;
    this.#relations[token] = name;
    this.#changed = true;
  }

  /** Makes one phrase of tokens `from` to `to` (exclusive): only `center` is tied to the words around it. */
  unite(from: number, to: number, center: number): void {
    if (center < from || center >= to) return;
    const inside = (token: number) => token >= from && token < to;
    const outward = [];
    for (let t = from; t < to; t++) if (!inside(this.#heads[t] ?? -1)) outward.push(t);
    const isWhole = outward.length === 1 && outward[0] === center;
    if (isWhole && !this.#hasStrays(from, to, center)) return;
    const best =
      outward.toSorted((a, b) => strength(this.#relations[a] ?? '') - strength(this.#relations[b] ?? '') || a - b)[0] ??
      center;
    const [head, name] = [this.#heads[best] ?? -1, this.#relations[best] ?? 'dep'];
    for (const t of outward) if (t !== center) this.hang(t, center, t < center ? 'compound' : 'flat');
    // what lay between the old and the new head inside must not close a circle
    for (let t = from; t < to; t++)
      if (t !== center && this.#leads(t, center) === false) this.hang(t, center, t < center ? 'compound' : 'flat');
    this.hang(center, head, name);
    this.#heads.forEach((above, t) => {
      if (!inside(t) && inside(above) && above !== center) this.hang(t, center, this.#relations[t] ?? 'dep');
    });
    if (head >= 0 && this.#leads(head, center)) this.hang(center, -1, 'root');
  }

  /** Whether a token outside hangs on one inside that is not the center. */
  #hasStrays(from: number, to: number, center: number): boolean {
    return this.#heads.some((above, t) => (t < from || t >= to) && above >= from && above < to && above !== center);
  }

  /** Whether `token` hangs, over however many, on `above`. */
  #leads(token: number, above: number): boolean {
    let at = token;
    for (let steps = 0; steps <= this.#heads.length && at >= 0; steps++) {
      if (at === above) return true;
      at = this.#heads[at] ?? -1;
    }
    return false;
  }

  tree(): Tree {
    if (!this.#changed) return this.#original;
    const { sentence, tokens } = this.#original;
    const mended = tokens.map(
      (token, i): Token => ({ ...token, head: this.#heads[i] ?? -1, relation: this.#relations[i] ?? token.relation }),
    );
    return plant({ ...sentence, tokens: mended });
  }
}

/** "bas-relief", "vice-president": nouns joined by a hyphen without spaces. */
function hyphened({ tokens }: Tree): [number, number][] {
  const spans: [number, number][] = [];
  for (let at = 1; at + 1 < tokens.length; at++) {
    const [before, dash, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (!before || !dash || !after || dash.form !== '-' || before.end !== dash.start || dash.end !== after.start)
      continue;
    if (before.upos === 'NOUN' && after.upos === 'NOUN') spans.push([at - 1, at + 2]);
  }
  return spans;
}

/** Finite verbs without a subject, each with the name that stands right before it and is no part of another clause. */
function orphanSubjects(phrases: Phrases): { verb: number; subject: number }[] {
  const { tree, named } = phrases;
  const found: { verb: number; subject: number }[] = [];
  for (const verb of tree.order) {
    const token = tree.tokens[verb];
    if (
      token?.upos !== 'VERB' ||
      !/^VB[DZP]$/.test(token.xpos) ||
      /^(?:conj|amod|xcomp|aux|cop|acl)$/.test(relation(tree, verb))
    )
      continue;
    if (dependents(tree, verb, 'nsubj', 'csubj', 'expl').length > 0) continue;
    let at = verb - 1;
    while (at >= 0 && /^(?:ADV|AUX|PART)$/.test(tree.tokens[at]?.upos ?? '')) at--;
    const mention = named[at];
    if (mention?.to !== at + 1 || mention.kind !== 'name' || dependents(tree, mention.head, 'case').length > 0)
      continue;
    let subject = mention.head;
    while (relation(tree, subject) === 'conj' && named[tree.heads[subject] ?? -1])
      subject = tree.heads[subject] ?? subject;
    if (/^(?:nsubj|obj|iobj|obl|nmod)$/.test(relation(tree, subject)) || isAbove(tree, subject, verb)) continue;
    found.push({ verb, subject });
  }
  return found;
}

function isAbove(tree: Tree, above: number, token: number): boolean {
  for (let at = token; at >= 0; at = tree.heads[at] ?? -1) if (at === above) return true;
  return false;
}
