import { supervise } from './processes/supervise';

/** `npm run dev`: the same, but serving the sources as they are edited, from a folder beside the build. */
await supervise({ mode: 'dev', distDir: process.env.CRMS_DIST_DIR || '.next-dev' });
