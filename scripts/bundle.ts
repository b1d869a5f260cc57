import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { runAsCommand, UserFacingError } from './bootstrap/failure.mjs';
import { prepareBuild } from './setup/build';
import { prepareDataDir } from './setup/data-dir';
import { copyWhatRuns } from './setup/what-runs';

/** `npm run bundle <folder>`: what runs in production, without what builds it, for an image or a machine that only serves. */
await runAsCommand(async () => {
  const [folder] = process.argv.slice(2);
  if (!folder)
    throw new UserFacingError('Where should it go? Name a new folder: npm run bundle <folder>.');
  const target = path.resolve(process.env.INIT_CWD || process.cwd(), folder);
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new UserFacingError(`There is something in ${target}: name a new folder.`);
  const distDir = process.env.CRMS_DIST_DIR || '.next';
  await prepareBuild({ dataDir: prepareDataDir(), distDir });
  const { files, bytes } = await copyWhatRuns({ distDir, target });
  const megabytes = Math.round(bytes / 1e6);
  console.log(
    `${target} has all that runs: ${files.toLocaleString('en-US')} files, ${megabytes} MB.`,
  );
});
