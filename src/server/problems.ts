import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { Problem } from '../problem.ts';

export const MOST_BYTES = 25_000_000;

/** What body-parser and express throw says its kind in `type`. */
const thrownType = (error: object): unknown => ('type' in error ? error.type : undefined);

/** Every error as a problem. What nobody foresaw tells the caller nothing of its inside. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof URIError)
    return new Problem('invalid-request', { title: 'the address holds a broken percent escape' });
  switch (typeof error === 'object' && error !== null ? thrownType(error) : undefined) {
    case 'entity.parse.failed':
      return new Problem('invalid-json', {
        title: 'the body is not JSON',
        detail: error instanceof Error ? error.message : undefined,
        hint: 'Send a JSON object with "text"',
      });
    case 'entity.too.large':
      return new Problem('too-large', {
        title: `the body is larger than ${MOST_BYTES / 1_000_000} MB`,
        hint: 'Split it into its articles',
      });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new Problem('unsupported-media-type', {
        title: 'the body is in an encoding that is not read here',
        hint: 'Send UTF-8',
      });
    case 'request.aborted':
    case 'request.size.invalid':
      return new Problem('invalid-request', { title: 'the body ended early' });
    default:
      return new Problem('internal-error', {
        title: 'something went wrong that should not',
        hint: 'The log of the server says what',
      });
  }
}

export function answerProblem(res: Response, problem: Problem, instance: string): void {
  res
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem.toJSON(), instance }));
}

/** Answers errors by RFC 9457. */
export const problemAnswers: ErrorRequestHandler = (error, req, res, next) => {
  if (res.destroyed) return; // the caller went away, and the work was stopped for that
  const problem = problemOf(error);
  if (problem.code === 'internal-error') console.error(error);
  if (res.headersSent) {
    next(error); // cuts the connection, so that half an answer is not taken for a whole one
    return;
  }
  answerProblem(res, problem, req.originalUrl);
};

export const unknownRoute: RequestHandler = (req) => {
  throw new Problem('not-found', {
    title: `there is no "${req.method} ${req.originalUrl.split('?')[0]}"`,
    hint: 'GET /api/docs lists what there is',
  });
};

/** For a route that exists with other methods. */
export const onlyMethods =
  (...methods: string[]): RequestHandler =>
  (req, res) => {
    res.set('Allow', methods.join(', '));
    throw new Problem('method-not-allowed', {
      title: `${req.method} is not possible here`,
      hint: `Use ${methods.join(' or ')}`,
    });
  };
