import type { Context, MiddlewareHandler } from 'hono';
import { v5 as uuid } from 'uuid';
import { z } from '@hono/zod-openapi';
import type { ProposedChange } from '../../../src/domain/license-change';
import type { Command, Outcome } from '../../../src/service/unit-of-work';
import type { ApiEnvironment } from './environment';
import type { ProblemMembers } from './problem-schema';
import type { DomainError } from '../../../src/domain/errors';
import type { Stale } from '../../../src/service/errors';
import { CodedError, hasCode, isDomainError } from '../../../src/domain/errors';
import { waysOutOf } from '../../../src/service/conflict-explanation';
import { Problem } from './problem';
import { wire } from './wire';

type ApiContext = Context<ApiEnvironment>;

/** Reads the key of a change, which it has to have. A structured header would have it in quotes. */
const keyed: MiddlewareHandler<ApiEnvironment> = async (context, next) => {
  const header = context.req.header('idempotency-key');
  const key = z.uuid().safeParse(
    header
      ?.trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase(),
  );
  if (!key.success)
    throw new Problem(
      'idempotency-key-required',
      header === undefined
        ? 'Send an Idempotency-Key: a UUID of your own for this change.'
        : 'The Idempotency-Key is no UUID.',
    );
  context.set('key', key.data);
  await next();
};

const LARGEST_VERSION = 2_147_483_646;

/** Reads the version a change was made against, which it has to name: a missing one never means “no check”. */
const versioned: MiddlewareHandler<ApiEnvironment> = async (context, next) => {
  const header = context.req.header('if-match')?.trim();
  if (header === undefined || header === '')
    throw new Problem('if-match-required', 'Send the ETag that you read as If-Match.');
  const [, weak, version] = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/.exec(header) ?? [];
  if (version === undefined)
    throw new Problem('invalid-if-match', 'If-Match holds one ETag, such as "8".');
  if (weak !== undefined || !/^[1-9]\d{0,9}$/.test(version) || Number(version) > LARGEST_VERSION)
    throw new Problem('no-version', 'No version has this ETag. A weak one never matches.');
  context.set('expectedVersion', Number(version));
  await next();
};

/** What a change of something there is goes through first, and one that makes something new. */
export const changing = [keyed, versioned];
export const creating = [keyed];

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

interface Explained {
  /** What a stale command is told. */
  readonly explain?: () => Promise<ProblemMembers & { readonly latestVersion: number }>;
  /** The change that a refused command would have made, from which the ways out are found. */
  readonly proposed?: () => ProposedChange | null;
}

/** Does a command and adds to its refusal what the resource knows. */
export async function performed<T>(
  command: () => Promise<Outcome<T>>,
  { explain, proposed }: Explained = {},
): Promise<Outcome<T>> {
  try {
    return await command();
  } catch (error) {
    if (hasCode<Stale>(error, 'stale') && explain !== undefined) {
      const members = await explain();
      throw new Problem('stale', error.message, {
        members,
        headers: { etag: etagOf(members.latestVersion) },
      });
    }
    const change = isDomainError(error) ? (proposed?.() ?? null) : null;
    if (!isDomainError(error) || change === null) throw error;
    throw new Refused(error, waysOutOf(change, error).map(wire));
  }
}

/** A refusal with the ways out of it. */
export class Refused extends CodedError {
  readonly code = 'refused';

  constructor(
    readonly refusal: DomainError,
    readonly ways: NonNullable<ProblemMembers['ways']>,
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
