import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
} from '@prisma/driver-adapter-utils';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type {
  MigrationList,
  SchemaEngine,
  SchemaFilter,
} from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type pg from 'pg';
import { NO_LIMITS } from '../../src/adapters/postgres/connection/database';
import { newerSchema } from '../../src/adapters/postgres/connection/migrations';
import { newPool } from '../../src/adapters/postgres/connection/driver';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { inProject } from '../bootstrap/prepare.mjs';
import { compareMigrations } from './applied-migrations';
import { withClient, withDatabase } from './client';

/*
 * Prisma's schema engine as WebAssembly: it needs no download, and keeps the same `_prisma_migrations` table as
 * `prisma migrate deploy`. Its interface is undocumented, so its version is pinned and nothing else imports it.
 * A little over 300 lines: the adapter and the engine's calls are of no use apart.
 */

/** Where `schema.prisma` and `migrations` are; the project's own folder by default. */
interface MigrationSource {
  readonly prismaFolder?: string;
}

const NO_FILTER: SchemaFilter = { externalTables: [], externalEnums: [] };

/** OIDs of PostgreSQL's internal one-byte type `"char"`, which the stock adapter refuses to read, and of `text`. */
const INTERNAL_CHAR = 18;
const TEXT = 25;

/** How the engine asks the catalogs for foreign keys. */
const FOREIGN_KEYS = "con1.contype = 'f'";

/** Any number, as long as nobody else uses it: whoever holds it is migrating this database. */
const MIGRATING = 7_250_118_306;

/**
 * Applies the migrations the database does not have yet, and returns their names. A database that has them all is only
 * read: the engine takes half a second to begin.
 * One that a newer version has migrated is refused by name.
 *
 * A migration that failed, or was killed, left nothing behind but its row in the table of migrations, because each runs
 * as one transaction. That row is marked as rolled back, so that correcting the migration is enough to try it again. For
 * this to be safe nobody else may be migrating, which the engine's own lock, taken later, does not ensure.
 */
export async function applyMigrations(
  url: string,
  { prismaFolder = inProject('prisma') }: MigrationSource = {},
): Promise<string[]> {
  const migrationsList = migrationList(prismaFolder);
  const { isExact, unknown } = await compareMigrations(url, namesIn(migrationsList));
  if (isExact) return [];
  if (unknown.length > 0) throw new UserFacingError(newerSchema(unknown));
  return withEngine(url, prismaFolder, (engine) =>
    holdingLock(url, MIGRATING, async () => {
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: NO_FILTER,
      });
      for (const migrationName of failedMigrationNames) {
        await engine.markMigrationRolledBack({ migrationName });
      }
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList,
        filters: NO_FILTER,
      });
      return appliedMigrationNames;
    }),
  );
}

/**
 * Whether schema.prisma says what the migrations make, as far as Prisma can see: constraints, partial indexes, views and
 * the like are invisible to it. Works in a shadow database of its own on the server of `url`.
 */
export async function schemaDrift(
  url: string,
  { prismaFolder = inProject('prisma') }: MigrationSource = {},
): Promise<{ drifted: boolean; text: string }> {
  return withEngine(url, prismaFolder, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList(prismaFolder) },
      to: { tag: 'schemaDatamodel', files: schemaFiles(prismaFolder) },
      script: false,
      exitCode: true,
      filters: NO_FILTER,
    });
    return { drifted: exitCode !== 0, text: stdout ?? '' };
  });
}

async function withEngine<T>(
  url: string,
  prismaFolder: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const factory = new MigrationAdapterFactory(url);
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  const { SchemaEngine: Engine } = schemaEngine();
  const datamodels = schemaFiles(prismaFolder).map((file): [string, string] => [
    file.path,
    file.content,
  ]);
  let engine: SchemaEngine | null = null;
  try {
    // The engine reports its progress to a callback; what is worth saying it also returns.
    engine = await Engine.new({ datamodels }, () => {}, bound);
    return await work(engine);
  } catch (error) {
    throw asUserFacing(error);
  } finally {
    engine?.free();
    await factory.disposeAll();
  }
}

/**
 * Prisma's adapter, changed where migrations need it to be:
 *
 * - a script goes to the server as it stands, as one simple query: the stock adapter splits it at every `;`, also inside
 *   function bodies. One simple query is also one transaction, so a failed migration leaves nothing behind;
 * - the shadow database is one of its own: made from a connection string, the stock one is the real database;
 * - `"char"`, which the catalogs are full of, can be read;
 * - temporal foreign keys are passed over: the engine takes them for common ones, which no Prisma schema could declare;
 * - every pool is closed, in the order that lets the shadow database be dropped.
 */
class MigrationAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  private readonly disposals: (() => Promise<void>)[] = [];

  constructor(private readonly url: string) {}

  connect(): Promise<SqlDriverAdapter> {
    return this.connectTo(this.url, async () => {});
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `crms_shadow_${crypto.randomUUID().replaceAll('-', '')}`;
    await administer(this.url, `CREATE DATABASE ${name}`);
    return this.connectTo(withDatabase(this.url, name), () =>
      administer(this.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    );
  }

  /** The engine does not always dispose of what it asked for. */
  async disposeAll(): Promise<void> {
    for (const dispose of this.disposals.splice(0)) await dispose();
  }

  private async connectTo(url: string, afterwards: () => Promise<void>): Promise<SqlDriverAdapter> {
    const pool = newPool(url, { connections: 10, connectionWait: 5_000, limits: NO_LIMITS });
    const stock: SqlDriverAdapter = await new PrismaPg(pool).connect();
    let disposal: Promise<void> | undefined;
    const dispose = () => (disposal ??= pool.end().then(afterwards));
    this.disposals.push(dispose);
    return withMigrationBehavior(stock as StockAdapter, pool, dispose);
  }
}

/** What the stock adapter has beside what it declares. */
interface StockAdapter extends SqlDriverAdapter {
  performIO(query: SqlQuery): Promise<{ readonly fields: { dataTypeID: number }[] }>;
  onError(error: unknown): never;
}

function withMigrationBehavior(
  stock: StockAdapter,
  pool: pg.Pool,
  dispose: () => Promise<void>,
): SqlDriverAdapter {
  return Object.create(stock, {
    queryRaw: { value: (query: SqlQuery) => describeQuery(stock, query) },
    executeScript: {
      value: async (script: string) => {
        try {
          await pool.query(script);
        } catch (error) {
          stock.onError(error);
        }
      },
    },
    dispose: { value: dispose },
  }) as SqlDriverAdapter;
}

async function describeQuery(stock: StockAdapter, query: SqlQuery): Promise<SqlResultSet> {
  const charColumns: number[] = [];
  const reader = Object.create(stock, {
    performIO: {
      value: async (sent: SqlQuery) => {
        const result = await stock.performIO(sent);
        result.fields.forEach((field, column) => {
          if (field.dataTypeID !== INTERNAL_CHAR) return;
          charColumns.push(column);
          field.dataTypeID = TEXT;
        });
        return result;
      },
    },
  }) as StockAdapter;
  const sql = query.sql.replace(FOREIGN_KEYS, `${FOREIGN_KEYS} AND NOT con1.conperiod`);
  const result = await reader.queryRaw({ ...query, sql });
  for (const column of charColumns) result.columnTypes[column] = ColumnTypeEnum.Character;
  return result;
}

async function administer(url: string, statement: string): Promise<void> {
  await withClient(url, (client) => client.query(statement));
}

function holdingLock<T>(url: string, key: number, work: () => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [key]);
    return work();
  });
}

type Bindings = typeof bindings & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

let instantiated: Bindings | undefined;

/**
 * Node 20 imports WebAssembly modules only behind a flag, so this one is put together by hand. That also allows to
 * disarm the timer the engine leaves behind, which would keep every program that has migrated alive for 10 s.
 */
function schemaEngine(): Bindings {
  if (instantiated !== undefined) return instantiated;
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const binary = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  const imports: WebAssembly.ModuleImports = { ...bindings };
  for (const name of Object.keys(imports).filter((key) => key.startsWith('__wbg_setTimeout_')))
    imports[name] = (callback: () => void, delay: number) =>
      setTimeout(callback, delay >>> 0).unref();
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(binary), {
    './schema_engine_bg.js': imports,
  });
  instantiated = bindings;
  instantiated.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return instantiated;
}

function schemaFiles(prismaFolder: string) {
  const file = path.join(prismaFolder, 'schema.prisma');
  return [{ path: file, content: readFileSync(file, 'utf8') }];
}

function namesIn({ migrationDirectories }: MigrationList): string[] {
  return migrationDirectories.map(({ path: name }) => name);
}

function migrationList(prismaFolder: string): MigrationList {
  const baseDir = path.join(prismaFolder, 'migrations');
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok',
          value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  };
}

/** The engine's messages end in a trace of its own source, and some begin with a line that says nothing. */
function asUserFacing(error: unknown): UserFacingError {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(
      (line) => line !== '' && !/^(external connector error|Error:|\d+: |with |at )/.test(line),
    );
  const sentence = lines.join(' ').replace(/[.\s]+$/, '');
  const during = /migration_name="([^"]+)"/.exec(text)?.[1];
  return new UserFacingError(
    `The database could not be migrated${during === undefined ? '' : ` by ${during}`}: ${sentence}.`,
    { cause: error },
  );
}
