import { z } from 'zod';
import { CodedError, hasCode } from './domain/errors';
import { readAddress, singleAddresses } from './adapters/postgres/connection/address';

/** What an installation is told from outside. Nothing else reads the environment. */
export interface Config {
  /** Where the app keeps everything; its role there owns nothing. */
  readonly databaseUrl: string;
  /** The same database as the role that owns the tables, which migrates; `null` when somebody else does. */
  readonly ownerDatabaseUrl: string | null;
  /** The same database without a pooler between, for what needs a session of its own; `databaseUrl` where none is. */
  readonly directDatabaseUrl: string;
  /** Replicas of the database, one address for each, from which large reads may be answered. */
  readonly replicaDatabaseUrls: readonly string[];
  /** Where the web process listens: a name or an address of this machine. */
  readonly host: string;
  /** The address people and programs know the installation by, without a slash at its end. */
  readonly url: string;
  /** What cookies and tokens are made safe with; the same in every process of an installation. */
  readonly secret: string;
  /** The time zone in which days begin, an IANA name. */
  readonly timeZone: string;
  /** Where Prometheus reads the figures of the web process; those of jobs are at the next port. `null` for nowhere. */
  readonly metricsPort: number | null;
  readonly metricsHost: string;
  /** Where traces are sent; `null` for nowhere. */
  readonly otlpEndpoint: string | null;
  /** The provider that people may sign in with, beside their passwords. */
  readonly oidc: OidcConfig | null;
  /** Demo data, and accounts for everybody who looks. */
  readonly isDemo: boolean;
  readonly logLevel: LogLevel;
  /** How long the web process says that it is about to end before it takes no more requests. */
  readonly drainSeconds: number;
  /** How many proxies stand in front, each of which adds the address it was asked from to X-Forwarded-For. */
  readonly trustedProxies: number;
  /** How long a request may take to arrive, with its body. */
  readonly requestSeconds: number;
  /** Whether webhooks may lead to this machine and into private networks. */
  readonly hasPrivateWebhooks: boolean;
  /** The most connections to the database that the web process holds. */
  readonly connections: number;
  /** Whether the database is the one that came with the product. */
  readonly isEmbedded: boolean;
  /** Whether people may rely on it: with a real database, and not for development. */
  readonly isProduction: boolean;
}

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says: Sign in with … */
  readonly name: string;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the configuration, one sentence per mistake. Values that may be secret are not among the words. */
export class InvalidConfig extends CodedError {
  readonly code = 'invalid-config';

  constructor(readonly mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.name = 'InvalidConfig';
  }
}

/** The beginning of a secret that is public because it is in the sources. */
const PUBLIC_SECRET = 'only-for-tests';
const MIN_SECRET = 32;
/** Thirty-two times the same letter is long, and no secret; random characters have more different ones by far. */
const MIN_VARIETY = 10;

const MAKE_ONE = 'make one with "openssl rand -base64 32"';

const text = z.string().optional();

function whole(least: number, most: number) {
  return text
    .refine((value) => value === undefined || isWhole(value, least, most), {
      error: ({ input }) =>
        `must be a whole number from ${least} to ${most}, and this is "${String(input)}"`,
    })
    .transform((value) => (value === undefined ? null : Number(value)));
}

const flag = text
  .refine((value) => value === undefined || value === '0' || value === '1', {
    error: ({ input }) => `must be 1 or 0, and this is "${String(input)}"`,
  })
  .transform((value) => (value === undefined ? null : value === '1'));

const NO_DATABASE =
  'is no address of a PostgreSQL database (postgresql://user:password@host:port/database)';
const isDatabase = (value: string) => readAddress(value) !== null;

const LOOPBACK = '127.0.0.1';
const LOOPBACKS = new Set([LOOPBACK, '::1', 'localhost']);
const HOST_NAME = /^[0-9a-z.:-]+$/i;

const webUrl = text
  .refine((value) => value === undefined || hasProtocol(value, 'http:', 'https:'), {
    error: ({ input }) =>
      `must be an address that begins with https:// or http://, and this is "${String(input)}"`,
  })
  .transform((value) => value?.replace(/\/+$/, '') ?? null);

