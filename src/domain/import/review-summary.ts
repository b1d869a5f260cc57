import type { CheckedFile, LicenseeShare } from '../avails/avail-entry';
import type { IdleColumn } from '../avails/vocabulary/idle-columns';
import { idleColumns } from '../avails/vocabulary/idle-columns';
import { namesIn } from '../names/folding';

/** What a checked file amounts to. */
export interface ReviewSummary {
  /** The licensors its rows name, in order. */
  readonly studios: readonly string[];
  /** Data rows, and those an error stops. */
  readonly rows: number;
  readonly rejected: number;
  readonly errors: number;
  readonly warnings: number;
  /** The tiers that its rows name, in order: their amounts are in the studio's price table. */
  readonly tiers: readonly string[];
  /** The filled columns that change nothing, the most filled first. */
  readonly idleColumns: readonly IdleColumn[];
  /** The licensees that the file names, when there is something to tell apart. */
  readonly licensees: readonly LicenseeShare[];
  /** Rows for other licensees, which are not among `rows`. */
  readonly leftOut: number;
}

export function reviewSummary(file: CheckedFile): ReviewSummary {
  const { rows, problems } = file;
  const isStopped = stoppedRows(file);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const tiers = rows.flatMap(({ entry }) => entry?.price.tier ?? []);
  const studios = namesIn(rows.flatMap(({ entry }) => entry?.studio ?? []));
  const named = rows.flatMap(({ row }) => row.cells['Avail/DisplayName']?.trim() ?? []);
  return {
    // A file whose questions nobody has answered yet has no row without an error.
    studios: studios.length > 0 ? studios : namesIn(named.filter((name) => name !== '')),
    rows: rows.length,
    rejected: rows.filter(({ row }) => isStopped(row)).length,
    errors,
    warnings: problems.length - errors,
    tiers: [...new Set(tiers)].sort(),
    ...{ licensees: file.licensees, leftOut: file.leftOut },
    idleColumns: idleColumns(rows.map(({ row }) => row)),
  };
}

interface RowRef {
  readonly sheet: string | null;
  readonly row: number | null;
}

/** Tells which rows an error stops. A row without an entry may also be one that gives way to another, with a warning. */
export function stoppedRows({ problems }: CheckedFile): (row: RowRef) => boolean {
  const stopped = new Set(
    problems.filter(({ severity, row }) => severity === 'error' && row !== null).map(refText),
  );
  return (row) => stopped.has(refText(row));
}

function refText({ sheet, row }: RowRef): string {
  return `${sheet ?? ''}\n${row ?? ''}`;
}
