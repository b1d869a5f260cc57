import { runAsCommand } from './bootstrap/failure.mjs';
import { prepareBuild } from './setup/build';
import { prepareDataDir } from './setup/data-dir';

/** `npm run build`: makes what `npm start` would make first, for an image or a machine that only serves. */
await runAsCommand(async () => {
  await prepareBuild({
    dataDir: prepareDataDir(),
    distDir: process.env.CRMS_DIST_DIR || '.next',
  });
});
