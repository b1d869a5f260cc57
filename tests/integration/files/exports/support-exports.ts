import type { ExportFormat, ExportQuery } from '../../../../src/domain/export/export-query';
import type { ExportSummary } from '../../../../src/service/export/export-views';
import { JobQueue } from '../../../../src/adapters/jobs/job-queue';
import { PrismaExportViews } from '../../../../src/adapters/postgres/export/export-views';
import { makeExport } from '../../../../src/service/export/export-service';
import { aName, anId } from '../../../builders/license-builders';
import { recordsOn } from '../../support';
import { viewsOn } from '../../support-api';
import type { TestDatabase } from '../../support';

export const AT = '2026-05-01T09:00:00.000Z';

export interface Order {
  readonly exportId: string;
  readonly query: ExportQuery;
  readonly format: ExportFormat;
  readonly name: string;
  readonly at: string;
}

/** Nora’s order of what a studio sells, as a workbook, unless other parts are given. */
export function anOrder(parts: Partial<Order> = {}): Order {
  return {
    exportId: anId(),
    query: { studio: aName('Northlight') },
    format: 'xlsx',
    name: 'Nora',
    at: AT,
    ...parts,
  };
}

/** Exports in a test file’s own database. */
export function exportsOn(database: TestDatabase) {
  const { prisma, pool } = database;
  const jobs = new JobQueue(pool);
  const records = recordsOn(database, jobs);
  const views = new PrismaExportViews(prisma);

  /** Requests an export as a person. */
  function order({ name, ...asked }: Order) {
    return makeExport({ ...asked, key: anId(), actor: { name } }, records, viewsOn(prisma));
  }

  async function summaryOf(id: string): Promise<ExportSummary | undefined> {
    return (await views.list({ pageSize: 100 })).rows.find((row) => row.id === id);
  }

  return { pool, jobs, records, views, order, summaryOf };
}
