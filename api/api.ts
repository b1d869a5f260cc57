import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import type { Api, ApiEnvironment } from './environment';
import type { ApiServices } from './services';
import type { Refused } from './command';
import { hasCode } from '../src/domain/errors';
import { Busy } from '../src/service/errors';
import { MAX_FILE } from '../src/domain/import/import-errors';
import { ASSIGNMENT_ROUTES } from './resources/assignments';
import { TAKEDOWN_ROUTES } from './resources/takedowns';
import { BULK_ROUTES } from './resources/bulk';
import { COPY_ROUTES } from './resources/copies';
import { CLOSING_ROUTES } from './resources/closings';
import { AVAILABILITY_ROUTES } from './resources/availability';
import { complaintsOf } from './problems/complaints';
import { CONTENT_ROUTES } from './resources/content';
import { CONTRACT_ROUTES } from './resources/contracts';
import { withDetails } from './document/document-details';
import { describeEvents } from './document/events-description';
import { addExportFile, EXPORT_COMMANDS, EXPORT_READS } from './resources/files/exports';
import { answerEvents } from './events/event-route';
import { guarded, uncached } from './guard';
import { isRead } from './role-needed';
import { allowedMethods } from './allowed-methods';
import { HISTORY_ROUTES } from './resources/history';
import { OFFER_ROW_READS } from './resources/files/offer-rows';
import { EXPORT_PROFILE_ROUTES } from './resources/files/export-profiles';
import { IMPORT_READS } from './resources/files/import-reads';
import { addUpload, IMPORT_COMMANDS } from './resources/files/imports';
import { LICENSE_ROUTES } from './resources/licenses';
import { addPriceTableFiles } from './resources/price-table-files';
import { PRICE_PLAN_ROUTES } from './resources/price-plans';
import { PRICE_TABLE_ROUTES } from './resources/price-tables';
import type { Route } from './routes';
import { BASE } from './routes';
import { inUtf8 } from './in-utf8';
import { OFFER_ROUTES } from './resources/offers';
import { asOpenApi30 } from './document/openapi-3-0';
import { notValid, Problem } from './problems/problem';
import { problemOf } from './problems/refusals';
import { Price } from '../src/wire/prices/price';

const MAX_BODY = 256 * 1024;
/** What forms put around a file. */
const AROUND_A_FILE = 16 * 1024;
/** The status of what a rule stands against, out of which there may be ways. */
const RULE_BROKEN = 409;

const ROUTES: readonly Route[] = [
  ...CONTRACT_ROUTES,
  ...LICENSE_ROUTES,
  ...OFFER_ROUTES,
  ...CONTENT_ROUTES,
  ...OFFER_ROW_READS,
  ...ASSIGNMENT_ROUTES,
  ...TAKEDOWN_ROUTES,
  ...CLOSING_ROUTES,
  ...BULK_ROUTES,
  ...COPY_ROUTES,
  ...AVAILABILITY_ROUTES,
  ...PRICE_TABLE_ROUTES,
  ...PRICE_PLAN_ROUTES,
  ...HISTORY_ROUTES,
  ...IMPORT_READS,
  addPriceTableFiles,
  addUpload,
  ...IMPORT_COMMANDS,
  ...EXPORT_READS,
  ...EXPORT_PROFILE_ROUTES,
  addExportFile,
  ...EXPORT_COMMANDS,
  describeEvents,
];

/** The HTTP API: the services, spoken to in JSON. */
export function apiApp(services: ApiServices): Api {
  const api = resources(services);
  const app = new OpenAPIHono<ApiEnvironment>();
  app.use('*', traced(services));
  app.use('*', uncached);
  app.use('*', withoutTrailingSlash);
  app.use('*', allowedMethods(BASE, routesOf(api)));
  const documents = documentsOf(api);
  for (const name of DOCUMENTS)
    app.get(`${BASE}/${name}`, (context) => {
      context.header('cache-control', 'public, max-age=300');
      return context.json(documents()[name]);
    });
  app.get(`${BASE}/events`, (context) => answerEvents(context, services));
  app.route(BASE, api);
  app.notFound(() => NOWHERE.toResponse());
  app.onError((error, context) => answered(error, context, services));
  return app;
}

/** Traces a request by its route's template. */
const traced =
  ({ traced: asTrace }: ApiServices): MiddlewareHandler<ApiEnvironment> =>
  (context, next) =>
    asTrace(context.req.raw, async () => {
      await next();
      return { route: routePath(context, -1), status: context.res.status };
    });

