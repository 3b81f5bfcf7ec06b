/** A word of a treebank as its CoNLL-U line gives it; `head` is an index into the sentence's words, -1 for the root. */
export interface TreebankWord {
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  head: number;
  relation: string;
}

/** A mention of GUM's `Entity` layer; tokens `from` (inclusive) to `to` (exclusive) of its sentence. */
export interface TreebankMention {
  /** The document's number of the entity; mentions of one entity share it. */
  group: string;
  /** GUM's type: person, organization, place, object, event, time, abstract, animal, plant, substance, quantity. */
  type: string;
  from: number;
  to: number;
  /** The words that a mention must have: its head, or all words of a name. */
  core: readonly number[];
  /** The page of Wikipedia that it is linked to. */
  identity?: string;
}

export interface TreebankSentence {
  text: string;
  /** Begins a block that is marked as a heading. */
  heading: boolean;
  /** The first sentence of a block. */
  opening: boolean;
  words: TreebankWord[];
  mentions: TreebankMention[];
}

export interface TreebankDocument {
  id: string;
  sentences: TreebankSentence[];
}

/** The documents of a CoNLL-U file; multiword tokens and empty nodes are passed over. */
export function readTreebank(conllu: string): TreebankDocument[] {
  const documents: TreebankDocument[] = [];
  let open: Open[] = [];
  let sentence: TreebankSentence | null = null;
  let paragraph = { opening: false, heading: false };
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newdoc id = ')) documents.push({ id: line.slice(14), sentences: [] });
    else if (line === '# newpar') paragraph = { opening: true, heading: false };
    else if (line.startsWith('# newpar_block = head')) paragraph.heading = true;
    else if (line.startsWith('# text = ')) {
      sentence = { text: line.slice(9), ...paragraph, words: [], mentions: [] };
      paragraph = { opening: false, heading: false };
      documents.at(-1)?.sentences.push(sentence);
      open = [];
    } else if (/^\d+\t/.test(line) && sentence) {
      const columns = line.split('\t');
      const [, form = '', lemma = '', upos = '', xpos = '', , head = '0', relation = '', , misc = ''] = columns;
      sentence.words.push({ form, lemma, upos, xpos, head: Number(head) - 1, relation });
      readBrackets(misc, sentence, open);
    }
  }
  return documents;
}

interface Open {
  group: string;
  type: string;
  from: number;
  core: string;
  identity: string | undefined;
}

const BRACKET = /\(([^()]+)(\)?)|([^()]+)\)/g;

function readBrackets(misc: string, sentence: TreebankSentence, open: Open[]) {
  const entity = misc.split('|').find((field) => field.startsWith('Entity='));
  const at = sentence.words.length - 1;
  for (const [, opened, closedAtOnce, closed] of entity?.slice(7).matchAll(BRACKET) ?? []) {
    if (opened !== undefined) {
      const [group = '', type = '', , , , core = '', , ...identity] = opened.split('-');
      open.push({ group, type, from: at, core, identity: identity.length ? identity.join('-') : undefined });
    }
    if (opened !== undefined && !closedAtOnce) continue;
    const group = opened === undefined ? closed : opened.split('-')[0];
    const index = open.findLastIndex((one) => one.group === group);
    const one = open[index];
    if (!one) continue;
    open.splice(index, 1);
    sentence.mentions.push({
      group: one.group,
      type: one.type,
      from: one.from,
      to: at + 1,
      core: one.core.split(',').map((position) => one.from + Number(position) - 1),
      ...(one.identity === undefined ? {} : { identity: one.identity }),
    });
  }
}
