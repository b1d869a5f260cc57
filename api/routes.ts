import type { RouteConfig } from '@hono/zod-openapi';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type * as z from 'zod';
import type { CommandKind, DoneOf, InputOf } from '../src/service/commands/commands';
import type { Path } from '../src/service/commands/refused-part';
import type { Outcome } from '../src/service/unit-of-work';
import type { DomainError } from '../src/domain/errors';
import type { Refused } from './command';
import type { Problem } from './problems/problem';
import type { Api, ApiEnvironment } from './environment';
import type { ApiServices } from './services';
import { Saved } from './document/schemas';
import { hasCode } from '../src/domain/errors';
import { named } from '../src/service/commands/commands';
import { valueAt } from '../src/service/commands/refused-part';
import {
  answerHeaders,
  changing,
  creating,
  etagOf,
  executed,
  isKnown,
  keyless,
  newId,
} from './command';
import {
  CHANGE_REFUSALS,
  changedAnswer,
  changeHeaders,
  CREATE_REFUSALS,
  jsonAnswer,
  jsonBody,
  keyHeaders,
  knownHeaders,
  NOT_MODIFIED,
  READ_ONE_REFUSALS,
  READ_REFUSALS,
  TOKEN,
  versionedAnswer,
} from './operation';

// The API is a table: a line says of a route where it is, what is sent, what is asked of the services, and what is answered.

export const BASE = '/api/v1';

/** A line of the table: puts a route, its description and its handler into the API. */
export type Route = (api: Api, services: ApiServices) => void;

interface Described {
  readonly tag: string;
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
}

type Params = z.ZodObject;
type Sent = z.ZodType;

/** What a request asks, checked. */
interface Asked<P extends Params, Query extends Sent> {
  readonly param: z.output<P>;
  readonly query: z.output<Query>;
}

interface Reading<P extends Params, Query extends Params, Answer extends Sent> extends Described {
  /** The parts of the path; none of a list. */
  readonly params?: P;
  readonly query?: Query;
  readonly answer: Answer;
  /** What the answer is, in the document. */
  readonly of: string;
}

interface ReadingWithTag<Answer extends Sent> {
  /** The ETag of the answer, and what else its headers say. */
  readonly headers?: (answer: z.input<Answer>) => Record<string, string>;
}

/** A route that reads what is sent again however often it is asked for. */
export function reads<P extends Params, Query extends Params, Answer extends Sent>(
  reading: Reading<P, Query, Answer> & ReadingWithTag<Answer>,
  find: (asked: Asked<P, Query>, services: ApiServices) => Promise<z.input<Answer>>,
): Route {
  const { params, query, answer, of, headers } = reading;
  const answered = headers === undefined ? jsonAnswer : versionedAnswer;
  const refusals = params === undefined ? READ_REFUSALS : READ_ONE_REFUSALS;
  const route = describedRoute(reading, {
    method: 'get',
    request: { params, query },
    responses: { 200: answered(answer, of), ...refusals },
  });
  return (api, services) => {
    api.openapi(route, async (context) => {
      const found = await find(askedOf<P, Query>(context), services);
      return context.json(found, 200, headers?.(found));
    });
  };
}

/**
 * A route that reads something at a version, which its ETag names: who has that version already is not sent it again.
 *
 * @param find what the answer is made from
 * @param answerOf what depends on nothing but the version
 */
export function readsVersion<
  P extends Params,
  Query extends Params,
  Answer extends Sent,
  View extends { readonly version: number },
>(
  reading: Reading<P, Query, Answer> & { readonly params: P },
  find: (asked: Asked<P, Query>, services: ApiServices) => Promise<View>,
  answerOf: (view: View) => z.input<Answer>,
): Route {
  const { params, query, answer, of } = reading;
  const route = describedRoute(reading, {
    method: 'get',
    request: { params, headers: knownHeaders, query },
    responses: { 200: versionedAnswer(answer, of), ...NOT_MODIFIED, ...READ_ONE_REFUSALS },
  });
  return (api, services) => {
    api.openapi(route, async (context) => {
      const view = await find(askedOf<P, Query>(context), services);
      const headers = { etag: etagOf(view.version) };
      return isKnown(context, view.version)
        ? context.body(null, 304, headers)
        : context.json(answerOf(view), 200, headers);
    });
  };
}

/** What a command's input is made from. */
interface Commanded<P extends Params, Body extends Sent> {
  readonly param: z.output<P>;
  readonly body: z.output<Body>;
  /** The version that If-Match names. */
  readonly expectedVersion: number;
  /** The id of what the command makes: the same for the same key. */
  readonly newId: (what: string) => string;
}

interface Commanding<
  K extends CommandKind,
  P extends Params,
  Body extends Sent,
  Answer extends Sent,
> extends Described {
  readonly method?: 'post' | 'put' | 'delete';
  readonly params?: P;
  readonly body?: Body;
  readonly input: (
    asked: Commanded<P, Body>,
    services: ApiServices,
  ) => InputOf<K> | Promise<InputOf<K>>;
  /** The part of the input that the body is; without it, the body's parts have the names that they have in the input. */
  readonly bodyIs?: keyof InputOf<K> & string;
  readonly answer: Answer;
  /** What the answer is, in the document. */
  readonly of: string;
  readonly told: (done: Outcome<DoneOf<K>>) => z.input<Answer>;
  /** The path of what the command made. */
  readonly location?: (answer: z.input<Answer>) => string;
  /** Says more of a refusal than its own words do; `null` where they are enough. */
  readonly explain?: (
    refusal: DomainError,
    asked: Commanded<P, Body>,
    services: ApiServices,
  ) => Promise<Problem | null>;
}

