import { runAsCommand } from './processes/command.mjs';
import { prepareDatabaseClient, prepareDependencies, requireRecentNode } from './setup/prepare.mjs';
import { partFromEveryProcessGroup } from './processes/process-group.mjs';
import { inProject } from './setup/project.mjs';
import { runTypeScript } from './processes/tsx-command.mjs';

/**
 * `npm run bench`: measures on a database of its own, which writes everything to disk as a real one does. The superuser's
 * address is in TEST_DATABASE_URL, so that the bench can make databases in it.
 */
await runAsCommand(async () => {
  requireRecentNode();
  process.on('exit', partFromEveryProcessGroup);
  const preparation = { dataDir: inProject('test-results'), say: (line) => console.log(line) };
  await prepareDependencies(preparation);
  await prepareDatabaseClient(preparation);

  const { startThrowawayPostgres } = await import('./database/embedded-postgres.mjs');
  const server = await startThrowawayPostgres({ durable: true });
  try {
    process.exitCode = await runTypeScript('scripts/bench.ts', {
      args: process.argv.slice(2),
      env: { TEST_DATABASE_URL: server.url },
    });
  } finally {
    await server.stop();
  }
});
