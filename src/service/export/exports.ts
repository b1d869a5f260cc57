import type { AvailRow } from '../../domain/avails/avail-row';
import type { LeftOut, SoldTitle } from '../../domain/avails/avail-rows';
import type { ExportedEndDates } from '../../domain/avails/end-dates';
import type { Decided, ImportView, Intent } from '../import/imports';
import type { JobEnding } from '../job-ending';
import type { Page } from '../views';
import { inReadingOrder } from '../../domain/avails/avail-row';
import { availRows } from '../../domain/avails/avail-rows';
import { STANDARD_END_DATES } from '../../domain/avails/end-dates';
import { isoDate } from '../../domain/values/date-range';
import { DomainError, isDomainError } from '../../domain/errors';
import { shortText } from '../../domain/values/text';
import { Cancelled } from '../job-ending';

/** What an export can be written as, with the words people choose it by. */
export const EXPORT_FORMATS = {
  xlsx: 'Avails 1.9 workbook',
  csv: 'CSV',
} as const;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** Which offers are exported, and how; every part is optional, and they narrow together. */
export interface ExportQuery {
  /** The licensor's name. */
  readonly studio?: string | undefined;
  readonly contractIds?: readonly string[] | undefined;
  readonly licenseIds?: readonly string[] | undefined;
  /** Titles, each with all that belongs to it. */
  readonly contentIds?: readonly string[] | undefined;
  /** Offers that run on this day. */
  readonly on?: string | undefined;
  /** Offers that run on this day or later. */
  readonly from?: string | undefined;
  /** How the receiver reads the cell End; without it, as the standard does. */
  readonly endDates?: ExportedEndDates | undefined;
}

/** The rows of an import that were not taken, to be mended and uploaded again. */
export interface RejectedQuery {
  /** The id of the import. */
  readonly rejectedOf: string;
}

/** As many contracts, licenses or titles as can be chosen one by one. */
export const MAX_CHOSEN = 1_000;
/** As many rows as one file has. */
export const MAX_EXPORTED_ROWS = 50_000;
/** As many things that were left out as are told one by one. */
export const MAX_LEFT_OUT = 100;
/** How long a file is kept, in days. */
export const DAYS_KEPT = 30;

export type ExportState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** One line of the list of exports. */
export interface ExportSummary {
  readonly id: string;
  /** What is exported, as people read it. */
  readonly words: string;
  readonly format: ExportFormat;
  readonly state: ExportState;
  /** Rows that are gathered by now, and in the end those of the file. */
  readonly rows: number;
  /** Why there is no file, as a sentence; `null` unless it failed. */
  readonly failure: string | null;
  /** The first `MAX_LEFT_OUT` things that its rows cannot say, and how many there are. */
  readonly leftOut: readonly LeftOut[];
  readonly leftOutCount: number;
  /** Whether the file is there: it is kept for `DAYS_KEPT` days. */
  readonly hasFile: boolean;
  readonly madeBy: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly finishedAt: string | null;
}

export interface ExportFile {
  /** What is in it, as people read it. */
  readonly words: string;
  readonly format: ExportFormat;
  readonly bytes: Uint8Array;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
}