const SETTINGS = z.object({
  DATABASE_URL: z
    .string({
      error: 'is missing: it names the database (postgresql://user:password@host:port/database)',
    })
    .refine(isDatabase, { error: NO_DATABASE }),
  CRMS_OWNER_DATABASE_URL: text
    .refine((value) => value === undefined || isDatabase(value), { error: NO_DATABASE })
    .transform((value) => value ?? null),
  CRMS_URL: webUrl.refine((value) => value === null || new URL(value).origin === value, {
    error: ({ input }) =>
      `must be an address without a path, such as https://rights.example.com, and this is "${String(input)}"`,
  }),
  CRMS_DIRECT_DATABASE_URL: text
    .refine((value) => value === undefined || isDatabase(value), { error: NO_DATABASE })
    .transform((value) => value ?? null),
  CRMS_REPLICA_URL: text
    .refine((value) => value === undefined || isDatabase(value), { error: NO_DATABASE })
    .transform((value) => {
      const address = value === undefined ? null : readAddress(value);
      return address === null ? [] : singleAddresses(address);
    }),
  CRMS_HOST: text.refine((value) => value === undefined || HOST_NAME.test(value), {
    error: ({ input }) =>
      `must be an address of this machine, such as 0.0.0.0, and this is "${String(input)}"`,
  }),
  PORT: whole(1, 65_535),
  CRMS_SECRET: z
    .string({
      error: `is missing: ${MAKE_ONE}, and give the same one to every process`,
    })
    .refine((value) => value.length >= MIN_SECRET, {
      error: ({ input }) =>
        `must have at least ${MIN_SECRET} characters, and this one has ${String(input).length}: ${MAKE_ONE}`,
      abort: true,
    })
    .refine((value) => new Set(value).size >= MIN_VARIETY, {
      error: `is easy to guess, because it consists of few different characters: ${MAKE_ONE}`,
    }),
  CRMS_TIME_ZONE: text
    .refine((value) => value === undefined || isTimeZone(value), {
      error: ({ input }) =>
        `must be the name of a time zone, such as Europe/Berlin, and this is "${String(input)}"`,
    })
    .transform((value) => value ?? 'UTC'),
  CRMS_METRICS_PORT: whole(1, 65_534),
  CRMS_METRICS_HOST: text.transform((value) => value ?? '127.0.0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl,
  CRMS_OIDC_ISSUER: webUrl,
  CRMS_OIDC_CLIENT_ID: text,
  CRMS_OIDC_CLIENT_SECRET: text,
  CRMS_OIDC_NAME: text,
  CRMS_DEMO: flag,
  CRMS_LOG_LEVEL: text
    .refine((value) => value === undefined || LOG_LEVELS.some((level) => level === value), {
      error: ({ input }) =>
        `must be one of ${LOG_LEVELS.join(', ')}, and this is "${String(input)}"`,
    })
    .transform((value) => (value ?? 'info') as LogLevel),
  CRMS_POOL_SIZE: whole(1, 200),
  CRMS_DRAIN_SECONDS: whole(0, 4),
  CRMS_TRUSTED_PROXIES: whole(0, 10),
  CRMS_REQUEST_SECONDS: whole(1, 300),
  CRMS_PRIVATE_WEBHOOKS: flag,
  CRMS_EMBEDDED_DATABASE: flag,
  NODE_ENV: text,
});

/**
 * The configuration that the environment gives. An empty variable is one that is not set.
 *
 * @throws InvalidConfig with everything that is wrong
 */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value === '' ? undefined : value]),
  );
  const parsed = SETTINGS.safeParse(given);
  const mistakes = [...(parsed.success ? [] : sentences(parsed.error)), ...contradictions(given)];
  if (!parsed.success || mistakes.length > 0) throw new InvalidConfig(mistakes);

  const settings = parsed.data;
  const isEmbedded = settings.CRMS_EMBEDDED_DATABASE ?? false;
  return Object.freeze({
    databaseUrl: settings.DATABASE_URL,
    ownerDatabaseUrl: settings.CRMS_OWNER_DATABASE_URL,
    directDatabaseUrl: settings.CRMS_DIRECT_DATABASE_URL ?? settings.DATABASE_URL,
    replicaDatabaseUrls: settings.CRMS_REPLICA_URL,
    host: settings.CRMS_HOST ?? LOOPBACK,
    url: settings.CRMS_URL ?? `http://127.0.0.1:${settings.PORT ?? 3000}`,
    secret: settings.CRMS_SECRET,
    timeZone: settings.CRMS_TIME_ZONE,
    metricsPort: settings.CRMS_METRICS_PORT,
    metricsHost: settings.CRMS_METRICS_HOST,
    otlpEndpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    oidc: oidcIn(settings),
    isDemo: settings.CRMS_DEMO ?? isEmbedded,
    logLevel: settings.CRMS_LOG_LEVEL,
    drainSeconds: settings.CRMS_DRAIN_SECONDS ?? (isEmbedded ? 0 : 3),
    trustedProxies: settings.CRMS_TRUSTED_PROXIES ?? 0,
    requestSeconds: settings.CRMS_REQUEST_SECONDS ?? 30,
    hasPrivateWebhooks: settings.CRMS_PRIVATE_WEBHOOKS ?? isEmbedded,
    connections: settings.CRMS_POOL_SIZE ?? 10,
    isEmbedded,
    isProduction: settings.NODE_ENV === 'production' && !isEmbedded,
  });
}

