import type { Queries } from '../postgres/connection/transaction';
import { missingMigrations } from '../postgres/connection/migrations';

/** In milliseconds. A slower database counts as unavailable. */
const DATABASE_TIMEOUT = 1_000;

/** Whether a load balancer should send requests to this process. */
export class Readiness {
  private isMigrated = false;

  constructor(private readonly queries: Queries) {}

  /** The reason why the process is not ready, or `null`. */
  async notReadyReason(): Promise<string | null> {
    if (isDraining()) return 'This process is about to end.';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('The database does not answer in time.'), DATABASE_TIMEOUT);
    });
    try {
      return await Promise.race([this.databaseProblem(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async databaseProblem(): Promise<string | null> {
    try {
      await this.queries.$queryRaw`SELECT 1`;
      this.isMigrated ||= (await missingMigrations(this.queries)).length === 0;
      return this.isMigrated ? null : 'The database is still to be migrated.';
    } catch {
      return 'The database does not answer.';
    }
  }
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
