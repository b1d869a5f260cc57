import { randomBytes } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import createClient from 'openapi-fetch';
import type { ApiServices } from '../../api/services';
import type { Role } from '../../src/domain/people/role';
import type { paths } from '../api-client/paths';
import type { TestDatabase } from './support';
import { apiApp, apiDocument } from '../../api/api';
import { PrismaAvailabilityViews } from '../../src/adapters/postgres/content/availability-views';
import { PrismaContentViews } from '../../src/adapters/postgres/content/content-views';
import { priceFile, readRows } from '../../src/adapters/avails/price-files';
import { PrismaMissingAmountViews } from '../../src/adapters/postgres/price-table/missing-amount-views';
import { PrismaPricePlanViews } from '../../src/adapters/postgres/price-plan/price-plans';
import { PrismaPriceTableViews } from '../../src/adapters/postgres/price-table/price-table-views';
import { PrismaContractViews } from '../../src/adapters/postgres/contract/contract-views';
import { failureOf } from '../../src/adapters/postgres/connection/database-errors';
import { PrismaExportViews } from '../../src/adapters/postgres/export/export-views';
import { PostgresChangeFeed } from '../../src/adapters/postgres/events/change-feed';
import { requestSpan } from '../../src/adapters/operations/request-span';
import { isOwnOrigin } from '../../src/adapters/people/own-origin';
import { BetterAuthSignIn } from '../../src/adapters/people/sign-in';
import { PrismaHistoryViews } from '../../src/adapters/postgres/history-views';
import { PrismaRowViews } from '../../src/adapters/postgres/import/row-views';
import { PrismaImportViews } from '../../src/adapters/postgres/import/import-views';
import { PrismaLicenseViews } from '../../src/adapters/postgres/license/license-views';
import { PostgresRequestLimits } from '../../src/adapters/postgres/people/request-limits';
import { PrismaTokenViews } from '../../src/adapters/postgres/people/token-repository';
import type { Views } from '../../src/service/commands/definition';
import { isoDate } from '../../src/domain/values/date-range';
import { actor } from '../../src/domain/people/actor';
import { answering, authorized } from '../../src/service/commands/execute';
import { makeToken } from '../../src/service/people/token-service';
import { anId } from '../builders/license-builders';

export const ORIGIN = 'http://crms.example';
const BASE = '/api/v1';
export const TODAY = isoDate('2026-06-10');

type AppDatabase = Pick<TestDatabase, 'prisma' | 'pool' | 'unitOfWork' | 'records' | 'url'>;

/** The views that stale commands are explained from. */
export function viewsOn(prisma: AppDatabase['prisma']): Views {
  return {
    licenses: new PrismaLicenseViews(prisma),
    contents: new PrismaContentViews(prisma),
    contracts: new PrismaContractViews(prisma),
    priceTables: new PrismaPriceTableViews(prisma),
    pricePlans: new PrismaPricePlanViews(prisma),
    history: new PrismaHistoryViews(prisma),
  };
}

/** The services of one app process on a test file's database. */
export function servicesOn(database: AppDatabase): ApiServices {
  const { prisma, unitOfWork, records, url } = database;
  const limits = new PostgresRequestLimits(prisma, {
    requests: 100_000,
    failures: 100_000,
    seconds: 60,
  });
  const signIn = new BetterAuthSignIn(prisma, {
    url: ORIGIN,
    secret: randomBytes(32).toString('base64url'),
    provider: null,
  });
  return {
    execute: answering(
      authorized(() => ({ unitOfWork, records, names: viewsOn(prisma) })),
      () => viewsOn(prisma),
    ),
    contractViews: () => new PrismaContractViews(prisma),
    licenseViews: () => new PrismaLicenseViews(prisma),
    contentViews: () => new PrismaContentViews(prisma),
    priceTableViews: () => new PrismaPriceTableViews(prisma),
    pricePlanViews: () => new PrismaPricePlanViews(prisma),
    readPriceFile: readRows,
    writePriceFile: priceFile,
    missingAmountViews: () => new PrismaMissingAmountViews(prisma),
    historyViews: () => new PrismaHistoryViews(prisma),
    availabilityViews: () => new PrismaAvailabilityViews(prisma),
    importViews: () => new PrismaImportViews(prisma),
    rowViews: () => new PrismaRowViews(prisma),
    exportViews: () => new PrismaExportViews(prisma),
    tokenViews: () => new PrismaTokenViews(prisma),
    requestLimits: () => limits,
    isTransient: (error) => ['retry', 'unknown'].includes(failureOf(error).kind),
    failed: ({ error }) => {
      throw error;
    },
    today: () => TODAY,
    isOwnOrigin: (origin) => isOwnOrigin(origin, ORIGIN),
    changeFeed: () => new PostgresChangeFeed(prisma, url),
    person: (headers) => signIn.person(headers),
    traced: requestSpan,
  };
}

interface Schemas {
  readonly parameters?: readonly { readonly name: string; readonly schema?: Shape }[];
  readonly security?: readonly { readonly token: readonly string[] }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, unknown>> } | undefined>
  >;
}

/** A schema as far as tests look at it. */
interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly oneOf?: readonly Shape[];
  readonly discriminator?: object;
  readonly properties?: Readonly<Record<string, Shape | undefined>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Shape>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Schemas>>>>;
}

