import type { JobEnding } from '../../service/job-ending';
import type { Watch, WatchedCommand } from '../../service/watched';
import { Busy } from '../../service/errors';
import { failureOf } from '../postgres/connection/database-errors';
import { written } from '../postgres/written';

/** A job that failed as often as it may. */
export class GivenUp extends Error {
  constructor() {
    super('The job failed on every attempt and is given up.');
  }
}

export interface JobRun {
  readonly watch: Watch;
  readonly command: WatchedCommand;
  readonly work: () => Promise<JobEnding>;
  /** Aborted when this process is about to end: another process runs the job again. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a job and reports its outcome to operators. A run that is cut short because this process ends counts as `busy`.
 *
 * @throws Busy, OutcomeUnknown and unexpected errors; never a refusal, which is stored
 */
export async function watchJob({ watch, command, work, signal }: JobRun): Promise<void> {
  let refusal: Error | undefined;
  try {
    await watch(command, async () => {
      const ending = await written(work()).catch((error: unknown) => {
        throw signal?.aborted === true ? new Busy({ cause: error }) : error;
      });
      if (typeof ending === 'string') return { replayed: ending === 'nothing-to-do' };
      ({ refusal } = ending);
      throw refusal;
    });
  } catch (error) {
    if (refusal === undefined || error !== refusal) throw error;
  }
}

/**
 * Runs a job as `watchJob` does, and gives it up after an error that another run would meet again.
 *
 * @throws errors that another run may not meet: the queue runs the job again
 */
export async function runJob(run: JobRun, giveUp: () => Promise<void>): Promise<void> {
  try {
    await watchJob(run);
  } catch (error) {
    if (run.signal?.aborted === true || failureOf(error).kind !== 'bug') throw error;
    await giveUp();
  }
}
