import { startProcessGroup, stopEveryProcessGroup } from './process-group.mjs';
import { PROJECT } from '../setup/project.mjs';
import { onTerminalClosed } from './terminal.mjs';

/** Runs one of the project's TypeScript programs to its end, with its output as ours, and returns its exit code. */
export async function runTypeScript(file, { args = [], env = {} }) {
  const end = () => void stopEveryProcessGroup().then(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  onTerminalClosed(end);
  const group = await startProcessGroup(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...env },
  });
  const { code } = await group.exited;
  return code ?? 1;
}
