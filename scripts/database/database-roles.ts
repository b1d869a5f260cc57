import type pg from 'pg';
import { withClient } from './client';

/*
 * Two roles: the owner, which migrates, and the app's, which owns nothing. The app's role reads and writes rows; it neither
 * makes nor changes tables, and of the history it can only read and add to.
 */

export interface AppRole {
  readonly role: string;
  readonly password: string;
}

/** Any number, as long as nobody else uses it: whoever holds it is changing roles or their rights. */
const GRANTING = 7_250_118_307;

const ROLE_CANNOT = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

/** Makes the app's role on the server of `ownerUrl`, a superuser's address, or gives it this password again. */
export async function makeAppRole(ownerUrl: string, { role, password }: AppRole): Promise<void> {
  await granting(ownerUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(
      `${verb} ROLE ${client.escapeIdentifier(role)} LOGIN ${ROLE_CANNOT} PASSWORD ${client.escapeLiteral(password)}`,
    );
  });
}

/** Gives the app's role what it needs in the database of `ownerUrl`, and takes whatever else it has been given. */
export async function grantToApp(ownerUrl: string, role: string): Promise<void> {
  await granting(ownerUrl, async (client) => {
    const app = client.escapeIdentifier(role);
    const database = client.escapeIdentifier(client.database ?? '');
    await client.query(`
      GRANT CONNECT ON DATABASE ${database} TO ${app};
      REVOKE CREATE ON SCHEMA public, jobs FROM PUBLIC, ${app};
      GRANT USAGE ON SCHEMA public, jobs TO ${app};
      REVOKE ALL ON ALL TABLES IN SCHEMA public, jobs FROM ${app};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, jobs TO ${app};
      REVOKE UPDATE, DELETE ON history, commands FROM ${app};
      REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${app};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, jobs TO ${app};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public, jobs TO ${app};
    `);
  });
}

/** The same server and database, as another role. */
export function asRole(url: string, { role, password }: AppRole): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(role);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** The role that an address leads to. */
export async function roleOf(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ role: string }>('SELECT current_user AS role');
    return rows[0]?.role ?? '';
  });
}

/** One transaction, one at a time on a server: two that grant at once would fail. */
async function granting(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [GRANTING]);
    await work(client);
    await client.query('COMMIT');
  });
}
