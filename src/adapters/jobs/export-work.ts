import type { ExportJob } from '../postgres/export-store';
import type { Database } from '../postgres/database';
import type { WriteRejected } from '../../service/exports';
import { runExport } from '../../service/exports';
import { writeExport } from '../avails/export-writer';
import { rejectedWorkbook } from '../avails/workbook-writer';
import { failureOf } from '../postgres/database-errors';
import { PostgresExportSource } from '../postgres/export-source';
import { PrismaExportStore } from '../postgres/export-store';
import { PrismaImportViews } from '../postgres/import-views';

const UNEXPECTED = 'Something went wrong while it was made. Order it again.';

/** Does what the jobs of the queue `exports` ask for. */
export class ExportWork {
  private readonly store: PrismaExportStore;
  private readonly source: PostgresExportSource;
  private readonly writeRejected: WriteRejected;

  /** @param url of the same database, for a connection on which reading may take long */
  constructor({ prisma }: Pick<Database, 'prisma'>, url: string) {
    this.store = new PrismaExportStore(prisma);
    this.source = new PostgresExportSource(url);
    this.writeRejected = async (importId) => {
      const rows = await new PrismaImportViews(prisma).rejectedRows(importId);
      return { bytes: rejectedWorkbook(rows), rows: rows.length };
    };
  }

  /** What becomes of an export whose job has failed too often. */
  async giveUp({ exportId }: ExportJob): Promise<void> {
    await this.store.fail(exportId, UNEXPECTED, new Date().toISOString());
  }

  async do({ exportId }: ExportJob, signal: AbortSignal): Promise<void> {
    const { store, source, writeRejected } = this;
    const now = () => new Date().toISOString();
    try {
      await runExport(exportId, { store, source, write: writeExport, writeRejected, now, signal });
    } catch (error) {
      // What the database could not do now is done when the job is begun again; the rest would fail again.
      if (signal.aborted || failureOf(error).kind !== 'bug') throw error;
      console.error(`The export ${exportId} failed:`, error);
      await store.fail(exportId, UNEXPECTED, now());
    }
  }
}
