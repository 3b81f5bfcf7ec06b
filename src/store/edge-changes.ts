import { contribution, daysOf, type EdgeEnds, edgeOf, type Proposition, resolve, TALLIED } from '../graph/index.ts';
import type { Modality } from '../ontology.ts';
import type { Statement } from '../relations/statement.ts';

/** Sums to be added to an edge, and what its key stands for. */
export interface EdgeChange extends EdgeEnds {
  type: string;
  modality: Modality;
  date: string | undefined;
  /** First and last day, where its date tells them. */
  since: string | undefined;
  until: string | undefined;
  weight: number;
  doubt: number;
  sentences: number;
  /** Articles without a publisher. */
  unnamed: number;
}

/** Votes to be added to a word of an edge. */
export interface WordChange {
  edge: string;
  kind: string;
  word: string;
  uses: number;
}

/** An article and what it says, with the nodes of its entities. */
export interface Said {
  article: { id: string; date: string | null; source: string | null };
  statements: readonly Statement[];
  keys: readonly string[];
}

/** Longer names are cut: an index takes no more. */
const LONGEST_PUBLISHER = 500;

/** What a publisher's articles are counted by. */
export const publisherOf = (source: string): string => [...source].slice(0, LONGEST_PUBLISHER).join('');

/** What articles that come and go bring to edges and take from them, summed up before any of it is written. */
export class EdgeChanges {
  readonly #edges = new Map<string, EdgeChange>();
  readonly #words = new Map<string, WordChange>();

  /**
   * Counts an article in (`by` 1) or out (-1).
   *
   * @returns the edge of each of its statements; null where both ends are one node
   */
  count({ article, statements, keys }: Said, by: 1 | -1): (string | null)[] {
    const said = new Map<string, { ends: EdgeEnds; propositions: Proposition[] }>();
    const edges = statements.map((statement) => {
      const proposition = resolve(article.id, statement, keys);
      const ends = edgeOf(proposition);
      if (ends === null) return null;
      const edge = said.get(ends.key) ?? { ends, propositions: [] };
      said.set(ends.key, edge);
      edge.propositions.push(proposition);
      return ends.key;
    });
    for (const { ends, propositions } of said.values()) this.#countEdge(ends, propositions, article, by);
    return edges;
  }

  #countEdge(ends: EdgeEnds, propositions: readonly Proposition[], article: Said['article'], by: 1 | -1): void {
    const [first] = propositions;
    if (first === undefined) return;
    const { type, modality, date } = first;
    const days = date === undefined ? null : daysOf(date);
    const change = this.#edges.get(ends.key) ?? {
      ...ends,
      type,
      modality,
      date,
      since: days?.first,
      until: days?.last,
      weight: 0,
      doubt: 0,
      sentences: 0,
      unnamed: 0,
    };
    this.#edges.set(ends.key, change);
    const tally = contribution(propositions, ends.source);
    change.weight += by;
    change.doubt += by * tally.doubt;
    change.sentences += by * tally.sentences;
    for (const kind of TALLIED)
      for (const [word, uses] of tally.words[kind]) this.#countWord(ends.key, kind, word, by * uses);
    if (days === null && article.date !== null) this.#countWord(ends.key, 'day', article.date, by);
    if (article.source === null) change.unnamed += by;
    else this.#countWord(ends.key, 'publisher', publisherOf(article.source), by);
  }

  #countWord(edge: string, kind: string, word: string, by: number): void {
    const id = `${edge}\n${kind}\n${word}`;
    const change = this.#words.get(id) ?? { edge, kind, word, uses: 0 };
    this.#words.set(id, change);
    change.uses += by;
  }

  /** What is left of it where some cancels out. */
  words(): WordChange[] {
    return [...this.#words.values()].filter(({ uses }) => uses !== 0);
  }

  /** Edges of which a sum or a word changes. */
  edges(): EdgeChange[] {
    const touched = new Set(this.words().map(({ edge }) => edge));
    return [...this.#edges.values()].filter(
      ({ key, weight, doubt, sentences }) => weight !== 0 || doubt !== 0 || sentences !== 0 || touched.has(key),
    );
  }
}
