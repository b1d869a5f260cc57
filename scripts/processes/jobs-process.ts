import type { Environment, ProcessGroup } from './process-group';
import { inProject, PROJECT } from '../bootstrap/prepare.mjs';
import { startProcessGroup } from './process-group';

/** How large the heap of the process may become, in megabytes; what opens a workbook has a limit of its own. */
const MAX_HEAP_MB = 1_024;

/** How a part of the product is started. */
export interface PartOptions {
  /** Beside the environment of this process. */
  readonly env: Environment;
  /** The file its output goes to; our own output without one. */
  readonly log?: string | undefined;
  readonly onStarted?: (started: ProcessGroup) => void;
}

/** Starts the process that does what takes long (imports, exports), apart from the one that answers people. */
export async function startJobs({ env, log, onStarted }: PartOptions): Promise<ProcessGroup> {
  const group = await startProcessGroup(
    process.execPath,
    [`--max-old-space-size=${MAX_HEAP_MB}`, inProject('dist/jobs.js')],
    {
      log,
      cwd: PROJECT,
      env: { ...process.env, NODE_ENV: 'production', MALLOC_ARENA_MAX: '2', ...env },
    },
  );
  onStarted?.(group);
  return group;
}
