/** Every kind of problem that a person or a program can meet, with the HTTP status that answers it. */
export const PROBLEMS = {
  'invalid-request': 400,
  'invalid-json': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-media-type': 415,
  'empty-text': 422,
  'not-text': 422,
  'not-english': 422,
  'unreadable-file': 422,
  'broken-file': 422,
  'no-article': 422,
  'too-complex': 422,
  'forbidden-address': 422,
  unreachable: 502,
  'unreadable-model': 500,
  'store-locked': 503,
  'store-unreachable': 503,
  'store-unreadable': 500,
  'store-closed': 503,
  'port-taken': 503,
  starting: 503,
  'took-too-long': 422,
  superseded: 409,
  'internal-error': 500,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof PROBLEMS;

/** What is wrong, where, and what to do: the wording follows PostgreSQL's "Error Message Style Guide". */
export interface ProblemText {
  /** The fact, in one short line that names the thing: `file "a.txt" is empty`. */
  title: string;
  /** Further facts, where they help. */
  detail?: string | undefined;
  /** The cure: "Stop that process, or choose another folder with --data." */
  hint?: string | undefined;
  /** The fields of the input that are at fault. */
  errors?: readonly FieldError[] | undefined;
}

/** `field` is a dotted path into the input ("depth", "items.0"); empty for the input as a whole. */
export interface FieldError {
  field: string;
  message: string;
}

/** RFC 9457, application/problem+json. */
export interface ProblemBody extends ProblemText {
  type: string;
  code: ProblemCode;
  status: number;
}

/** An error whose words are meant for the person or program that caused it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly text: ProblemText;

  constructor(code: ProblemCode, text: ProblemText, options?: ErrorOptions) {
    super([text.title, text.hint].filter(Boolean).join('. '), options);
    this.code = code;
    this.text = text;
  }

  get status(): number {
    return PROBLEMS[this.code];
  }

  toJSON(): ProblemBody {
    return { type: `urn:dateline:problem:${this.code}`, code: this.code, status: this.status, ...this.text };
  }
}
