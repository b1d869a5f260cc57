import type { Complaint, ProblemMembers } from '../document/problem-schema';
import type { ProblemCode } from './problem-codes';
import { CodedError, isMarked, mark } from '../../src/domain/errors';
import { PROBLEMS } from './problem-codes';

/** Where the codes are described, for people. */
export const DOCS = '/api/v1/docs';

const PROBLEM = Symbol.for('crms.problem');

/** A refusal on its way to whoever asked. */
export class Problem extends CodedError {
  constructor(
    readonly code: ProblemCode,
    detail: string,
    private readonly more: {
      readonly members?: ProblemMembers;
      readonly headers?: Readonly<Record<string, string>>;
      /** Where it is not the code’s usual one. */
      readonly status?: number;
    } = {},
  ) {
    super(detail);
  }

  static {
    mark(this, PROBLEM);
  }

  get status(): number {
    return this.more.status ?? PROBLEMS[this.code][0];
  }

  /** The same with what is known of it elsewhere. */
  with(members: ProblemMembers): Problem {
    return new Problem(this.code, this.message, {
      ...this.more,
      members: { ...this.more.members, ...members },
    });
  }

  /** As problem details (RFC 9457). */
  toResponse(): Response {
    const { code, status, message: detail } = this;
    const [, title] = PROBLEMS[code];
    const { members = {}, headers = {} } = this.more;
    return new Response(
      JSON.stringify({ type: `${DOCS}#${code}`, title, status, detail, code, ...members }),
      { status, headers: { 'content-type': 'application/problem+json', ...headers } },
    );
  }
}

/** Whether an error is a refusal on its way to whoever asked. */
export function isProblem(error: unknown): error is Problem {
  return isMarked(error, PROBLEM);
}

/** A body or a parameter that is not valid, each thing with where it stands. */
export function notValid(errors: readonly Complaint[]): Problem {
  const [first] = errors;
  const detail =
    first === undefined || errors.length > 1
      ? `${errors.length} values are not valid. ${first?.detail ?? ''}`.trim()
      : first.detail;
  return new Problem('invalid-input', detail, { members: { errors: [...errors] } });
}
