import { Problem } from '../problem.ts';
import type { Article } from './article.ts';
import { type Form, formOfHead, formOfMediaType, formOfName } from './forms/index.ts';
import { failing, type Incoming, type ReadingOptions } from './incoming.ts';
import { bytesInput, fileInput, type Input, type InputFacts } from './input.ts';

/** An archive may stand in an archive; what stands in one deeper is nothing that people have. */
const DEEPEST = 2;

/**
 * The articles in a file, whatever its form: by what HTTP says it is, by its name, by how it begins.
 * Never throws for what is in the file: what cannot be read stands in its place and fails when it is loaded.
 */
export async function* articlesIn(input: Input, options: ReadingOptions): AsyncGenerator<Incoming> {
  const { what, facts } = input;
  let form: Form | null = null;
  try {
    form = await formOf(input);
    if ('read' in form) {
      const single = form;
      const held = facts.path ? null : await input.bytes();
      const load = () => guarded(() => single.read(again(facts, held), options), what, single, options);
      yield { name: what, origin: facts.origin, load };
      return;
    }
    if (form.isArchive && (facts.depth ?? 0) >= DEEPEST) throw tooDeep(what);
    const many = form;
    const door = { ...options, wants: isWanted, open: (inner: Input) => articlesIn(inner, options) };
    for await (const { name, origin, load } of form.divide(input, door)) {
      yield { name, origin, load: () => guarded(load, name, many, options) };
    }
  } catch (cause) {
    options.signal?.throwIfAborted();
    yield failing(what, facts.origin, asProblem(cause, what, form));
  } finally {
    await input.close();
  }
}

/**
 * The articles in a file that came over a network.
 *
 * @param fileName as its sender calls it: it names the file in errors, and its ending says the form
 */
export const articlesInFile = (
  fileName: string,
  bytes: Uint8Array,
  options: ReadingOptions = {},
): AsyncGenerator<Incoming> =>
  articlesIn(bytesInput(bytes, { what: `file "${fileName}"`, origin: fileName, fileName }), options);

/** A file on the disk is read when it is loaded; what came another way is held until then. */
const again = (facts: InputFacts, held: Uint8Array | null): Input =>
  facts.path ? fileInput(facts.path) : bytesInput(held ?? new Uint8Array(), facts);

async function formOf(input: Input): Promise<Form> {
  const { mediaType, fileName } = input.facts;
  return (mediaType ? formOfMediaType(mediaType) : null) ?? formOfName(fileName) ?? formOfHead(await input.head());
}

async function guarded(
  load: () => Promise<Article>,
  what: string,
  form: Form,
  { signal }: ReadingOptions,
): Promise<Article> {
  try {
    return await load();
  } catch (cause) {
    signal?.throwIfAborted();
    throw asProblem(cause, what, form);
  }
}

/** What the libraries that read a form throw says that the file is damaged. */
function asProblem(cause: unknown, what: string, form: Form | null): Problem {
  if (cause instanceof Problem) return cause;
  return new Problem(
    'broken-file',
    {
      title: `${what} is damaged, or not ${form?.name ?? 'of the form that its name says'}`,
      detail: cause instanceof Error ? cause.message : String(cause),
      hint: 'Open it in the program that it is for, and save it again',
    },
    { cause },
  );
}

const tooDeep = (what: string): Problem =>
  new Problem('too-complex', {
    title: `${what} is an archive in an archive in an archive`,
    hint: 'Unpack the outer one, and give what is in it',
  });

/** Whether a file that nobody named, in a folder or an archive, is to be read: of a known form, not hidden, no note. */
export function isWanted(path: string): boolean {
  const parts = path.split(/[/\\]/u);
  const file = parts.at(-1) ?? '';
  if (parts.some((part) => /^(?:\.|__MACOSX$|node_modules$)/u.test(part)) || /^README/iu.test(file)) return false;
  return formOfName(file.replace(/\.gz(?:ip)?$/iu, '')) !== null;
}
