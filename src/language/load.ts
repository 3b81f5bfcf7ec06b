import { fileURLToPath } from 'node:url';
import { loadCase, type UsualCase } from './case.ts';
import { loadClasses } from './classes.ts';
import { type Lemmatizer, loadLemmatizer } from './lemmas.ts';
import { Lexemes } from './lexemes.ts';
import { ModelError, readSections } from './model.ts';
import { loadNameTagger, NAMES_SECTION, type NameTagger } from './name.ts';
import { loadParser, type Parser } from './parser.ts';
import { loadSplitter, type SentenceSplitter } from './sentences.ts';
import { loadTagger, type Tagger } from './tagger.ts';
import { loadTokenizer, type Tokenizer } from './tokens.ts';

/** All trained parts, ready to read with. They share memory between calls: one model reads one text at a time. */
export interface Model {
  /** What the model file says of itself: data, figures. */
  metadata: Readonly<Record<string, unknown>>;
  lexemes: Lexemes;
  tokenizer: Tokenizer;
  splitter: SentenceSplitter;
  usualCase: UsualCase;
  tagger: Tagger;
  lemmatizer: Lemmatizer;
  parser: Parser;
  /** null in a model that is only half trained. */
  names: NameTagger | null;
}

/**
 * Loads the model that comes with the program, or another one.
 *
 * @throws ModelError if there is no such file, or it is no model that this program can use
 */
export function loadModel(file: string | URL = new URL('./data/model.bin', import.meta.url)): Model {
  const path = file instanceof URL ? fileURLToPath(file) : file;
  const sections = readSections(path);
  try {
    const classes = loadClasses(sections);
    const usualCase = loadCase(sections);
    return {
      metadata: sections.metadata,
      lexemes: new Lexemes(classes),
      tokenizer: loadTokenizer(sections, classes),
      splitter: loadSplitter(sections),
      usualCase,
      tagger: loadTagger(sections),
      lemmatizer: loadLemmatizer(sections, classes),
      parser: loadParser(sections),
      names: sections.parts.has(NAMES_SECTION) ? loadNameTagger(sections, classes, usualCase) : null,
    };
  } catch (cause) {
    if (cause instanceof ModelError) throw cause;
    throw new ModelError(`${path} has broken contents: copy it again`, { cause });
  }
}
