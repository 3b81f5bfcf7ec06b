import { type Article, articleId } from '../../src/article/article.ts';
import {
  NAME_LABELS,
  type NameLabel,
  type NameSpan,
  type Sentence,
  type Token,
  type Upos,
} from '../../src/language/sentence.ts';

/**
 * An article of hand-parsed sentences, so that a test of a rule does not hang on the model. A word is written
 * `form/tag/relation<head`, where the head is the nearest word of that form (`root` has none) and `form=lemma`
 * gives a lemma that the form does not show. A name stands in brackets behind its label:
 *
 *     [PER Mara/NNP/nsubj<met Ilves/NNP/flat<Mara] met=meet/VBD/root [PER Tomas/NNP/obj<met] ./.
 *
 * A mark of punctuation needs no relation. Words are spaced as in print; a sentence that begins with `¶` opens a
 * new paragraph. The first is a title when it begins with `#`.
 */
export function parsed(...written: readonly string[]): { article: Article; sentences: Sentence[] } {
  const sentences: Sentence[] = [];
  const blocks: Article['blocks'][number][] = [];
  let text = '';
  for (const one of written) {
    const kind = one.startsWith('#') ? 'title' : 'paragraph';
    if (text) text += /^[¶#]/.test(one) || blocks.at(-1)?.kind === 'title' ? '\n\n' : ' ';
    const opens = text === '' || text.endsWith('\n');
    const start = text.length;
    const { words, names } = readNotation(one.replace(/^[¶#]\s*/, ''));
    const tokens = words.map((word, index) => {
      const previous = words[index - 1];
      if (previous && isSpaced(previous.form, word.form)) text += ' ';
      const from = text.length;
      text += word.form;
      return tokenOf(word, index, words, from);
    });
    sentences.push({ start, end: text.length, tokens, names, kind });
    const last = blocks.at(-1);
    if (opens || !last) blocks.push({ start, end: text.length, kind });
    else last.end = text.length;
  }
  const article: Article = {
    id: articleId(text),
    text,
    title: sentences[0]?.kind === 'title' ? text.slice(sentences[0].start, sentences[0].end) : null,
    date: null,
    source: null,
    url: null,
    blocks,
    skips: [],
  };
  return { article, sentences };
}

interface Word {
  form: string;
  lemma: string;
  tag: string;
  relation: string;
  head: string | null;
}

function readNotation(written: string): { words: Word[]; names: NameSpan[] } {
  const words: Word[] = [];
  const names: NameSpan[] = [];
  let open: { from: number; label: NameLabel } | null = null;
  for (const piece of written.trim().split(/\s+/)) {
    const label = NAME_LABELS.find((one) => piece === `[${one}`);
    if (label) {
      open = { from: words.length, label };
      continue;
    }
    const closes = piece.endsWith(']') && open !== null;
    words.push(readWord(closes ? piece.slice(0, -1) : piece));
    if (closes && open) {
      names.push({ ...open, to: words.length, scores: scoresOf(open.label) });
      open = null;
    }
  }
  return { words, names };
}

function readWord(piece: string): Word {
  const match = /^(.+?)(?:=([^/]+))?\/([^/]+)(?:\/([^/<]+)(?:<(.+))?)?$/u.exec(piece);
  if (!match) throw new Error(`"${piece}" is no word of the notation form/tag/relation<head`);
  const [, form = '', lemma, tag = '', relation = 'punct', head] = match;
  return { form, lemma: lemma ?? lemmaOf(form, tag), tag, relation, head: head ?? null };
}

function tokenOf(word: Word, index: number, words: readonly Word[], start: number): Token {
  return {
    start,
    end: start + word.form.length,
    form: word.form,
    upos: uposOf(word),
    xpos: word.tag,
    lemma: word.lemma,
    head: headOf(word, index, words),
    relation: word.relation,
    margin: 1,
  };
}

function headOf(word: Word, index: number, words: readonly Word[]): number {
  if (word.relation === 'root') return -1;
  const fits = (other: Word) => (word.head === null ? other.relation === 'root' : other.form === word.head);
  const nearest = words
    .map((other, at) => ({ at, far: Math.abs(at - index), fits: at !== index && fits(other) }))
    .filter((one) => one.fits)
    .sort((a, b) => a.far - b.far)[0];
  if (!nearest) throw new Error(`"${word.form}" has no head "${word.head ?? 'root'}" in its sentence`);
  return nearest.at;
}

const isSpaced = (left: string, right: string) =>
  !/^(?:[.,;:!?)\]”]|['’]s|n't|['’])$/.test(right) && !/^[([“]$/.test(left);

function lemmaOf(form: string, tag: string): string {
  if (tag.startsWith('NNP')) return form;
  const lower = form.toLowerCase();
  if (tag === 'NNS') return lower.replace(/ies$/, 'y').replace(/s$/, '');
  if (tag === 'VBZ') return lower.replace(/s$/, '');
  if (tag === 'VBD' || tag === 'VBN') return lower.replace(/ed$/, '');
  if (tag === 'VBG') return lower.replace(/ing$/, '');
  if (tag === 'PRP$' || tag === 'PRP') return BASE_PRONOUNS[lower] ?? lower;
  return lower;
}

const BASE_PRONOUNS: Readonly<Record<string, string>> = {
  him: 'he',
  her: 'she',
  them: 'they',
  me: 'I',
  us: 'we',
  i: 'I',
};

const UPOS_OF: readonly (readonly [RegExp, Upos])[] = [
  [/^NNPS?$/, 'PROPN'],
  [/^NNS?$/, 'NOUN'],
  [/^MD$/, 'AUX'],
  [/^VB/, 'VERB'],
  [/^JJ/, 'ADJ'],
  [/^(?:PRP|WP|EX)/, 'PRON'],
  [/^(?:DT|PDT)$/, 'DET'],
  [/^WDT$/, 'PRON'],
  [/^(?:RB|WRB)/, 'ADV'],
  [/^CD$/, 'NUM'],
  [/^(?:IN|RP)$/, 'ADP'],
  [/^CC$/, 'CCONJ'],
  [/^(?:TO|POS)$/, 'PART'],
  [/^UH$/, 'INTJ'],
  [/^\W/, 'PUNCT'],
];

const uposOf = ({ tag, relation }: Word): Upos => {
  if (tag.startsWith('VB') && /^(?:aux|cop)/.test(relation)) return 'AUX';
  if (tag === 'IN' && relation === 'mark') return 'SCONJ';
  return UPOS_OF.find(([pattern]) => pattern.test(tag))?.[1] ?? 'X';
};

function scoresOf(label: NameLabel): NameSpan['scores'] {
  const scores: Record<NameLabel, number> = { PER: 0, ORG: 0, LOC: 0, FAC: 0, EVT: 0, DOC: 0, DEM: 0, MISC: 0 };
  scores[label] = 5;
  return scores;
}
