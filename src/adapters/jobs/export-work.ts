import type { ExportJob } from '../postgres/export/export-store';
import type { Database } from '../postgres/database';
import type { WriteRejected } from '../../service/export/exports';
import type { Watch, WatchedCommand } from '../../service/watched';
import { runExport } from '../../service/export/exports';
import { writeExport } from '../avails/export-writer';
import { rejectedWorkbook } from '../avails/workbook-writer';
import { PostgresExportSource } from '../postgres/export/export-source';
import { PrismaExportStore } from '../postgres/export/export-store';
import { PrismaImportViews } from '../postgres/import/import-views';
import { GivenUp, runJob, watchJob } from './run-job';

const UNEXPECTED = 'The export failed. Start it again.';

/** Does what the jobs of the queue `exports` ask for. */
export class ExportWork {
  private readonly store: PrismaExportStore;
  private readonly source: PostgresExportSource;
  private readonly writeRejected: WriteRejected;

  /** @param url of the same database, for a connection on which reading may take long */
  constructor(
    { prisma }: Pick<Database, 'prisma'>,
    url: string,
    private readonly watch: Watch,
  ) {
    this.store = new PrismaExportStore(prisma);
    this.source = new PostgresExportSource(url);
    this.writeRejected = async (importId) => {
      const rows = await new PrismaImportViews(prisma).rejectedRows(importId);
      return { bytes: rejectedWorkbook(rows), rows: rows.length };
    };
  }

  /** What becomes of an export whose job has failed too often. */
  async giveUp(job: ExportJob): Promise<void> {
    const { watch } = this;
    const work = async () => {
      await this.fail(job);
      return { refusal: new GivenUp() };
    };
    await watchJob({ watch, command: commandOf(job), work });
  }

  async do(job: ExportJob, signal: AbortSignal): Promise<void> {
    const { store, source, writeRejected, watch } = this;
    const now = () => new Date().toISOString();
    const tools = { store, source, write: writeExport, writeRejected, now, signal };
    const work = () => runExport(job.exportId, tools);
    await runJob({ watch, command: commandOf(job), work, signal }, () => this.fail(job));
  }

  private fail({ exportId }: ExportJob): Promise<void> {
    return this.store.fail(exportId, UNEXPECTED, new Date().toISOString());
  }
}

function commandOf({ exportId, key, actor }: ExportJob): WatchedCommand {
  return { kind: 'export-made', key, actor, subject: { what: 'export', id: exportId } };
}
