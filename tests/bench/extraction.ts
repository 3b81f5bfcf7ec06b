/**
 * How good extraction is, step by step and as a whole, beside what other libraries can do of it: one table.
 *
 *     npm run bench:extraction -- ../shared [--fast]
 *
 * Run it on an idle machine: the load is printed first. `--fast` leaves out the other libraries' syntax and
 * measures speed on fewer articles in fewer rounds.
 */
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadModel } from '../../src/language/index.ts';
import { carb } from './carb.ts';
import { coreference } from './extraction/coreference.ts';
import { footprint } from './extraction/footprint.ts';
import { type GraphScores, goldGraphs } from './extraction/graphs.ts';
import {
  agencyNames,
  namesOfTagger,
  universalNames,
  universalNamesOfArticles,
  universalTexts,
} from './extraction/names.ts';
import { newsArticles } from './extraction/news.ts';
import { rivalNames, rivalSyntax } from './extraction/rival-scores.ts';
import { RIVALS } from './extraction/rivals.ts';
import { speeds } from './extraction/speed.ts';
import { syntaxOfGoldTokens, syntaxOfRawText } from './extraction/syntax.ts';
import { percent, Table, whole } from './extraction/table.ts';

const { values, positionals } = parseArgs({
  options: { fast: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [shared = '../shared'] = positionals;
const table = new Table();
const model = loadModel();
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`);

const GOALS: Readonly<Record<string, string>> = {
  'ewt-test': 'UPOS 95.3, LAS 82.5',
  'gum-test': 'LAS 81.5',
  'gum-news': 'LAS 79',
};
for (const on of ['ewt-test', 'gum-test', 'gum-news']) {
  const path = join(shared, 'data/ud', `${on}.conllu`);
  const goal = GOALS[on];
  const figures = syntaxOfGoldTokens(path, model);
  table.print({
    part: 'Syntax',
    what: 'gold tokens, predicted tags',
    on,
    figures,
    ...(goal === undefined ? {} : { goal }),
  });
  const { segments, syntax } = syntaxOfRawText(path, model);
  table.print({ part: 'Syntax', what: 'from raw text (F1)', on, figures: [...segments, ...syntax] });
  if (values.fast) continue;
  for (const rival of RIVALS)
    table.print({
      part: 'Syntax',
      what: `${rival.name}, raw text, no punctuation`,
      on,
      figures: rivalSyntax(rival, path),
    });
}

const uner = 'UNER EWT test';
table.print({
  part: 'Names (F1)',
  what: 'tagger, gold tokens',
  on: uner,
  figures: namesOfTagger(universalNames(shared), ['PER', 'ORG', 'LOC'], model),
  goal: 'typed 70',
});
table.print({
  part: 'Names (F1)',
  what: 'all steps, raw text',
  on: uner,
  figures: universalNamesOfArticles(shared, model),
});
for (const rival of RIVALS.filter(({ name }) => name === 'compromise'))
  table.print({
    part: 'Names (F1)',
    what: `${rival.name}, raw text`,
    on: uner,
    figures: rivalNames(rival, universalTexts(shared)),
  });
table.print({
  part: 'Names (F1)',
  what: 'tagger, gold tokens',
  on: 'gmb-test',
  figures: namesOfTagger(agencyNames(shared), ['PER', 'ORG', 'LOC', 'FAC', 'EVT', 'DOC', 'DEM'], model),
});
const { graphs, mentions } = goldGraphs(shared, model);
table.print({
  part: 'Names (F1)',
  what: 'as mentions of the graphs',
  on: 'gold articles',
  figures: mentions,
  goal: '95, 93',
});

for (const on of ['gum-test', 'gum-news'])
  for (const { way, figures } of coreference(shared, on))
    table.print({
      part: 'Coreference of named entities (F1)',
      what: way,
      on,
      figures,
      ...(on === 'gum-test' ? { goal: 'mean 60' } : {}),
    });

const open = carb(shared, model);
table.print({
  part: 'Propositions',
  what: 'CaRB',
  on: 'CaRB dev',
  figures: [
    ['P', percent(open.precision)],
    ['R', percent(open.recall)],
    ['F1', percent(open.f1)],
    ['AUC', percent(open.auc)],
  ],
  goal: 'F1 48',
});

printGraphs(graphs);

const articles = newsArticles(shared, values.fast ? 30 : 60);
const goal = '15,000';
for (const { name, wordsPerSecond } of speeds(articles, model, values.fast ? 2 : 5))
  table.print({
    part: `Speed (words a second on one core, ${articles.length} articles)`,
    what: name,
    on: 'news',
    figures: [['', whole(wordsPerSecond)]],
    ...(name.startsWith('the whole') ? { goal } : {}),
  });

const { model: size, load, peak, after, compiled } = footprint(articles);
table.print({
  part: 'Footprint',
  what: compiled ? 'compiled' : 'by way of tsx (no dist/)',
  on: 'news',
  figures: [
    ['model', `${size.toFixed(1)} MB`],
    ['loaded in', `${load.toFixed(0)} ms`],
    ['peak', `${peak.toFixed(0)} MB`],
    ['after', `${after.toFixed(0)} MB`],
  ],
  goal: '12 MB, 400 ms, 400 MB',
});

function printGraphs({ summary, rows }: GraphScores): void {
  const part = 'Graphs of the gold articles (P R F1)';
  const triple = ({ p, r, f1 }: { p: number; r: number; f1: number }) => [p, r, f1].map(percent).join(' ');
  for (const { id, entities, pairs, typed } of rows)
    table.print({
      part,
      what: id,
      on: '',
      figures: [
        ['entities', triple(entities)],
        ['pairs', triple(pairs)],
        ['relations', triple(typed)],
      ],
    });
  table.print({
    part,
    what: 'all, micro',
    on: '',
    figures: [
      ['entities', triple(summary.entities)],
      ['pairs', triple(summary.pairs)],
      ['relations', triple(summary.relations)],
    ],
    goal: '90, 72, 62; P of relations 70',
  });
  const rate = (share: number | null) => (share === null ? '-' : percent(share));
  table.print({
    part,
    what: 'of what was found, right',
    on: '',
    figures: [
      ['entity type', rate(summary.entityType)],
      ['date', rate(summary.date)],
      ['modality', rate(summary.modality)],
      ['attribution', rate(summary.attribution)],
      ['evidence', rate(summary.evidence)],
    ],
    goal: '95, 85, 93, 75, 97',
  });
}
