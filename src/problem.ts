/** What a problem says about itself; see PostgreSQL's "Error Message Style Guide" for the manner. */
export interface ProblemText {
  /** A short factual line that quotes the name of the thing. */
  title: string;
  /** The facts behind it. */
  detail?: string;
  /** How to mend it. */
  hint?: string;
  /** HTTP status where the problem is answered by the API; 500 where it is not said. */
  status?: number;
  /** The fields of an input that are at fault. */
  errors?: readonly FieldError[];
  cause?: unknown;
}

/** `field` is a dotted path into the input ("query.depth"); empty for the input as a whole. */
export interface FieldError {
  field: string;
  message: string;
}

/** An RFC 9457 problem, as the API writes it. */
export interface ProblemBody {
  type: string;
  code: string;
  title: string;
  status: number;
  detail?: string;
  hint?: string;
  instance?: string;
  errors?: readonly FieldError[];
}

/**
 * An error that is meant to be read by the person who caused it: one line on a terminal, `application/problem+json`
 * in the API. `code` is a stable word in kebab-case ("store-locked").
 */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly errors: readonly FieldError[] | undefined;

  constructor(code: string, text: ProblemText) {
    super(text.title, text.cause === undefined ? undefined : { cause: text.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = text.status ?? 500;
    this.detail = text.detail;
    this.hint = text.hint;
    this.errors = text.errors;
  }

  get title(): string {
    return this.message;
  }

  /** Title and hint on one line, for a terminal. */
  get line(): string {
    return this.hint ? `${this.title}. ${this.hint}` : this.title;
  }

  toJSON(): ProblemBody {
    return {
      type: `urn:dateline:problem:${this.code}`,
      code: this.code,
      title: this.title,
      status: this.status,
      ...(this.detail !== undefined && { detail: this.detail }),
      ...(this.hint !== undefined && { hint: this.hint }),
      ...(this.errors !== undefined && { errors: this.errors }),
    };
  }
}
