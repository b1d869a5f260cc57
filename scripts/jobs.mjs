import { runAsCommand } from './command.mjs';
import { PlainFailure } from './plain-failure.mjs';
import { runTypeScript } from './tsx-command.mjs';

/** `npm run jobs`: the process beside the app that imports and exports, for an installation that starts each by itself. */
await runAsCommand(async () => {
  if (!process.env.DATABASE_URL)
    throw new PlainFailure('Which database are the jobs in? Name it with DATABASE_URL.');
  process.exitCode = await runTypeScript('src/jobs.ts', {});
});
