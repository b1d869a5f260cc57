import type { Queries } from '../postgres/connection/transaction';
import { refusesWrites } from '../postgres/connection/server-facts';
import { missingMigrations } from '../postgres/connection/migrations';

/** In milliseconds. A slower database counts as unavailable. */
const DATABASE_TIMEOUT = 1_000;
/** In seconds. A process for jobs asks for work every few seconds; one that was not heard of for so long is gone or stuck. */
const JOBS_TIMEOUT = 15;

/** What the connections of a process for jobs are called: by them the others know that it is at work. */
export const JOBS_NAME = 'crms jobs';

/** Whether requests should be sent to a process. */
export interface ReadyState {
  /** The reason why the process is not ready, or `null`. */
  readonly reason: string | null;
  /** In seconds, since a process for jobs was last heard of; `null` when there is none, or the database does not say. */
  readonly jobsSilence: number | null;
}

interface Seen {
  readonly is_standby: boolean;
  readonly is_read_only: boolean;
  readonly jobs_silence: number | null;
}

/** Whether a load balancer should send requests to this process. */
export class Readiness {
  private isMigrated = false;

  constructor(private readonly queries: Queries) {}

  async state(): Promise<ReadyState> {
    if (isDraining()) return notReady('This process is about to end.');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<ReadyState>((resolve) => {
      timer = setTimeout(
        () => resolve(notReady('The database does not answer in time.')),
        DATABASE_TIMEOUT,
      );
    });
    try {
      return await Promise.race([this.databaseState(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async databaseState(): Promise<ReadyState> {
    try {
      const [seen] = await this.queries.$queryRaw<Seen[]>`
        SELECT pg_is_in_recovery() AS is_standby, current_setting('default_transaction_read_only') = 'on' AS is_read_only,
          extract(epoch FROM clock_timestamp() - (
            SELECT max(query_start) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = ${JOBS_NAME}))::float8 AS jobs_silence`;
      this.isMigrated ||= (await missingMigrations(this.queries)).length === 0;
      if (seen === undefined) throw new Error('The database did not say what it is.');
      const refusal = refusesWrites(seen);
      if (refusal !== null) await this.askForWrite();
      return {
        reason: refusal ?? (this.isMigrated ? null : NOT_MIGRATED),
        jobsSilence: seen.jobs_silence,
      };
    } catch {
      return notReady('The database does not answer.');
    }
  }

  /**
   * Has the server refuse a write, which is what a connection is given up for. Reading alone would keep it for ever, behind a
   * pooler also when another server took over long ago: a process that is not ready gets nothing to write.
   */
  private async askForWrite(): Promise<void> {
    await this.queries.$executeRaw`DELETE FROM rate_limits WHERE false`.catch(() => undefined);
  }
}

/** A state in a line or two, for people: not being at work is no reason against the process that answers them. */
export function readyWords({ reason, jobsSilence }: ReadyState): string {
  if (reason !== null) return reason;
  if (jobsSilence === null) return 'ready\nNo process for jobs is connected.';
  if (jobsSilence <= JOBS_TIMEOUT) return 'ready';
  return `ready\nThe process for jobs was last heard of ${Math.round(jobsSilence)} s ago.`;
}

const NOT_MIGRATED = 'The database is still to be migrated.';

function notReady(reason: string): ReadyState {
  return { reason, jobsSilence: null };
}

// Shared through `globalThis`, because the HTTP server, which receives the shutdown signal, and the app are separate
// bundles.
const processWide = globalThis as { crmsIsDraining?: boolean };

/** From now on this process says that it is not ready. */
export function beginDraining(): void {
  processWide.crmsIsDraining = true;
}

export function isDraining(): boolean {
  return processWide.crmsIsDraining === true;
}
