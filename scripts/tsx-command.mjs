import { startProcessGroup, stopEveryProcessGroup } from './process-group.mjs';
import { PROJECT } from './project.mjs';

/** Runs one of the project's TypeScript programs to its end, with its output as ours, and returns its exit code. */
export async function runTypeScript(file, { args = [], env = {} }) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => void stopEveryProcessGroup().then(() => process.exit(1)));
  }
  const group = await startProcessGroup(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...env },
  });
  const { code } = await group.exited;
  return code ?? 1;
}
