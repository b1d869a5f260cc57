import * as z from 'zod';
import { Id } from '../src/wire/identity';
import { Day } from '../src/wire/window';
import { Saved, wholeNumber } from './document/schemas';
import { Problem, StaleProblem } from './document/problem-schema';

// What the descriptions of operations have in common.

export const TOKEN = [{ token: [] }];

export const byId = z.object({ id: Id });

/** PostgreSQL's largest integer can be the version after it. */
export const MAX_VERSION = 2_147_483_646;

/** An earlier version, or the state at the end of a day; without both, the latest. */
export const asOf = z
  .strictObject({
    version: wholeNumber(1, MAX_VERSION).optional(),
    asOf: Day.optional().meta({
      description: 'The state at the end of this day, in UTC. Not together with a version.',
    }),
  })
  .refine(({ version, asOf: day }) => version === undefined || day === undefined, {
    path: ['asOf'],
    error: 'Ask for a version or for a day, not for both.',
  });
export type AsOf = z.output<typeof asOf>;

export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

export function jsonAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } } as const;
}

const etag = {
  ETag: {
    description: 'The version, such as "8", for If-Match and If-None-Match.',
    schema: { type: 'string' },
  },
} as const;

const replayed = {
  'Idempotency-Replayed': {
    description: 'true when the key was accepted before and this is the stored response.',
    schema: { type: 'string' },
  },
} as const;

export function versionedAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { ...jsonAnswer(schema, description), headers: etag } as const;
}

export const NOT_MODIFIED = {
  304: { description: 'The version is still the one in If-None-Match.', headers: etag },
} as const;

export function changedAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { ...jsonAnswer(schema, description), headers: { ...etag, ...replayed } } as const;
}

export const saved = (description: string) => changedAnswer(Saved, description);

function refusal(description: string, schema: z.ZodType = Problem) {
  return { description, content: { 'application/problem+json': { schema } } } as const;
}

const EVERY = {
  400: refusal('malformed'),
  401: refusal('no-token'),
  429: refusal('too-many-requests, with Retry-After'),
  500: refusal('internal'),
  503: refusal('busy'),
} as const;

export const READ_REFUSALS = { ...EVERY, 422: refusal('invalid-input') } as const;

export const READ_ONE_REFUSALS = { ...READ_REFUSALS, 404: refusal('not-found') } as const;

/** Of a change that makes something new. */
export const CREATE_REFUSALS = {
  ...READ_REFUSALS,
  400: refusal('malformed, idempotency-key-required'),
  403: refusal('role-too-low, foreign-origin'),
  409: refusal('The change breaks a rule; the code names it.'),
  413: refusal('body-too-large'),
  415: refusal('unsupported-media-type'),
  422: refusal('invalid-input, key-reused, or the code of a value'),
  503: refusal('busy, outcome-unknown: repeat it with the same key'),
} as const;

/** Of a change of something there is. */
export const CHANGE_REFUSALS = {
  ...CREATE_REFUSALS,
  404: refusal('not-found'),
  412: refusal('stale, version-ahead, no-version', StaleProblem),
  428: refusal('if-match-required'),
} as const;

export const keyHeaders = z.object({
  // Not of the format uuid: the Python generator hands such a header to its HTTP library as an object.
  'idempotency-key': z.string().meta({
    pattern: '^"?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"?$',
    description:
      'A UUID that identifies the change. A repeated key returns the stored response and does not run the change again.',
  }),
});

export const changeHeaders = keyHeaders.extend({
  'if-match': z.string().meta({ description: 'The ETag of the base version.', example: '"8"' }),
});

export const knownHeaders = z.object({
  'if-none-match': z.string().optional().meta({ example: '"8"' }),
});
