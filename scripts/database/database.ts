import { readAddress, shownAddress } from '../../src/adapters/postgres/connection/address';
import type { Environment } from '../processes/process-group';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { program } from '../bootstrap/prepare.mjs';
import { logFile } from '../processes/log-file';
import { runStep } from '../processes/step';
import { keptSecret } from '../setup/persisted-secret';
import { withClient } from './client';
import { asRole, makeAppRole } from './database-roles';
import { startEmbeddedPostgres } from './embedded-postgres';

/** As whom the app works in the embedded database. */
const APP_ROLE = 'crms_app';

/** A database by its addresses. */
export interface DatabaseAddresses {
  /** The app's. */
  readonly url: string;
  /** That of the role that may change tables, or null when nobody has named one. */
  readonly ownerUrl: string | null;
}

/** A database that is up. */
export interface Database extends DatabaseAddresses {
  /** Of an embedded one. */
  readonly port?: number | undefined;
  readonly exited: Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** The database DATABASE_URL names, or else the embedded one in the data directory. Either is up when this returns. */
export async function openDatabase({
  dataDir,
  external,
  port,
}: {
  readonly dataDir: string;
  readonly external?: DatabaseAddresses | undefined;
  readonly port?: number | undefined;
}): Promise<Database> {
  if (external !== undefined) {
    const { url, ownerUrl } = external;
    await refuseUnlessReachable(url, 'DATABASE_URL');
    if (ownerUrl !== null) await refuseUnlessReachable(ownerUrl, 'CRMS_OWNER_DATABASE_URL');
    return { url, ownerUrl, exited: new Promise(() => {}), stop: async () => {} };
  }
  const server = await startEmbeddedPostgres({ dataDir, port, log: logFile(dataDir, 'postgres') });
  const app = { role: APP_ROLE, password: keptSecret(dataDir, 'app-password') };
  await makeAppRole(server.superuserUrl, app);
  return { ...server, url: asRole(server.url, app), ownerUrl: server.url };
}

/**
 * Migrates a database, refuses one that people should not rely on, loads the demo, and lets in who has to be there before
 * anybody can sign in: in a process of its own, because what that loads is large and not needed again. Returns the path of
 * the one-time link with which somebody becomes the first admin, or null when there is an admin already.
 */
export async function prepareDatabase(dataDir: string, env: Environment): Promise<string | null> {
  const said = await runStep({
    name: 'database',
    failure: 'The database could not be prepared',
    dataDir,
    args: program('prepare-database'),
    env,
  });
  return /^\/join\/\S+$/m.exec(said)?.[0] ?? null;
}

async function refuseUnlessReachable(url: string, variable: string): Promise<void> {
  const where = describe(url, variable);
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
  } catch (cause) {
    throw new UserFacingError(`The database at ${where} cannot be used: ${reasonOf(cause)}.`, {
      cause,
    });
  }
}

/** Never with the password. */
function describe(url: string, variable: string): string {
  const address = readAddress(url);
  if (address !== null) return shownAddress(address);
  throw new UserFacingError(
    `${variable} is no address of a PostgreSQL database (postgresql://user:password@host:port/database).`,
  );
}

/** What helps against a reason that its words do not say. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/unsupported startup parameter/, 'for PgBouncer, set ignore_startup_parameters = options'],
  [
    /self-signed certificate|unable to verify|unable to get (local )?issuer/,
    'name the certificate of its authority with sslrootcert=FILE, or look at none with sslmode=no-verify',
  ],
  [/altnames/, 'name the host as its certificate does'],
  [/does not support SSL/, 'set up TLS there, or do without by sslmode=disable'],
];

/** A host with several addresses fails once for each, and says nothing for all of them together. */
function reasonOf(error: unknown): string {
  const [first = error] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  const { message, code = String(first) } = first as NodeJS.ErrnoException;
  const reason = (message || code).replace(/\.$/, '');
  const hint = HINTS.find(([words]) => words.test(reason))?.[1];
  return hint === undefined ? reason : `${reason} (${hint})`;
}