/** One app process, spoken to over HTTP without a network; every answer is held against the OpenAPI document. */
export class ApiDriver {
  readonly services: ApiServices;
  /** Operations and the statuses they were answered with: `get /licenses 200`. */
  readonly seen = new Set<string>();
  private readonly app;
  private readonly records: AppDatabase['records'];
  private readonly document: Document;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });

  constructor(database: AppDatabase, parts: Partial<ApiServices> = {}) {
    this.records = database.records;
    this.services = { ...servicesOn(database), ...parts };
    this.app = apiApp(this.services);
    const document = apiDocument(this.services);
    this.document = document as unknown as Document;
    addFormats(this.ajv);
    this.ajv.addSchema(document, 'api');
  }

  /** A new token’s secret. */
  async token(role: Role = 'editor', name = 'Feeder'): Promise<string> {
    const details = { name, role, days: 1 };
    const given = { actor: actor('Nora'), at: new Date().toISOString() };
    const { secret } = await makeToken({ tokenId: anId(), details, ...given }, this.records);
    return secret;
  }

  /** The generated client, with a token of its own. */
  async client(role: Role = 'editor', name = 'Feeder') {
    return this.clientWith(await this.token(role, name));
  }

  /** The generated client, with a token that there is. */
  clientWith(secret: string) {
    return createClient<paths>({
      baseUrl: ORIGIN + BASE,
      headers: { authorization: `Bearer ${secret}` },
      fetch: (request) => this.fetch(request),
    });
  }

  /** @param path without `/api/v1` */
  send(
    method: string,
    path: string,
    { secret, body, headers = {} }: SendParts = {},
  ): Promise<Response> {
    return this.fetch(
      new Request(ORIGIN + BASE + path, {
        method,
        headers: {
          ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  }

  async fetch(request: Request): Promise<Response> {
    const { method, url } = request;
    const clientAddress = request.headers.get('x-forwarded-for') ?? '192.0.2.1';
    const response = await this.app.fetch(request, { clientAddress });
    await this.hold(method.toLowerCase(), new URL(url).pathname.slice(BASE.length), response);
    return response;
  }

  /** @throws when the document does not promise this answer */
  private async hold(method: string, path: string, response: Response): Promise<void> {
    const template = this.templateOf(method, path);
    if (template === undefined) return;
    const { status } = response;
    const operation = this.document.paths[template]?.[method];
    const promised = operation?.responses[String(status)];
    const name = `${method} ${template} ${status}`;
    if (promised === undefined)
      throw new Error(`${name} is not in the document: ${await response.clone().text()}`);
    this.seen.add(name);
    if (promised.content === undefined) return;
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    if (!Object.hasOwn(promised.content, type)) throw new Error(`${name}: no ${type} is promised.`);
    if (!type.endsWith('json')) return;
    const pointer = ['paths', template, method, 'responses', status, 'content', type, 'schema']
      .map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const body: unknown = await response.clone().json();
    const validate = this.ajv.getSchema(`api#/${pointer}`);
    if (validate === undefined) throw new Error(`${name}: its schema is not in the document.`);
    if (validate(body) !== true)
      throw new Error(
        `${name}: ${this.ajv.errorsText(validate.errors)} in ${JSON.stringify(body)}`,
      );
  }

  private templateOf(method: string, path: string): string | undefined {
    const templates = Object.keys(this.document.paths).filter(
      (template) => this.document.paths[template]?.[method] !== undefined,
    );
    // A fixed part of a path goes before one that stands for anything.
    return templates
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .find((template) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
  }

  /** A named schema of the document. */
  schema(name: string): Shape {
    const shape = this.document.components.schemas[name];
    if (shape === undefined) throw new Error(`The document has no ${name}.`);
    return shape;
  }

  /** Schemas with variants that have no name or that nothing tells apart. */
  get anonymousVariants(): readonly string[] {
    return Object.entries(this.document.components.schemas)
      .filter(([, { oneOf = [], discriminator }]) => {
        const isNamed = oneOf.every(({ $ref }) => $ref !== undefined);
        return oneOf.length > 0 && (!isNamed || discriminator === undefined);
      })
      .map(([name]) => name);
  }

  /** Parameters whose document claims null. */
  get nullableParameters(): readonly string[] {
    const operations = Object.values(this.document.paths).flatMap(Object.values<Schemas>);
    return operations.flatMap(({ parameters = [] }) =>
      parameters.filter(({ schema }) => Array.isArray(schema?.type)).map(({ name }) => name),
    );
  }

  /** Each operation but the stream of events with the role that the document says it needs. */
  get roles(): readonly (readonly [operation: string, role: string])[] {
    return this.operations.map((operation) => {
      const [method = '', path = ''] = operation.split(' ');
      const [scheme] = this.document.paths[path]?.[method]?.security ?? [];
      return [operation, scheme?.token[0] ?? 'none'] as const;
    });
  }

  /** The operations that take a parameter. */
  operationsTaking(parameter: string): readonly string[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { parameters = [] }]) => parameters.some(({ name }) => name === parameter))
        .map(([method]) => `${method} ${path}`),
    );
  }

  /** Every operation there is: `get /licenses`. The stream of events has a route, and tests, of its own. */
  get operations(): readonly string[] {
    const paths = Object.entries(this.document.paths).filter(([path]) => path !== '/events');
    return paths.flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
  }
}

interface SendParts {
  readonly secret?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What every change carries. */
export function headersFor(version: number, key = anId()) {
  return { 'idempotency-key': key, 'if-match': `"${version}"` };
}

export function newKey(key = anId()) {
  return { 'idempotency-key': key };
}