/** What a kind of change asks for, and how it is answered. */
const MAKES_SOMETHING = {
  status: 201,
  middleware: creating,
  headers: keyHeaders,
  refusals: CREATE_REFUSALS,
} as const;
const COPIES_ONE = {
  ...MAKES_SOMETHING,
  middleware: changing,
  headers: changeHeaders,
  refusals: CHANGE_REFUSALS,
} as const;
const STARTS_SOMETHING = { ...MAKES_SOMETHING, status: 202 } as const;
const CHANGES_ONE = {
  status: 200,
  middleware: changing,
  headers: changeHeaders,
  refusals: CHANGE_REFUSALS,
} as const;
const DECIDES = { ...CHANGES_ONE, status: 202 } as const;
const CHANGES_SEVERAL = { ...CHANGES_ONE, middleware: creating, headers: keyHeaders } as const;
const CHANGES_NOTHING = { ...CHANGES_ONE, middleware: keyless, headers: undefined } as const;

/** A route that makes something new. */
export const creates = commandRoute(MAKES_SOMETHING);
/** A route that makes something new out of one thing there is, as it is at the version that If-Match names. */
export const copies = commandRoute(COPIES_ONE);
/** A route that orders something that a job does later, or ends that job. */
export const starts = commandRoute(STARTS_SOMETHING);
/** A route that changes one thing there is, made against the version that If-Match names. */
export const changes = commandRoute(CHANGES_ONE);
/** A route that decides something that a job then does, made against the version that If-Match names. */
export const decides = commandRoute(DECIDES);
/** A route that changes several things, whose versions the body names. */
export const changesSeveral = commandRoute(CHANGES_SEVERAL);
/** A route that says what a change would do. */
export const tries = commandRoute(CHANGES_NOTHING);

function commandRoute(
  manner:
    | typeof MAKES_SOMETHING
    | typeof COPIES_ONE
    | typeof STARTS_SOMETHING
    | typeof CHANGES_ONE
    | typeof DECIDES
    | typeof CHANGES_SEVERAL
    | typeof CHANGES_NOTHING,
) {
  return <K extends CommandKind, Body extends Sent, Answer extends Sent, P extends Params>(
    kind: K,
    commanding: Commanding<K, P, Body, Answer>,
  ): Route => {
    const { method = 'post', params, body, input, bodyIs, answer, of, told, location } = commanding;
    const { status, middleware, headers, refusals } = manner;
    const answered = headers === undefined ? jsonAnswer : changedAnswer;
    const route = describedRoute(commanding, {
      method,
      middleware,
      request: { params, headers, ...(body === undefined ? {} : { body: jsonBody(body) }) },
      responses: {
        [status]: answered(answer, of),
        ...refusals,
        ...(params === undefined ? {} : { 404: READ_ONE_REFUSALS[404] }),
      },
    });
    return (api, services) => {
      api.openapi(route, async (context) => {
        const asked = {
          ...askedOf<P, never>(context),
          body: valid(context, 'json'),
          expectedVersion: context.get('expectedVersion'),
          newId: (what: string) => newId(context, what),
        };
        const command = named(kind, await input(asked, services));
        const done = await executed(services, context, command, (place) =>
          placeInBody(place, asked.body, bodyIs),
        ).catch(async (error: unknown) => {
          if (!hasCode<Refused>(error, 'refused')) throw error;
          throw (await commanding.explain?.(error.refusal, asked, services)) ?? error;
        });
        // The revision of an import is its version.
        const { version, revision = version }: Outcome<{ version?: number; revision?: number }> =
          done;
        const said = told(done);
        return context.json(said, status, {
          ...answerHeaders(done, revision),
          ...(location === undefined ? {} : { location: `${BASE}${location(said)}` }),
        });
      });
    };
  };
}

/** Where something stands in a body that stands in the input of a command: nowhere when the path or a header said it. */
function placeInBody(place: Path | null, body: unknown, bodyIs: string | undefined): Path | null {
  if (place === null) return null;
  const path = bodyIs !== undefined && place[0] === bodyIs ? place.slice(1) : place;
  return path.length === 0 || valueAt(body, path) === undefined ? null : path;
}

/** How a change is answered that says no more than what it changed, and its new version. */
export function saved(of: string) {
  return {
    answer: Saved,
    of,
    told: ({ id, version }: z.input<typeof Saved>) => ({ id, version }),
  };
}

function describedRoute(
  { tag, path, operationId, summary }: Described,
  parts: Pick<RouteConfig, 'method' | 'middleware' | 'request' | 'responses'>,
): RouteConfig {
  return createRoute({ tags: [tag], security: TOKEN, path, operationId, summary, ...parts });
}

function askedOf<P extends Params, Query extends Sent>(
  context: Context<ApiEnvironment>,
): Asked<P, Query> {
  return { param: valid(context, 'param'), query: valid(context, 'query') };
}

/** A part of a request as its schema gave it. Hono has its type from the route, which these helpers do not know. */
function valid({ req }: Context<ApiEnvironment>, part: 'param' | 'query' | 'json'): never {
  return req.valid(part as never);
}