/** One address per resource: with a slash at its end it is sent on, as pages are. */
const withoutTrailingSlash: MiddlewareHandler = async ({ req }, next) => {
  if (!req.path.endsWith('/')) return next();
  const { pathname, search } = new URL(req.url);
  const location = pathname.replace(/\/+$/, '') + search;
  return new Response(null, { status: 308, headers: { location } });
};

/** The OpenAPI 3.1 document. */
export function apiDocument(services: ApiServices) {
  return documentOf(resources(services));
}

const BUG = new Problem('internal', 'An unexpected error occurred.');
const NOWHERE = new Problem('not-found', 'This resource does not exist.');

function resources(services: ApiServices): Api {
  const api = new OpenAPIHono<ApiEnvironment>({
    defaultHook: (result) => {
      if (result.success) return;
      const sent: unknown = 'data' in result ? result.data : undefined;
      throw notValid(complaintsOf(result.error.issues, result.target, sent));
    },
  });
  // Where it may be null it stands without its name, which clients should have all the same.
  api.openAPIRegistry.register('Money', Price);
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API token created by an admin: crms_…',
  });
  api.use('*', guarded(services));
  api.use('*', limited);
  api.use('*', inUtf8);
  for (const add of ROUTES) add(api, services);
  return api;
}

function routesOf({ openAPIRegistry }: Api) {
  return openAPIRegistry.definitions.flatMap((one) => (one.type === 'route' ? [one.route] : []));
}

const DOCUMENTS = ['openapi.json', 'openapi-3.0.json'] as const;

/** The documents, made when one is asked for: making them takes longer than anything else at the start. */
function documentsOf(api: Api) {
  let made: Record<(typeof DOCUMENTS)[number], object> | undefined;
  return () => {
    if (made === undefined) {
      const document = documentOf(api);
      made = { 'openapi.json': document, 'openapi-3.0.json': asOpenApi30(document) };
    }
    return made;
  };
}

function documentOf(api: Api) {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'CRMS',
      version: '1',
      description:
        'Licenses, their offers and assigned titles. Windows are half-open, money is in minor units, days have no time zone.',
    },
    servers: [{ url: BASE }],
  });
  return withDetails(document);
}

const limits = { usual: limitOf(MAX_BODY), upload: limitOf(MAX_FILE + AROUND_A_FILE) };

const limited: MiddlewareHandler = (context, next) => {
  const isUpload = context.req.path === `${BASE}/imports`;
  return (isUpload ? limits.upload : limits.usual)(context, next);
};

/**
 * Refuses a body that is longer than `maxSize`, in bytes. One that says how long it is need not be looked at, so that it is
 * read once, and not through a stream.
 */
function limitOf(maxSize: number): MiddlewareHandler {
  const tooLong = () => tooLarge(maxSize);
  const counting = bodyLimit({ maxSize, onError: tooLong });
  return async (context, next) => {
    if (isRead(context.req.method)) return next();
    const length = context.req.header('content-length');
    const isSaid = length !== undefined && context.req.header('transfer-encoding') === undefined;
    if (!isSaid) return counting(context, next);
    return Number(length) > maxSize ? tooLong() : next();
  };
}

/**
 * The connection stays open: whoever is still sending would otherwise fail to write, and not read this answer. What is still
 * sent is thrown away by the server that gives us the request.
 */
function tooLarge(bytes: number): Response {
  const kilobytes = Math.floor(bytes / 1024).toLocaleString('en-US');
  return new Problem('body-too-large', `The body can be at most ${kilobytes} kB.`).toResponse();
}

/** An error as an answer; what nobody expected is logged and says nothing of itself. */
function answered(error: Error, context: Context, { isTransient, failed }: ApiServices): Response {
  if (error instanceof HTTPException) return ofHono(error).toResponse();
  const problem = hasCode<Refused>(error, 'refused') ? refused(error) : problemOf(error);
  if (problem !== null) return problem.toResponse();
  if (isTransient(error)) return (problemOf(new Busy()) ?? BUG).toResponse();
  failed({ method: context.req.method, path: context.req.path, error });
  return BUG.toResponse();
}

/** A rule's refusal; out of one that the state of things stands against there may be ways. */
function refused({ refusal, place, ways }: Refused): Problem | null {
  const problem = problemOf(refusal, place);
  return problem?.status === RULE_BROKEN && ways.length > 0 ? problem.with({ ways }) : problem;
}

function ofHono({ status, message }: HTTPException): Problem {
  if (status === 415)
    return new Problem('unsupported-media-type', 'This Content-Type is not supported here.');
  return new Problem('malformed', message);
}
