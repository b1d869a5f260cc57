import type { ImportJob } from '../../service/jobs';
import type { RecordStore } from '../../service/records';
import type { JobEnding } from '../../service/job-ending';
import type { ImportTools } from '../../service/import/import-workshop';
import type { Watch, WatchedCommand } from '../../service/watched';
import type { PrismaClient } from '../generated/prisma/client';
import { isoDate } from '../../domain/values/date-range';
import { checkImport } from '../../service/import/check-import';
import { abandonImport, saveImport, takeImportBack } from '../../service/import/settle-import';
import { PrismaImportWorkshop } from '../postgres/import/import-workshop';
import { GivenUp, runJob, watchJob } from './run-job';

/**
 * Does what the jobs of the queue `imports` ask for. Each begins with the state the import is in, so a job that is begun
 * again, because its process died, goes on from what was stored, and one that is done already does nothing.
 */
export class ImportWork {
  private readonly tools: ImportTools;

  /**
   * @param today the calendar day that counts as today
   * @param announce is told whenever something was committed
   */
  constructor(
    records: RecordStore,
    prisma: PrismaClient,
    today: () => string,
    private readonly watch: Watch,
    announce: () => void = () => undefined,
  ) {
    const workshop = new PrismaImportWorkshop(prisma);
    this.tools = { records, workshop, today: () => isoDate(today()), announce };
  }

  async do(job: ImportJob, signal: AbortSignal): Promise<void> {
    const { watch } = this;
    const work = () => this.run(job, signal);
    await runJob({ watch, command: commandOf(job), work, signal }, () =>
      abandonImport(job.importId, this.tools),
    );
  }

  /** What becomes of an import whose job has failed too often. */
  async giveUp(job: ImportJob): Promise<void> {
    const { watch } = this;
    const work = async () => {
      await abandonImport(job.importId, this.tools);
      return { refusal: new GivenUp() };
    };
    await watchJob({ watch, command: commandOf(job), work });
  }

  private run({ importId, work }: ImportJob, signal: AbortSignal): Promise<JobEnding> {
    switch (work) {
      case 'check':
        return checkImport(importId, this.tools, signal);
      case 'commit':
        return saveImport(importId, this.tools, signal);
      case 'undo':
        return takeImportBack(importId, this.tools);
    }
  }
}

function commandOf({ importId, work, key, actor }: ImportJob): WatchedCommand {
  return { kind: `run-import-${work}`, key, actor, subject: { what: 'import', id: importId } };
}
