import { UserFacingError } from '../processes/user-facing-error.mjs';

/** Stands in for what only a start can make: the embedded database's address. */
const NOT_MADE_YET = 'postgresql://crms_app@127.0.0.1/crms';

/**
 * What src/config.ts makes of this environment; everything that is wrong with it is said together. Without a database of
 * somebody's own, what the embedded one brings along is not asked for.
 */
export async function checkedConfig(env) {
  // Packages may have been installed only just now.
  const { tsImport } = await import('tsx/esm/api');
  const { readConfig } = await tsImport('../../src/config.ts', import.meta.url);
  try {
    return readConfig(env);
  } catch (error) {
    // One that was loaded for this import alone is another class each time.
    if (error.name === 'InvalidConfig') throw new UserFacingError(error.message, { cause: error });
    throw error;
  }
}

/** The same environment, with the embedded database and its secret in it. */
export function withEmbeddedDatabase(env, { secret, url = NOT_MADE_YET }) {
  return {
    ...env,
    DATABASE_URL: url,
    CRMS_EMBEDDED_DATABASE: '1',
    CRMS_SECRET: env.CRMS_SECRET || secret,
  };
}
