/** What a server says of itself. */
export interface ServerFacts {
  /** As `server_version_num`: 180004 for 18.4. */
  readonly version: number;
  readonly release: string;
  readonly is_standby: boolean;
  readonly is_read_only: boolean;
}

/** Asks for the facts, on any version. */
export const SERVER_FACTS = `
  SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS release,
    pg_is_in_recovery() AS is_standby, current_setting('default_transaction_read_only') = 'on' AS is_read_only`;

const OLDEST = 18;

/** Why a server takes no changes, as a sentence, or `null`. */
export function refusesWrites(
  facts: Pick<ServerFacts, 'is_standby' | 'is_read_only'>,
): string | null {
  if (facts.is_standby) return 'The database is a standby, which takes no changes.';
  return facts.is_read_only ? 'The database is read-only and takes no changes.' : null;
}

/** Why the product cannot work on a server, as one sentence each. */
export function serverProblems(facts: ServerFacts): readonly string[] {
  const refusal = refusesWrites(facts);
  return [
    ...(facts.version < OLDEST * 10_000
      ? [
          `The database is PostgreSQL ${facts.release}, and this needs ${OLDEST} or newer: older ones cannot keep periods from overlapping by a key.`,
        ]
      : []),
    ...(refusal === null
      ? []
      : [
          `${refusal} Name the primary in DATABASE_URL, or several hosts, of which it is then found.`,
        ]),
  ];
}
