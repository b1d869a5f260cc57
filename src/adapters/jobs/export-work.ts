import type { Database } from '../postgres/connection/database';
import type { ExportJob } from '../../service/jobs';
import type { RecordStore } from '../../service/records';
import type { WriteRejected } from '../../service/export/run-export';
import type { Watch, WatchedCommand } from '../../service/watched';
import { abandonExport, runExport } from '../../service/export/run-export';
import { writeExport } from '../avails/export-writer';
import { rejectedWorkbook } from '../avails/workbook-writer';
import { PostgresExportSource } from '../postgres/export/export-source';
import { PrismaImportViews } from '../postgres/import/import-views';
import { GivenUp, runJob, watchJob } from './run-job';

const now = () => new Date().toISOString();

/** Does what the jobs of the queue `exports` ask for. */
export class ExportWork {
  private readonly source: PostgresExportSource;
  private readonly writeRejected: WriteRejected;

  /** @param findUrl of the same database or an up-to-date replica, for a connection on which reading may take long */
  constructor(
    private readonly records: RecordStore,
    { prisma }: Pick<Database, 'prisma'>,
    findUrl: () => string | Promise<string>,
    private readonly watch: Watch,
  ) {
    this.source = new PostgresExportSource(findUrl);
    this.writeRejected = async (importId) => {
      const rows = await new PrismaImportViews(prisma).rejectedRows(importId);
      return { bytes: rejectedWorkbook(rows), rows: rows.length };
    };
  }

  async do(job: ExportJob, signal: AbortSignal): Promise<void> {
    const { records, source, writeRejected, watch } = this;
    const tools = { records, source, write: writeExport, writeRejected, now, signal };
    const work = () => runExport(job.exportId, tools);
    await runJob({ watch, command: commandOf(job), work, signal }, () => this.abandon(job));
  }

  /** What becomes of an export whose job has failed too often. */
  async giveUp(job: ExportJob): Promise<void> {
    const { watch } = this;
    const work = async () => {
      await this.abandon(job);
      return { refusal: new GivenUp() };
    };
    await watchJob({ watch, command: commandOf(job), work });
  }

  private abandon({ exportId }: ExportJob): Promise<void> {
    return abandonExport(exportId, this.records, now);
  }
}

function commandOf({ exportId, key, actor }: ExportJob): WatchedCommand {
  return { kind: 'run-export', key, actor, subject: { what: 'export', id: exportId } };
}
