#!/usr/bin/env node
/** The command line. What a command does stands in `commands/`; here are its words. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_THREADS, withPart, withStore } from './commands/options.ts';
import { reportProblem } from './commands/report.ts';
import { FORMAT_NAMES } from './formats/names.ts';
import { LEASE } from './ingest/lease.ts';
import { VERSION } from './version.ts';

/** Exit codes: all went well; something could not be read or done; the command was not understood. */
const EXIT = { problem: 1, usage: 2 };

const SOURCES =
  'files, folders, patterns, web addresses, or "-" for standard input: text, Markdown, HTML, PDF, DOCX, JSON, JSON Lines, RSS, Atom, and .zip or .gz of these';

/** A whole number from 1 on. */
const whole =
  (most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    throw new InvalidArgumentError(`It is a whole number from 1 to ${most}.`);
  };

/** The code of a command, loaded when it is called: the other commands' libraries take a second and 80 MB. */
const later =
  <Given extends unknown[]>(load: () => Promise<(...given: Given) => Promise<void>>) =>
  async (...given: Given): Promise<void> =>
    (await load())(...given);

const program = new Command('dateline')
  .description('Reads news and draws who met whom, when and where, and shows the sentence that says so.')
  .version(VERSION, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand('help [command]', 'print the help of a command')
  .showHelpAfterError('Try "dateline --help".')
  .exitOverride()
  .addHelpText(
    'after',
    `
Examples:
  dateline build article.txt                        the graph of one article, as JSON
  dateline build page.html feed.xml news.zip        one graph of all that is in them
  dateline build news/ --format gexf --out all.gexf the graph of a folder, for Gephi
  dateline build article.txt --format openie        its propositions, tab-separated
  dateline add news/ https://example.org/feed.xml   read articles into the store, to stay there
  dateline add news/ --queue --store postgres://…   queue them for "dateline work" on other machines
  dateline follow https://example.org/feed.xml      read a feed again and again
  dateline status                                   what is in the store, and what could not be read
  dateline remove news/old.html                     take back what was read from there
  dateline export --format gexf --out all.gexf      the graph of the store, for Gephi
  dateline publish --out site --source Yonhap       a folder with the explorer, for any web server
  dateline serve --port 8080                        the explorer, in the browser
  dateline parse article.txt                        sentences, tags and syntax as CoNLL-U

Exit codes: 0 all went well, 1 something could not be read or done, 2 wrong usage.`,
  );

program
  .command('build')
  .description('read articles and write their graph; no store is needed')
  .argument('<paths...>', SOURCES)
  .addOption(
    new Option('-f, --format <name>', 'how to write the graph').choices([...FORMAT_NAMES, 'openie']).default('json'),
  )
  .option('-o, --out <file>', 'write one graph of all articles to a file (default: standard output)')
  .addOption(
    new Option(
      '-d, --out-dir <folder>',
      'write a graph of each article to a file of its own, named after it',
    ).conflicts('out'),
  )
  .option('--date <YYYY-MM-DD>', 'date of articles whose text names none; relative dates count from it', day)
  .option('--allow-private-addresses', 'let web addresses lead to this machine and the network that it is in')
  .action(later(async () => (await import('./commands/build.ts')).build));

program
  .command('parse')
  .description('print sentences, tags, lemmas and syntax as CoNLL-U')
  .argument('<files...>', 'text files; "-" is standard input')
  .option('--tokenized', 'the files are CoNLL-U: keep their sentences and words, annotate them anew')
  .action(later(async () => (await import('./commands/parse.ts')).parse));

program
  .command('explain')
  .description('print for every edge its sentence, parse and rule, and what lowered its confidence')
  .argument('<files...>', 'text files')
  .option('--date <YYYY-MM-DD>', 'date of articles whose text names none; relative dates count from it', day)
  .action(later(async () => (await import('./commands/explain.ts')).explain));

/** Options of the commands that read articles into the store. */
const reading = (command: Command): Command =>
  withStore(command)
    .addOption(
      new Option('--threads <number>', 'articles to read at once; each thread holds the language model in memory')
        .default(DEFAULT_THREADS, 'all cores but one')
        .argParser(whole(256)),
    )
    .option('--allow-private-addresses', 'let web addresses lead to this machine and the network that it is in');

reading(program.command('add'))
  .description(
    'read articles into the store; those that it knows are skipped, so that after Ctrl-C the same command goes on',
  )
  .argument('<paths...>', SOURCES)
  .option('--queue', 'only queue them in the store, for "dateline work" or "dateline serve" to read')
  .action(later(async () => (await import('./commands/add.ts')).add));

reading(program.command('follow'))
  .description(
    'read feeds again and again, politely: only what has changed, when feed and server want it, one request at a time a host',
  )
  .argument('<feeds...>', 'addresses of RSS, Atom and JSON feeds')
  .addOption(
    new Option('--interval <minutes>', 'between two looks at a feed; it may itself ask for more')
      .default(15)
      .argParser(whole(10_080)),
  )
  .action(later(async () => (await import('./commands/follow.ts')).followFeeds));

withStore(program.command('work'))
  .description('read what is queued in a PostgreSQL database, beside other processes and machines that do the same')
  .addOption(
    new Option('--concurrency <number>', 'articles to read at once; each thread holds the language model in memory')
      .default(DEFAULT_THREADS, 'all cores but one')
      .argParser(whole(256)),
  )
  .addOption(
    new Option('--lease <seconds>', 'after this time others take over what a killed process was reading')
      .default(LEASE)
      .argParser(whole(86_400)),
  )
  .action(later(async () => (await import('./commands/work.ts')).workOn));

reading(program.command('retry'))
  .description('read again what could not be read, from where it was')
  .action(later(async () => (await import('./commands/retry.ts')).retry));

withStore(program.command('status'))
  .description('print how much is in the store, and what could not be read and why')
  .action(later(async () => (await import('./commands/status.ts')).status));

withStore(program.command('remove'))
  .description('take articles back: the graph is then as if they had never been read')
  .argument('<what...>', 'files, folders or web addresses that articles were read from, or ids of articles')
  .action(later(async () => (await import('./commands/remove.ts')).remove));

withPart(withStore(program.command('export')))
  .description('write the graph of the store, or a part of it; equal graphs are equal files')
  .addOption(new Option('-f, --format <name>', 'how to write it').choices(FORMAT_NAMES).default('json'))
  .option('-o, --out <file>', 'file to write to (default: standard output)')
  .action(later(async () => (await import('./commands/export.ts')).exportGraph));

withPart(withStore(program.command('publish')))
  .description('write the graph, or a part of it, as a folder of static files: the explorer, read-only, with evidence')
  .requiredOption('-o, --out <folder>', 'folder to write to; empty, or published before')
  .option('--limit <number>', 'nodes at most, those with most edges first (default: all)')
  .option('--texts', 'put articles in as a whole (default: only the sentences that are evidence)')
  .action(later(async () => (await import('./commands/publish.ts')).publish));

withStore(program.command('serve'))
  .description('read the seed articles into the store, and serve the explorer and the API')
  .addOption(new Option('-p, --port <number>', 'port to listen on').env('DATELINE_PORT').default(3000).argParser(port))
  .addOption(new Option('--host <address>', 'address to listen on').default('127.0.0.1'))
  .addOption(new Option('--seeds <folder>', 'articles to read at the start').default('seeds'))
  .option('--no-seeds', 'read no articles at the start')
  .addOption(
    new Option('--threads <number>', 'articles that are posted to read at once')
      .default(DEFAULT_THREADS, 'all cores but one')
      .argParser(whole(256)),
  )
  .action(later(async () => (await import('./commands/serve.ts')).serve));

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65535) {
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  }
  return number;
}

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('A date is written as 2023-10-19.');
  }
  return text;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage;
  else {
    reportProblem(error);
    process.exitCode = EXIT.problem;
  }
}
