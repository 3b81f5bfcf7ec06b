import { ByteReader, ByteWriter } from './bytes.ts';
import { type Sections, section } from './model.ts';

export const CASE_SECTION = 'case/forms';

/** How a word is mostly written in running text. */
export type CaseKind = 'small' | 'capital' | 'mixed';

/** A headline has more of its longer words in capitals than this; sentences full of long names have up to 0.8. */
const HEADLINE_SHARE = 0.85;
/** Shorter words are small in headlines too. */
const LONGER = 4;
const SMALL_IN_HEADLINES = /^(?:about|after|amid|among|before|from|into|near|over|than|that|upon|with|without)$/u;

/** The case that words have in running text, where their place in the sentence asks for none. */
export class UsualCase {
  readonly #forms: ReadonlyMap<string, string>;

  /** @param forms each word once, as it is mostly written */
  constructor(forms: Iterable<string>) {
    this.#forms = new Map([...forms].map((form) => [form.toLowerCase(), form]));
  }

  /** The usual form of a word ("nato" → "NATO", "Visits" → "visits"); null where it is not known. */
  of(word: string): string | null {
    return this.#forms.get(word.toLowerCase()) ?? null;
  }

  kindOf(word: string): CaseKind | null {
    const usual = this.of(word);
    if (usual === null) return null;
    if (usual === usual.toLowerCase()) return 'small';
    return usual === usual.toUpperCase() ? 'mixed' : 'capital';
  }

  /**
   * The words of a headline in their usual case; of any other sentence, the words as they are. What is not known stays
   * as it is, but in a line of capitals only its first letter stays large.
   */
  recased(forms: readonly string[]): readonly string[] {
    const longer = forms.filter(
      (form) => form.length >= LONGER && /^\p{L}/u.test(form) && !SMALL_IN_HEADLINES.test(form),
    );
    const capitalized = longer.filter((form) => /^\p{Lu}/u.test(form));
    if (longer.length < 3 || capitalized.length <= HEADLINE_SHARE * longer.length) return forms;
    const capitals = longer.filter((form) => form === form.toUpperCase());
    const shouts = capitals.length > HEADLINE_SHARE * longer.length;
    return forms.map((form, i) => this.#recase(form, i === 0, shouts));
  }

  #recase(form: string, first: boolean, shouts: boolean): string {
    if (!/^\p{Lu}/u.test(form)) return form;
    const capital = form.charAt(0) + form.slice(1).toLowerCase();
    const usual = this.of(form) ?? (shouts ? capital : form);
    // an abbreviation stays one: "US" in a headline of small letters is no "us"
    if (!shouts && form.length > 1 && form === form.toUpperCase()) return form;
    return first && usual === usual.toLowerCase() ? capital : usual;
  }
}

export function encodeCase(forms: readonly string[]): Uint8Array {
  const writer = new ByteWriter();
  writer.texts([...forms].sort());
  return writer.done();
}

/** @throws ModelError if the model has no such section */
export const loadCase = (sections: Sections): UsualCase =>
  new UsualCase(new ByteReader(section(sections, CASE_SECTION)).texts());
