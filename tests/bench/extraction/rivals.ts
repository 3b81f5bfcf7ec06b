import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** A word that another library found, with its part of speech as Universal Dependencies name it. */
export interface RivalWord {
  start: number;
  end: number;
  upos: string;
}

export interface RivalReading {
  words: RivalWord[];
  /** [start, end) of each sentence. */
  sentences: { start: number; end: number }[];
  names: { start: number; end: number; label: 'PER' | 'LOC' | 'ORG' }[];
}

export interface Rival {
  name: string;
  /** Reads all that the library can say of a text that we measure. */
  read(text: string): RivalReading;
}

const nlp = winkNLP(model);

/** Tokens, sentences and parts of speech; the web model's entities are dates and numbers, no names. */
const wink: Rival = {
  name: 'wink-nlp',
  read(text) {
    const doc = nlp.readDoc(text);
    const forms = doc.tokens().out(nlp.its.value);
    const tags: unknown = doc.tokens().out(nlp.its.pos);
    const words = placed(text, forms);
    const sentences = placed(text, doc.sentences().out());
    return {
      words: words.map((word, i) => ({ ...word, upos: Array.isArray(tags) ? String(tags[i]) : '' })),
      sentences,
      names: [],
    };
  },
};

/** Where each of `parts` stands, one after the other. */
function placed(text: string, parts: readonly string[]): { start: number; end: number }[] {
  let at = 0;
  return parts.map((part) => {
    const start = text.indexOf(part, at);
    if (start < 0) return { start: at, end: at };
    at = start + part.length;
    return { start, end: at };
  });
}

interface CompromiseTerm {
  text: string;
  penn?: string;
  tags?: string[];
  offset?: { start: number; length: number };
}

interface CompromiseView {
  text: string;
  terms?: CompromiseTerm[];
  offset: { start: number; length: number };
}

const OPTIONS = { offset: true, terms: { offset: true, tags: true } };

/** Words, sentences, parts of speech, people, places and organisations. It makes no tokens of punctuation. */
const compromiseRival: Rival = {
  name: 'compromise',
  read(text) {
    const doc = compromise(text);
    doc.compute('penn');
    const views: CompromiseView[] = doc.json(OPTIONS);
    const words = views.flatMap(({ terms = [] }) =>
      terms.flatMap((term) => {
        const { offset, text: form } = term;
        return offset && form !== ''
          ? [{ start: offset.start, end: offset.start + offset.length, upos: uposOf(term) }]
          : [];
      }),
    );
    const namesOf = (found: CompromiseView[], label: 'PER' | 'LOC' | 'ORG') =>
      found.map(({ offset: { start }, text: name }) => {
        const bare = name.replace(/(?:['’]s)?[\s.,;:!?"'”’)]*$/u, '');
        return { start, end: start + bare.length, label };
      });
    return {
      words,
      sentences: views.map(({ offset: { start, length } }) => ({ start, end: start + length })),
      names: [
        ...namesOf(doc.people().json({ offset: true }), 'PER'),
        ...namesOf(doc.places().json({ offset: true }), 'LOC'),
        ...namesOf(doc.organizations().json({ offset: true }), 'ORG'),
      ],
    };
  },
};

const UPOS_OF: readonly (readonly [RegExp, string])[] = [
  [/^NNP/, 'PROPN'],
  [/^NN/, 'NOUN'],
  [/^MD/, 'AUX'],
  [/^VB/, 'VERB'],
  [/^JJ/, 'ADJ'],
  [/^RB|^WRB/, 'ADV'],
  [/^CD/, 'NUM'],
  [/^PRP|^WP/, 'PRON'],
  [/^DT|^PDT|^WDT/, 'DET'],
  [/^CC/, 'CCONJ'],
  [/^IN/, 'ADP'],
  [/^TO|^POS/, 'PART'],
  [/^UH/, 'INTJ'],
];

function uposOf({ penn = '', tags = [] }: CompromiseTerm): string {
  if (tags.includes('Auxiliary') || tags.includes('Copula') || tags.includes('Modal')) return 'AUX';
  return UPOS_OF.find(([pattern]) => pattern.test(penn))?.[1] ?? 'X';
}

export const RIVALS: readonly Rival[] = [wink, compromiseRival];
