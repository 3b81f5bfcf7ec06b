import { makeArticle, readTextFile } from '../article/index.ts';
import { resolve } from '../entities/index.ts';
import { requireEnglish } from '../extract.ts';
import { loadModel, type Model, read, type Sentence } from '../language/index.ts';
import { calibrated, type Objection, objections, rough, type Statement } from '../relations/index.ts';

/**
 * `dateline explain`: for every statement its sentence, the parse, the rule that made it, and what lowered its
 * confidence, on standard output. The sentence's parse is written once, above its statements.
 */
export async function explain(files: string[], options: { date?: string }): Promise<void> {
  const model = loadModel();
  for (const file of files) {
    const text = await readTextFile(file);
    for (const line of explained(text, `file "${file}"`, model, options.date)) process.stdout.write(`${line}\n`);
  }
}

function* explained(text: string, what: string, model: Model, date: string | undefined): Generator<string> {
  const said = makeArticle(text, {}, what);
  const article = said.date || date === undefined ? said : makeArticle(text, { date }, what);
  requireEnglish(article.text, what);
  const sentences = read(article, model);
  const reading = resolve(article, sentences);
  const before = rough(article, sentences, reading);
  const statements = calibrated(before, sentences, reading.mentions);
  const name = (entity: number | string) =>
    typeof entity === 'string' ? `"${entity}"` : (reading.entities[entity]?.label ?? '?');
  for (const [index, sentence] of sentences.entries()) {
    const own = statements.flatMap((statement, i) =>
      statement.evidence.start === sentence.start ? [{ statement, uncalibrated: before[i] ?? statement }] : [],
    );
    if (own.length === 0) continue;
    const mentions = reading.mentions.filter((mention) => mention.sentence === index);
    yield `\n${article.text.slice(sentence.start, sentence.end).replaceAll(/\s+/gu, ' ')}`;
    yield `  parse  ${parseOf(sentence)}`;
    for (const { statement, uncalibrated } of own) {
      yield `  edge   ${edgeOf(statement, name)}`;
      yield `         rule "${statement.evidence.rule}", by the words "${statement.predicate}"`;
      yield `         confidence ${statement.confidence.toFixed(3)}${against(objections(uncalibrated, sentence, mentions))}`;
    }
  }
}

/** Each word with its relation and its head: "met:root" "Ilves:nsubj<met"; marks of punctuation are left out. */
const parseOf = ({ tokens }: Sentence): string =>
  tokens
    .filter(({ upos }) => upos !== 'PUNCT')
    .map(({ form, relation, head }) => `${form}:${relation}${head < 0 ? '' : `<${tokens[head]?.form ?? ''}`}`)
    .join(' ');

function edgeOf(statement: Statement, name: (entity: number | string) => string): string {
  const { subject, type, object, modality, date, place, role, attributedTo } = statement;
  const more = [
    ...(role === undefined ? [] : [`role ${role}`]),
    ...(date === undefined ? [] : [date]),
    ...(place === undefined ? [] : [`in ${name(place)}`]),
    ...(modality === 'actual' ? [] : [modality]),
    ...(attributedTo.length === 0 ? [] : [`says ${attributedTo.map(name).join(', ')}`]),
  ];
  return `${name(subject)} → ${type} → ${name(object)}${more.length ? ` (${more.join('; ')})` : ''}`;
}

const against = (found: readonly Objection[]): string =>
  found.length === 0
    ? ', nothing speaks against it'
    : `, lowered by ${found.map(({ doubt, loss }) => `${doubt} ${loss.toFixed(2)}`).join(', ')}`;
