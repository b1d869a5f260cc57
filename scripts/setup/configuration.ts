import type { Config } from '../../src/config';
import type { Environment } from '../processes/process-group';
import { InvalidConfig, readConfig } from '../../src/config';
import { UserFacingError } from '../bootstrap/failure.mjs';

/** Stands in for what only a start can make: the embedded database's address. */
const NOT_MADE_YET = 'postgresql://crms_app@127.0.0.1/crms';

/**
 * What src/config.ts makes of this environment; everything that is wrong with it is said together. Without a database of
 * somebody's own, what the embedded one brings along is not asked for.
 */
export function checkedConfig(env: Environment): Config {
  try {
    return readConfig(env);
  } catch (error) {
    if (error instanceof InvalidConfig) throw new UserFacingError(error.message, { cause: error });
    throw error;
  }
}

/** The same environment, with the embedded database and its secret in it. */
export function withEmbeddedDatabase(
  env: Environment,
  { secret, url = NOT_MADE_YET }: { readonly secret: string; readonly url?: string | undefined },
): Environment {
  return {
    ...env,
    DATABASE_URL: url,
    CRMS_EMBEDDED_DATABASE: '1',
    CRMS_SECRET: env.CRMS_SECRET || secret,
  };
}
