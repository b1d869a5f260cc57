import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import pg from 'pg';
import { applyMigrations } from '../../../../scripts/database/schema-engine';
import { addressOf, administer } from '../../support-database';

/** A database as it was before a migration; its owner is connected. */
export interface EarlierDatabase {
  readonly client: pg.Client;
  /** Applies that migration and all later ones. */
  upgrade(): Promise<void>;
  drop(): Promise<void>;
}

/** Makes a database with the migrations before one. */
export async function databaseBefore(migration: string): Promise<EarlierDatabase> {
  const name = `crms_before_${randomUUID().replaceAll('-', '')}`;
  const url = addressOf(inject('clusterUrl'), name);
  await administer(inject('clusterUrl'), `CREATE DATABASE ${name}`);
  const prismaFolder = mkdtempSync(path.join(tmpdir(), 'crms-before-'));
  cpSync('prisma/schema.prisma', path.join(prismaFolder, 'schema.prisma'));
  for (const entry of readdirSync('prisma/migrations'))
    if (entry < migration || entry.endsWith('.toml'))
      cpSync(`prisma/migrations/${entry}`, path.join(prismaFolder, 'migrations', entry), {
        recursive: true,
      });
  await applyMigrations(url, { prismaFolder });
  rmSync(prismaFolder, { recursive: true });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    client,
    upgrade: async () => {
      await applyMigrations(url);
    },
    drop: async () => {
      await client.end();
      await administer(inject('clusterUrl'), `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
