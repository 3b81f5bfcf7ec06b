import { text as textOf } from 'node:stream/consumers';
import { type Article, makeArticle, readTextFile } from '../article/index.ts';
import { annotate, loadModel, type Model, read, readConllu, type Sentence, writeConllu } from '../language/index.ts';

/** `dateline parse`: sentences, tags, lemmas and syntax as CoNLL-U, on standard output. */
export async function parse(files: string[], options: { tokenized?: boolean }): Promise<void> {
  const model = loadModel();
  for (const file of files) {
    const text = file === '-' ? await textOf(process.stdin) : await readTextFile(file);
    const sentences = options.tokenized
      ? annotated(text, model)
      : parsed(makeArticle(text, {}, `file "${file}"`), model);
    for (const sentence of sentences) process.stdout.write(sentence);
  }
}

/** The sentences of CoNLL-U, their words annotated anew. */
function* annotated(conllu: string, model: Model): Generator<string> {
  for (const sentence of readConllu(conllu)) {
    const annotations = annotate(
      sentence.words.map(({ form }) => form),
      model,
    );
    const words = sentence.words.map((word, i) => {
      const { head = -1, ...tags } = annotations[i] ?? {};
      return { ...word, ...tags, head: head + 1 };
    });
    yield writeConllu({ ...sentence, words });
  }
}

/** The sentences of raw text. */
function* parsed(article: Article, model: Model): Generator<string> {
  let number = 0;
  for (const sentence of read(article, model)) {
    number++;
    const opens = article.blocks.some(({ start }) => start === sentence.start);
    const comments = [
      ...(opens ? ['# newpar'] : []),
      `# sent_id = ${number}`,
      `# text = ${article.text.slice(sentence.start, sentence.end).replaceAll(/\s+/gu, ' ')}`,
    ];
    yield writeConllu({ comments, ranges: [], words: wordsOf(sentence, article.text) });
  }
}

function wordsOf({ tokens }: Sentence, text: string) {
  return tokens.map(({ form, lemma, upos, xpos, head, relation, end }) => ({
    form: form.replaceAll(/\s+/gu, ' '),
    lemma,
    upos,
    xpos,
    head: head + 1,
    relation,
    misc: /^\s|^$/u.test(text.slice(end, end + 1)) ? '_' : 'SpaceAfter=No',
  }));
}