export interface ExportViews {
  /** The newest first. */
  list(query: {
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ExportSummary>>;
  /** How End was last written for each studio's titles; studios whose exports follow the standard are left out. */
  endDatesByStudio(): Promise<Readonly<Record<string, ExportedEndDates>>>;
  /** @returns `null` when there is no such export */
  export(id: string): Promise<ExportSummary | null>;
  /** @returns `null` when there is no such export, or no file (any more) */
  file(id: string): Promise<ExportFile | null>;
}

export interface OrderedExport {
  readonly id: string;
  readonly query: ExportQuery | RejectedQuery;
  readonly format: ExportFormat;
  /** What is exported, as people read it. */
  readonly words: string;
  readonly madeBy: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
}

/** What became of an order, or of stopping it. */
export interface ExportDecided extends Decided {
  readonly exportId: string;
}

/**
 * Where exports are ordered. An order is stored together with the job that carries it out. Both throw KeyReused, Busy and
 * OutcomeUnknown as a unit of work does.
 */
export interface ExportDesk {
  /**
   * The same order again, whose answer was lost, is not a second one; one that failed, or whose file was forgotten, is
   * carried out again, unless it is the same by its key.
   *
   * @throws ExportTaken when there is another export with this id
   */
  order(order: OrderedExport, intent: Intent): Promise<ExportDecided>;
  /** Stops it; nothing when it is done already. */
  cancel(exportId: string, intent: Intent): Promise<ExportDecided>;
}

/** What is kept of an export while it is being made. */
export interface ExportStore {
  /** Takes an export in hand, or again after a process died over it; `null` when there is nothing to do (any more). */
  begin(id: string): Promise<Pick<OrderedExport, 'query' | 'format'> | null>;
  /** Notes how far it is. @returns whether it is still wanted */
  progress(id: string, rows: number): Promise<boolean>;
  finish(id: string, made: MadeExport): Promise<void>;
  /** @param failure a sentence */
  fail(id: string, failure: string, at: string): Promise<void>;
}

export interface MadeExport {
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly leftOut: readonly LeftOut[];
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What is stored, as of one moment. */
export interface ExportSource {
  inSnapshot<T>(work: (shelf: ExportShelf) => Promise<T>): Promise<T>;
}

export interface ExportShelf {
  /** Rows there are at least: one per offer, title and territory. */
  leastRows(query: ExportQuery): Promise<number>;
  /** The titles that have such offers, some at a time, each with these offers. */
  titles(query: ExportQuery): AsyncIterable<readonly SoldTitle[]>;
}

/** Turns rows into a file. */
export type WriteExport = (format: ExportFormat, rows: readonly AvailRow[]) => Promise<Uint8Array>;

/** Writes the rejected rows of an import as a workbook. */
export type WriteRejected = (importId: string) => Promise<Pick<MadeExport, 'bytes' | 'rows'>>;

export interface OrderExport extends Intent {
  /** Made by the client for this intent: however often it is sent, it is one export. */
  readonly exportId: string;
  readonly query: ExportQuery;
  readonly format: ExportFormat;
  readonly words: string;
}

/**
 * Orders an export.
 *
 * @throws DomainError of the part of the query that is not valid, ExportTaken
 */
export function orderExport(
  { exportId, query, format, words, ...intent }: OrderExport,
  desk: ExportDesk,
): Promise<ExportDecided> {
  const { actor, at } = intent;
  const order = { id: exportId, query: exportQuery(query), format, words };
  return desk.order({ ...order, madeBy: actor.name, madeAt: at }, intent);
}

/**
 * A query that says only what it means.
 *
 * @throws InvalidText, InvalidDate, TooManyChosen
 */
export function exportQuery(query: ExportQuery): ExportQuery {
  const { studio, contractIds, licenseIds, contentIds, on, from, endDates } = query;
  return {
    ...(studio === undefined ? {} : { studio: shortText(studio, 'studio', 'A studio’s name') }),
    ...chosen('contractIds', contractIds),
    ...chosen('licenseIds', licenseIds),
    ...chosen('contentIds', contentIds),
    ...(on === undefined ? {} : { on: isoDate(on) }),
    ...(from === undefined ? {} : { from: isoDate(from) }),
    ...(endDates === undefined || endDates === STANDARD_END_DATES ? {} : { endDates }),
  };
}

function chosen(name: string, ids: readonly string[] | undefined) {
  if (ids === undefined || ids.length === 0) return {};
  if (ids.length > MAX_CHOSEN) throw new TooManyChosen(ids.length);
  return { [name]: [...new Set(ids)] };
}

/**
 * Orders the rejected rows of an import as they stand.
 *
 * @param exportId the same while they stand like that: however often they are asked for, they are written once
 */
export function orderRejectedRows(
  exportId: string,
  { id, fileName, uploadedBy }: Pick<ImportView, 'id' | 'fileName' | 'uploadedBy'>,
  intent: Intent,
  desk: ExportDesk,
): Promise<ExportDecided> {
  const order = { id: exportId, query: { rejectedOf: id }, format: 'xlsx' } as const;
  const words = `Rejected rows of ${fileName}`;
  return desk.order({ ...order, words, madeBy: uploadedBy, madeAt: intent.at }, intent);
}

export interface ExportTools {
  readonly store: ExportStore;
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
  { store, source, write, writeRejected, now, signal }: ExportTools,
): Promise<JobEnding> {
  const ordered = await store.begin(exportId);
  if (ordered === null) return 'nothing-to-do';
  const { query, format } = ordered;
  try {
    if ('rejectedOf' in query) {
      const made = await writeRejected(query.rejectedOf);
      await store.finish(exportId, { ...made, leftOut: [], at: now() });
      return 'done';
    }
    const gathered = await source.inSnapshot((shelf) =>
      gather(query, shelf, (rows) => {
        signal.throwIfAborted();
        return store.progress(exportId, rows);
      }),
    );
    if (gathered === null) return { refusal: new Cancelled() };
    const { rows, leftOut } = gathered;
    const bytes = await write(format, inReadingOrder(rows));
    await store.finish(exportId, { bytes, rows: rows.length, leftOut, at: now() });
    return 'done';
  } catch (error) {
    if (!isDomainError(error)) throw error;
    await store.fail(exportId, error.message, now());
    return { refusal: error };
  }
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
    for (const title of titles) {
      const made = availRows(title, query.endDates);
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

/** There is another export with this id. */
export class ExportTaken extends DomainError {
  readonly code = 'export-taken';

  constructor() {
    super('This form was already sent with different values. Reload the page and send it again.');
  }
}

export class TooManyChosen extends DomainError {
  readonly code = 'too-many-chosen';

  constructor(count: number) {
    super(
      `You selected ${count.toLocaleString('en-US')}; the maximum is ${MAX_CHOSEN.toLocaleString('en-US')}.`,
    );
  }
}

export class TooManyRows extends DomainError {
  readonly code = 'too-many-rows';

  constructor(count: number, precision: 'at least' | '') {
    const rows = `${precision} ${count.toLocaleString('en-US')} rows`.trim();
    super(
      `This would be ${rows}; a file has at most ${MAX_EXPORTED_ROWS.toLocaleString('en-US')}. Narrow it to a studio, a contract, a license, a title or a day.`,
    );
  }
}

export class NothingToExport extends DomainError {
  readonly code = 'nothing-to-export';

  constructor(leftOut: readonly LeftOut[]) {
    const [first] = leftOut;
    super(
      first === undefined
        ? 'There is nothing to export: no title has a matching offer.'
        : `There is nothing to export: the avails format cannot express these offers. ${first.title}: ${first.reason}`,
    );
  }
}
