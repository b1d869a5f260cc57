import type { Queries } from './transaction';
import type { ServerFacts } from './server-facts';
import { COMMAND_LIMITS, onOneConnection } from './database';
import { missingMigrations, newerSchema, unknownMigrations } from './migrations';
import { poolingOf } from './pooling';
import { SERVER_FACTS, serverProblems } from './server-facts';

/** In milliseconds. */
const CONNECTION_WAIT = 8_000;

/** Without these an answered change can be gone after a power cut, or a page be half written. */
const DURABILITY = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;

const TWO_ROLES =
  "make a second role that owns nothing (CREATE ROLE crms_app LOGIN PASSWORD '...'), name it in DATABASE_URL and the owner in CRMS_OWNER_DATABASE_URL: at the next start the owner migrates and gives the other what it needs";

interface Facts {
  readonly role: string;
  readonly isSuperuser: boolean;
  readonly ownsHistory: boolean;
  readonly changesHistory: boolean;
  readonly makesTables: boolean;
  readonly readsMigrations: boolean;
}

/**
 * Why people should not rely on the database at an address, as one sentence each: it forgets, it is not up to date, or the
 * role of the address could do what the app must not be able to; or what stands between loses what the product relies on.
 *
 * @param directUrl of the same database, without a pooler between
 */
export async function databaseProblems(url: string, directUrl = url): Promise<readonly string[]> {
  const pooled = await poolingProblems(url, directUrl);
  if (pooled.length > 0) return pooled;
  const problems = async (queries: Queries) => {
    const [server] = await queries.$queryRawUnsafe<ServerFacts[]>(SERVER_FACTS);
    const useless = server === undefined ? [] : serverProblems(server);
    if (useless.length > 0) return useless;
    const facts = await factsOf(queries);
    return [
      ...(await carelessSettings(queries)),
      ...(await otherZone(queries)),
      ...(await droppedLimits(queries)),
      ...might(facts),
      ...(facts.readsMigrations
        ? [...stale(await missingMigrations(queries)), ...ahead(await unknownMigrations(queries))]
        : [forgotten(facts)]),
    ];
  };
  return onOneConnection(url, problems, CONNECTION_WAIT, COMMAND_LIMITS);
}

async function poolingProblems(url: string, directUrl: string): Promise<readonly string[]> {
  const pooling = await poolingOf(url, CONNECTION_WAIT);
  if (pooling === 'forgetful')
    return [
      'A connection pooler before the database loses prepared statements: use PgBouncer 1.21 or newer, and set its max_prepared_statements to 500.',
    ];
  const direct = url === directUrl ? pooling : await poolingOf(directUrl, CONNECTION_WAIT);
  return direct === 'none'
    ? []
    : [
        'A connection pooler gives each transaction another session, and so loses the locks of jobs and what is listened for: name the database itself, without the pooler, in CRMS_DIRECT_DATABASE_URL.',
      ];
}

/** What keeps a request from waiting for ever must be in force, whoever stands between. */
export async function droppedLimits(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.$queryRaw<{ name: string; milliseconds: number; role: string }[]>`
    SELECT name, setting::int AS milliseconds, current_user::text AS role FROM pg_settings
    WHERE name = ANY (${Object.keys(COMMAND_LIMITS)}::text[]) ORDER BY name`;
  const asked = new Map(Object.entries(COMMAND_LIMITS));
  const dropped = rows.filter(
    ({ name, milliseconds }) => milliseconds === 0 || milliseconds > (asked.get(name) ?? 0),
  );
  const [first] = dropped;
  if (first === undefined) return [];
  const alter = dropped.map(
    ({ name }) => `ALTER ROLE ${first.role} SET ${name} TO '${asked.get(name) ?? 0}ms'`,
  );
  return [
    `Sessions have no limit for ${dropped.map(({ name }) => name).join(', ')} although one was asked for, so a connection pooler drops the options of a session: ${alter.join('; ')}.`,
  ];
}

async function carelessSettings(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.$queryRaw<{ name: string }[]>`
    SELECT name FROM unnest(${DURABILITY}::text[]) name WHERE current_setting(name) = 'off'`;
  return rows.map(
    ({ name }) =>
      `The database runs with ${name} off, so a power cut can take changes with it that were acknowledged: set it to on.`,
  );
}

/** Instants are read and written as if every session were in UTC; whoever stands between may have dropped that wish. */
export async function otherZone(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.$queryRaw<{ zone: string; role: string }[]>`
    SELECT current_setting('TimeZone') AS zone, current_user::text AS role`;
  return rows
    .filter(({ zone }) => zone !== 'UTC')
    .map(
      ({ zone, role }) =>
        `Sessions are in the time zone ${zone} although UTC was asked for, so a connection pooler drops the options of a session: ALTER ROLE ${role} SET timezone TO 'UTC'.`,
    );
}

async function factsOf(queries: Queries): Promise<Facts> {
  const [facts] = await queries.$queryRaw<Facts[]>`
    SELECT current_user::text AS role, me.rolsuper AS "isSuperuser",
      coalesce(pg_has_role(current_user, history.relowner, 'MEMBER'), false) AS "ownsHistory",
      coalesce(has_table_privilege(history.oid, 'UPDATE, DELETE, TRUNCATE'), false) AS "changesHistory",
      has_schema_privilege('public', 'CREATE') AS "makesTables",
      coalesce(has_table_privilege(to_regclass('public._prisma_migrations'), 'SELECT'), true) AS "readsMigrations"
    FROM pg_roles me LEFT JOIN pg_class history ON history.oid = to_regclass('public.history')
    WHERE me.rolname = current_user`;
  if (facts === undefined) throw new Error('The database does not know the role it let in.');
  return facts;
}

/** What the role could do, and must not be able to. */
function might(facts: Facts): readonly string[] {
  const whose = named(facts);
  if (facts.isSuperuser)
    return [`${whose} is a superuser, who may do anything to every database there: ${TWO_ROLES}.`];
  if (facts.ownsHistory)
    return [
      `${whose} owns the history, or may act as its owner, and could rewrite it: ${TWO_ROLES}.`,
    ];
  return [
    ...(facts.changesHistory
      ? [
          `${whose} may change or delete lines of the history: REVOKE UPDATE, DELETE, TRUNCATE ON history.`,
        ]
      : []),
    ...(facts.makesTables
      ? [`${whose} may make tables in the schema public: REVOKE CREATE ON SCHEMA public.`]
      : []),
  ];
}

function forgotten(facts: Facts): string {
  return `${named(facts)} has not been given what the app needs: name the owner of the tables in CRMS_OWNER_DATABASE_URL, who grants it at the next start.`;
}

function named({ role }: Facts): string {
  return `The role ${role} of DATABASE_URL`;
}

function stale(missing: readonly string[]): readonly string[] {
  if (missing.length === 0) return [];
  return [
    `The database lacks ${missing.length === 1 ? 'the migration' : 'the migrations'} ${missing.join(', ')}: name its owner in CRMS_OWNER_DATABASE_URL, who migrates at the next start.`,
  ];
}

function ahead(unknown: readonly string[]): readonly string[] {
  return unknown.length === 0 ? [] : [newerSchema(unknown)];
}
