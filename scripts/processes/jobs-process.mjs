import { startProcessGroup } from './process-group.mjs';
import { PROJECT } from '../setup/project.mjs';

/** How large the heap of the process may become, in megabytes; what opens a workbook has a limit of its own. */
const MAX_HEAP_MB = 1_024;

/** Starts the process that does what takes long (imports, exports), apart from the one that answers people. */
export async function startJobs({ env, log, onStarted = () => {} }) {
  const group = await startProcessGroup(
    process.execPath,
    [`--max-old-space-size=${MAX_HEAP_MB}`, '--import', 'tsx', 'src/jobs.ts'],
    { log, cwd: PROJECT, env: { ...process.env, NODE_ENV: 'production', ...env } },
  );
  onStarted(group);
  return group;
}
