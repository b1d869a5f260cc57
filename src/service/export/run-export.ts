import type { AvailRow } from '../../domain/avails/avail-row';
import type { ColumnKey } from '../../domain/avails/vocabulary/columns';
import type { LeftOut, SoldTitle } from '../../domain/avails/avail-rows';
import type { Export } from '../../domain/export/export';
import type { ExportFormat, ExportQuery } from '../../domain/export/export-query';
import type { JobEnding } from '../job-ending';
import type { PriceTableViews, PricesWanted } from '../price-table/price-table-views';
import type { RecordStore } from '../records';
import { inReadingOrder } from '../../domain/avails/avail-row';
import { availRows } from '../../domain/avails/avail-rows';
import { isDomainError } from '../../domain/errors';
import { MAX_EXPORTED_ROWS, NothingToExport, TooManyRows } from '../../domain/export/export';
import { Cancelled } from '../job-ending';

/** What is stored, as of one moment. */
export interface ExportSource {
  inSnapshot<T>(work: (shelf: ExportShelf) => Promise<T>): Promise<T>;
}

export interface ExportShelf extends Pick<PriceTableViews, 'pricesOf'> {
  /** Rows there are at least: one per offer, title and territory. */
  leastRows(query: ExportQuery): Promise<number>;
  /** The titles that have such offers, some at a time, each with these offers. */
  titles(query: ExportQuery): AsyncIterable<readonly SoldTitle[]>;
}

/** Turns rows into a file. */
export type WriteExport = (
  format: ExportFormat,
  rows: readonly AvailRow[],
  withoutColumns?: readonly ColumnKey[],
) => Promise<Uint8Array>;

/** A file, and how many rows it has. */
export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** Writes the rejected rows of an import as a workbook. */
export type WriteRejected = (importId: string) => Promise<WrittenFile>;

export interface ExportTools {
  readonly records: RecordStore;
  readonly source: ExportSource;
  readonly write: WriteExport;
  readonly writeRejected: WriteRejected;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  /** Aborted when this process is about to end: what is being made is given up, for another process to begin anew. */
  readonly signal: AbortSignal;
}

/**
 * Makes an ordered export, or notes why it cannot be made. Called again after it was interrupted, it begins anew.
 *
 * @throws unexpected errors, and the signal's reason
 */
export async function runExport(
  exportId: string,
  { records, source, write, writeRejected, now, signal }: ExportTools,
): Promise<JobEnding> {
  const begun = await changed(exportId, records, (one) => one.begin());
  if (begun === null) return 'nothing-to-do';
  const { query, format } = begun.data;
  try {
    if ('rejectedOf' in query) {
      await finish(exportId, await writeRejected(query.rejectedOf), [], records, now());
      return 'done';
    }
    const gathered = await source.inSnapshot((shelf) =>
      gather(query, shelf, async (rows) => {
        signal.throwIfAborted();
        return (await changed(exportId, records, (one) => one.progress(rows))) !== null;
      }),
    );
    if (gathered === null) return { refusal: new Cancelled() };
    const { rows, leftOut } = gathered;
    const bytes = await write(format, inReadingOrder(rows), query.withoutColumns);
    await finish(exportId, { bytes, rows: rows.length }, leftOut, records, now());
    return 'done';
  } catch (error) {
    if (!isDomainError(error)) throw error;
    await changed(exportId, records, (one) => one.fail(error.message, now()));
    return { refusal: error };
  }
}

/** Ends an export whose job failed for an unexpected reason. */
export async function abandonExport(
  exportId: string,
  records: RecordStore,
  now: () => string,
): Promise<void> {
  await changed(exportId, records, (one) => one.abandon(now()));
}

async function finish(
  exportId: string,
  { bytes, rows }: WrittenFile,
  leftOut: readonly LeftOut[],
  records: RecordStore,
  at: string,
): Promise<void> {
  await records.transact(async ({ exports }) => {
    const one = await exports.get(exportId);
    if (one?.finish(rows, leftOut, at) === true) await exports.saveFile(one, bytes);
  });
}

/** @returns the export when it was changed, else `null` */
function changed(
  exportId: string,
  records: RecordStore,
  change: (one: Export) => boolean,
): Promise<Export | null> {
  return records.transact(async ({ exports }) => {
    const one = await exports.get(exportId);
    if (one === null || !change(one)) return null;
    await exports.save(one);
    return one;
  });
}

/** @returns `null` when it is not wanted any more */
async function gather(
  query: ExportQuery,
  shelf: ExportShelf,
  progress: (rows: number) => Promise<boolean>,
): Promise<{ readonly rows: readonly AvailRow[]; readonly leftOut: readonly LeftOut[] } | null> {
  const least = await shelf.leastRows(query);
  if (least > MAX_EXPORTED_ROWS) throw new TooManyRows(least, 'at least');
  const rows: AvailRow[] = [];
  const leftOut: LeftOut[] = [];
  let count = 0;
  for await (const titles of shelf.titles(query)) {
    const tables = query.tiers === 'amounts' ? await shelf.pricesOf(salesOf(titles)) : undefined;
    for (const title of titles) {
      const made = availRows(title, query, tables);
      count += made.rows.length;
      if (count <= MAX_EXPORTED_ROWS) rows.push(...made.rows);
      leftOut.push(...made.leftOut);
    }
    if (!(await progress(count))) return null;
  }
  if (count > MAX_EXPORTED_ROWS) throw new TooManyRows(count, '');
  if (count === 0) throw new NothingToExport(leftOut);
  return { rows, leftOut };
}

function salesOf(titles: readonly SoldTitle[]): readonly PricesWanted[] {
  return titles.flatMap(({ uses }) =>
    uses.map(({ contract: { studio }, license: { rightsType, territories } }) => ({
      ...{ studio, rightsType, territories },
    })),
  );
}
