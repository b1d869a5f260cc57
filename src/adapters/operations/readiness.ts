import type { Queries } from '../postgres/transaction';
import { missingMigrations } from '../postgres/migrations';

/** In milliseconds: a database that answers later than this is of no use to people who wait. */
const PATIENCE = 1_000;

/** Whether requests should be sent to this process, by whoever balances them between several. */
export class Readiness {
  private isMigrated = false;

  constructor(private readonly queries: Queries) {}

  /** Why not, or `null`. */
  async notReadyReason(): Promise<string | null> {
    if (isDraining()) return 'This process is about to end.';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('The database does not answer in time.'), PATIENCE);
    });
    try {
      return await Promise.race([this.databaseObstacle(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async databaseObstacle(): Promise<string | null> {
    try {
      await this.queries.$queryRaw`SELECT 1`;
      this.isMigrated ||= (await missingMigrations(this.queries)).length === 0;
      return this.isMigrated ? null : 'The database is still to be migrated.';
    } catch {
      return 'The database does not answer.';
    }
  }
}

// The server that takes requests hears that it is to end; the app it hands them to is bundled apart.
const processWide = globalThis as { crmsIsDraining?: boolean };

export function isDraining(): boolean {
  return processWide.crmsIsDraining === true;
}
