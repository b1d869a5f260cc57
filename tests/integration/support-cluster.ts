import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { startThrowawayPostgres } from '../../scripts/database/throwaway-postgres';
import { program } from '../../scripts/bootstrap/prepare.mjs';
import { addressOf, administer } from './support-database';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser address of the cluster that the run's databases live in. */
    readonly clusterUrl: string;
    /** A migrated database that nobody connects to, to be copied. */
    readonly template: string;
  }
}

/**
 * Once per run: a cluster, and in it one migrated database that every test file copies. The cluster is the one
 * TEST_DATABASE_URL names (as its superuser), or a throwaway one of the run's own.
 */
export default async function setUpCluster(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const own = given === undefined || given === '' ? await startThrowawayPostgres() : null;
  const clusterUrl = own?.url ?? given ?? '';
  const template = `crms_template_${randomUUID().replaceAll('-', '')}`;
  const tearDown = async () => {
    if (own === null)
      await administer(clusterUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    else await own.stop();
  };
  try {
    await administer(clusterUrl, `CREATE DATABASE ${template}`);
    await migrate(addressOf(clusterUrl, template));
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('clusterUrl', clusterUrl);
  project.provide('template', template);
  return tearDown;
}

/** In a process of its own: the engine that migrates leaves a timer behind, and WebAssembly that is not needed again. */
async function migrate(url: string): Promise<void> {
  await promisify(execFile)(process.execPath, program('migrate'), {
    env: { ...process.env, DATABASE_URL: url },
  });
}
