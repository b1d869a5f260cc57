import { supervise } from './processes/supervise';

/** `npm start`: everything a fresh clone needs to serve the product, in one command. */
await supervise({ mode: 'start', distDir: process.env.CRMS_DIST_DIR || '.next' });
