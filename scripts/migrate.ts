import { runAsCommand, UserFacingError } from './bootstrap/failure.mjs';
import { migrateDatabase } from './database/migration';

/** `npm run migrate`: brings the database that DATABASE_URL names up to date, as its owner if CRMS_OWNER_DATABASE_URL names one. */
await runAsCommand(async () => {
  const { DATABASE_URL: appUrl, CRMS_OWNER_DATABASE_URL: ownerUrl } = process.env;
  const url = appUrl || ownerUrl;
  if (!url)
    throw new UserFacingError('Which database should be migrated? Name it with DATABASE_URL.');
  const applied = await migrateDatabase({ url, ownerUrl: ownerUrl || null });
  console.log(applied.length === 0 ? 'Nothing to migrate.' : `Applied ${applied.join(', ')}.`);
});