let read: Config | undefined;

/** The configuration of this process. */
export function config(): Config {
  read ??= readConfig(process.env);
  return read;
}

/** The same at the start of a process, which says what is wrong and ends. */
export function configOrExit(): Config {
  try {
    return config();
  } catch (error) {
    if (!hasCode<InvalidConfig>(error, 'invalid-config')) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function sentences(error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`);
}

/** What is right by itself, and not beside the rest. */
function contradictions(env: Environment): string[] {
  const found: string[] = [];
  const isExternal = env.CRMS_EMBEDDED_DATABASE !== '1';
  const isProduction = env.NODE_ENV === 'production' && isExternal;
  if (isProduction && env.CRMS_DEMO === '1')
    found.push(
      'CRMS_DEMO must not be 1 in production with a database of your own: anyone could sign in as its admin.',
    );
  if (isProduction && env.CRMS_SECRET?.startsWith(PUBLIC_SECRET))
    found.push(`CRMS_SECRET is the public secret of the tests: ${MAKE_ONE}.`);
  if (
    env.CRMS_HOST !== undefined &&
    HOST_NAME.test(env.CRMS_HOST) &&
    !LOOPBACKS.has(env.CRMS_HOST) &&
    env.CRMS_URL?.startsWith('https:') !== true &&
    !(Number(env.CRMS_TRUSTED_PROXIES) > 0)
  )
    found.push(
      'CRMS_HOST lets other machines in, so passwords must not cross the network in the clear: set CRMS_URL to the https address of the proxy in front, or CRMS_TRUSTED_PROXIES to the number of proxies.',
    );
  const oidc = ['CRMS_OIDC_ISSUER', 'CRMS_OIDC_CLIENT_ID', 'CRMS_OIDC_CLIENT_SECRET'];
  const missing = oidc.filter((name) => env[name] === undefined);
  if (missing.length > 0 && [...oidc, 'CRMS_OIDC_NAME'].some((name) => env[name] !== undefined))
    found.push(
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: single sign-on needs ${oidc.join(', ')} together.`,
    );
  return found;
}

function oidcIn({
  CRMS_OIDC_ISSUER: issuer,
  CRMS_OIDC_CLIENT_ID: clientId,
  CRMS_OIDC_CLIENT_SECRET: clientSecret,
  CRMS_OIDC_NAME: name,
}: z.infer<typeof SETTINGS>): OidcConfig | null {
  if (issuer === null || clientId === undefined || clientSecret === undefined) return null;
  return Object.freeze({ issuer, clientId, clientSecret, name: name ?? new URL(issuer).host });
}

function isWhole(value: string, least: number, most: number): boolean {
  return /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most;
}

function hasProtocol(value: string, ...protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
