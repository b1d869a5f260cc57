import { runAsCommand } from './processes/command.mjs';
import { checkedConfig } from './setup/configuration.mjs';
import { runTypeScript } from './processes/tsx-command.mjs';

/** `npm run jobs`: the process beside the app that imports and exports, for an installation that starts each by itself. */
await runAsCommand(async () => {
  const env = { ...process.env, NODE_ENV: process.env.NODE_ENV || 'production' };
  await checkedConfig(env);
  process.exitCode = await runTypeScript('src/jobs.ts', { env });
});
