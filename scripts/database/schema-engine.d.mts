import type { MigrationSource } from './migrate.mjs';

export function applyMigrations(url: string, source?: MigrationSource): Promise<string[]>;

export function schemaDrift(
  url: string,
  source?: MigrationSource,
): Promise<{ drifted: boolean; text: string }>;

export function migrationScript(url: string, source?: MigrationSource): Promise<string>;
