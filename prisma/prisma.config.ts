process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

import { defineConfig } from 'prisma/config';

/**
 * The first line keeps Prisma's CLI from downloading a schema engine it is never asked to run: migrations are applied by
 * scripts/database/schema-engine.ts, and any executable satisfies the check.
 */
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
});
