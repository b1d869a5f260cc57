import type { Context, MiddlewareHandler } from 'hono';
import { v4 as newKey, v5 as uuid } from 'uuid';
import * as z from 'zod';
import type { Conflict } from '../src/service/conflict/conflict';
import type { JointConflict } from '../src/service/conflict/joint-conflict';
import type { Stale } from '../src/service/errors';
import type { Command, Outcome } from '../src/service/unit-of-work';
import type { CommandKind, DoneOf, NamedCommand } from '../src/service/commands/commands';
import type { Path } from '../src/service/commands/refused-part';
import type { ApiEnvironment } from './environment';
import type { ApiServices } from './services';
import type { ProblemMembers } from './document/problem-schema';
import type { DomainError } from '../src/domain/errors';
import { isJointConflict } from '../src/service/conflict/joint-conflict';
import { CodedError } from '../src/domain/errors';
import { MAX_VERSION } from './operation';
import { Problem } from './problems/problem';

type ApiContext = Context<ApiEnvironment>;

const KEY = z.uuid();

/** Reads the key of a change, which it has to have. A structured header would have it in quotes. */
const keyed: MiddlewareHandler<ApiEnvironment> = async (context, next) => {
  const header = context.req.header('idempotency-key');
  const key = KEY.safeParse(
    header
      ?.trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase(),
  );
  if (!key.success)
    throw new Problem(
      'idempotency-key-required',
      header === undefined
        ? 'Send an Idempotency-Key: a UUID that identifies this change.'
        : 'The Idempotency-Key is not a UUID.',
    );
  context.set('key', key.data);
  await next();
};

/** Reads the version a change was made against, which it has to name: a missing one never means “no check”. */
const versioned: MiddlewareHandler<ApiEnvironment> = async (context, next) => {
  const header = context.req.header('if-match')?.trim();
  if (header === undefined || header === '')
    throw new Problem('if-match-required', 'Send the ETag that you read as If-Match.');
  const [, weak, version] = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/.exec(header) ?? [];
  if (version === undefined)
    throw new Problem('invalid-if-match', 'If-Match takes one ETag, such as "8".');
  if (weak !== undefined || !/^[1-9]\d{0,9}$/.test(version) || Number(version) > MAX_VERSION)
    throw new Problem('no-version', 'No version has this ETag. A weak ETag never matches.');
  context.set('expectedVersion', Number(version));
  await next();
};

/** What a change of something there is goes through first, and one that makes something new. */
export const changing = [keyed, versioned];
export const creating = [keyed];
/** What changes nothing needs no key that could be repeated. */
export const keyless: MiddlewareHandler<ApiEnvironment>[] = [
  async (context, next) => {
    context.set('key', newKey());
    await next();
  },
];

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** Whether who asks has this version already. */
export function isKnown(context: ApiContext, version: number): boolean {
  const header = context.req.header('if-none-match');
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etagOf(version)) || tags.includes('*');
}

/** What every command carries. */
export function commandOf(context: ApiContext): Command {
  const { id, name } = context.get('token');
  return {
    key: context.get('key'),
    actor: { id, name },
    at: new Date().toISOString(),
  };
}

/** The id of what a change makes: the same for the same key, so that made twice it is one. */
export function newId(context: ApiContext, what: string): string {
  return uuid(`${what} ${context.get('key')}`, context.get('token').id);
}

/**
 * Runs a command that a program asked for.
 *
 * @param inBody where in the body something stands that stands there in the input; `null` when it is not in the body
 * @returns what it answered when it was accepted, now or when its key was sent before
 * @throws Problem `stale` with what happened since; Refused; Busy and OutcomeUnknown
 */
export async function executed<K extends CommandKind>(
  { execute }: Pick<ApiServices, 'execute'>,
  context: ApiContext,
  command: NamedCommand<K>,
  inBody: (place: Path | null) => Path | null = () => null,
): Promise<Outcome<DoneOf<K>>> {
  const { role } = context.get('token');
  const result = await execute(command, { ...commandOf(context), role });
  switch (result.status) {
    case 'done':
      return result.done;
    case 'stale': {
      const { conflict, stale } = result;
      if (isJointConflict(conflict))
        throw new Problem('stale', stale.message, { members: jointMembers(conflict, stale) });
      const members = membersOf(conflict);
      const headers = { etag: etagOf(members.latestVersion) };
      throw new Problem('stale', stale.message, { members, headers });
    }
    case 'refused':
      throw new Refused(result.refusal, result.alternatives, inBody(result.place));
    case 'busy':
    case 'unknown':
      throw result.error;
  }
}

/** What explains a stale command: a program is told the same as a person. */
function membersOf(conflict: Conflict): ProblemMembers & { readonly latestVersion: number } {
  const { latestVersion, kind, id, since } = conflict;
  switch (kind) {
    case 'license':
      return { latestVersion, conflict: { ...conflict, licenseId: id } };
    case 'content': {
      // `last` is what programs know a refusal of C1 by.
      const isLast = conflict.code === 'last-assignment';
      return {
        latestVersion,
        conflict: { ...conflict, verdict: isLast ? 'last' : conflict.verdict },
      };
    }
    case 'contract':
      return { latestVersion, since, conflict };
    case 'price-table':
      return { latestVersion, conflict };
  }
}

/** What explains a stale command on several: each has a version of its own. */
function jointMembers(
  jointConflict: JointConflict,
  { id, expectedVersion }: Stale,
): ProblemMembers {
  return jointConflict.kind === 'titles'
    ? { jointConflict, stale: { contentId: id, version: expectedVersion } }
    : { jointConflict };
}

/** A refusal with the ways out of it, and where in the body it stands. */
export class Refused extends CodedError {
  readonly code = 'refused';

  constructor(
    readonly refusal: DomainError,
    readonly ways: NonNullable<ProblemMembers['ways']>,
    readonly place: Path | null,
  ) {
    super(refusal.message);
  }
}

/** Marks an answer that was given before. */
export function answerHeaders(
  { replayed }: { readonly replayed: boolean },
  version?: number,
): Record<string, string> {
  return {
    ...(version === undefined ? {} : { etag: etagOf(version) }),
    ...(replayed ? { 'idempotency-replayed': 'true' } : {}),
  };
}
