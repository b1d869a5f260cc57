import { read, utils } from '@e965/xlsx';
import { expect } from 'vitest';
import type { ImportRules } from '../../../src/domain/avails/import-rules';
import type { ExportQuery } from '../../../src/domain/export/export-query';
import type { ExportData } from '../../../src/domain/export/export';
import { writeExport } from '../../../src/adapters/avails/export-writer';
import { PostgresExportSource } from '../../../src/adapters/postgres/export/export-source';
import { Export } from '../../../src/domain/export/export';
import { runExport } from '../../../src/service/export/run-export';
import { FakeExports, FakeRecords } from '../../fakes/fake-records';
import { anId } from '../../builders/license-builders';
import type { ImportDriver } from './support-imports';

/** The workbook of an export, written immediately. */
export async function exported(
  driver: ImportDriver,
  query: ExportQuery,
): Promise<ExportData & { readonly bytes: Uint8Array }> {
  const id = anId();
  const now = () => new Date().toISOString();
  const exports = new FakeExports();
  const order = { id, query, format: 'xlsx', words: '', madeBy: 'Ana', madeAt: now() } as const;
  await exports.add(Export.order(order));
  await runExport(id, {
    records: new FakeRecords({ exports }),
    source: new PostgresExportSource(() => driver.database.url),
    write: writeExport,
    writeRejected: () => Promise.reject(new Error('Nothing was rejected.')),
    now,
    signal: new AbortController().signal,
  });
  const bytes = exports.files.get(id);
  if (bytes === undefined) throw new Error(exports.data(id).failure ?? 'Nothing was made.');
  return { ...exports.data(id), bytes };
}

/** Checks a file, makes the decisions it needs, and saves every license it can. @returns the import's id */
export async function imported(
  driver: ImportDriver,
  bytes: Uint8Array,
  rules: Partial<ImportRules>,
): Promise<string> {
  const id = await driver.uploaded(bytes);
  await driver.do(id, 'check');
  await driver.checkedAgain(id, rules);
  if ((await driver.view(id)).applicable > 0)
    expect((await driver.committed(id)).state).toBe('committed');
  return id;
}

/** Changes that a file would make to the stored data; none for an export of it. */
export async function reviewOf(driver: ImportDriver, bytes: Uint8Array) {
  const id = await driver.uploaded(bytes);
  await driver.do(id, 'check');
  const { state, rejected, applicable } = await driver.view(id);
  const problems = await driver.views.problems(id);
  return {
    ...{ state, rejected, applicable },
    errors: problems.filter(({ severity }) => severity === 'error'),
    changes: (await driver.lines(id)).filter(({ outcome }) => outcome !== 'unchanged'),
  };
}

export function firstSheet(bytes: Uint8Array): string[][] {
  const book = read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return utils.sheet_to_json(sheet, { header: 1, defval: '' });
}

/** The result of `reviewOf` for a file that matches the stored data. */
export const NO_CHANGE = { state: 'ready', rejected: 0, errors: [], changes: [], applicable: 0 };
