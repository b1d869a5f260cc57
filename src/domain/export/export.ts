import type { LeftOut } from '../avails/avail-rows';
import type { ExportFormat, ExportQuery, RejectedQuery } from './export-query';
import { DomainError } from '../errors';

/** As many rows as one file has. */
export const MAX_EXPORTED_ROWS = 50_000;
/** As many things that were left out as are told one by one. */
export const MAX_LEFT_OUT = 100;
/** How long a file is kept, in days. */
export const DAYS_KEPT = 30;

/**
 * Where an export stands. `waiting` leads to `running`, and that to `done` or `failed`; until then it can be `cancelled`. One
 * that failed, or whose file is no longer kept, is `waiting` again when it is ordered again.
 */
export type ExportState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** What is ordered. */
export interface ExportOrder {
  /** UUID. */
  readonly id: string;
  readonly query: ExportQuery | RejectedQuery;
  readonly format: ExportFormat;
  /** What is exported, as people read it. */
  readonly words: string;
  readonly madeBy: string;
  /** ISO 8601 in UTC, as every instant here. */
  readonly madeAt: string;
}

/** An export as it is stored, without its file. */
export interface ExportData extends ExportOrder {
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
  readonly finishedAt: string | null;
}

/** A file of offers that somebody ordered, and a job makes. Each verb answers whether it changed anything. */
export class Export {
  private constructor(private current: ExportData) {}

  static order(order: ExportOrder): Export {
    return new Export({
      ...order,
      ...{ state: 'waiting', rows: 0, failure: null, leftOut: [], leftOutCount: 0 },
      ...{ hasFile: false, finishedAt: null },
    });
  }

  /** For repositories only: an export as it was stored. */
  static reconstitute(data: ExportData): Export {
    return new Export(data);
  }

  get data(): ExportData {
    return this.current;
  }

  /**
   * Orders the same once more: one that failed, or whose file is no longer kept, is made again.
   *
   * @returns whether it is to be made again
   * @throws ExportTaken when the order is another
   */
  orderAgain({ data: order }: Export): boolean {
    const { query, format, madeBy, state, hasFile } = this.current;
    const isSame =
      isSameQuery(query, order.query) && format === order.format && madeBy === order.madeBy;
    if (!isSame) throw new ExportTaken();
    if (state !== 'failed' && (state !== 'done' || hasFile)) return false;
    return this.become({ state: 'waiting', failure: null, finishedAt: null });
  }

  /** Stops it, unless it is over. */
  cancel(at: string): boolean {
    return this.isUnderWay && this.become({ state: 'cancelled', finishedAt: at });
  }

  /** Takes it in hand, or again from the beginning after a process died over it. */
  begin(): boolean {
    return this.isUnderWay && this.become({ state: 'running', rows: 0 });
  }

  /** Notes how many rows are gathered. Changes nothing when it is no longer wanted. */
  progress(rows: number): boolean {
    return this.isRunning && this.become({ rows });
  }

  finish(rows: number, leftOut: readonly LeftOut[], at: string): boolean {
    return (
      this.isRunning &&
      this.become({
        ...{ state: 'done', rows, hasFile: true, finishedAt: at },
        ...{ leftOut: leftOut.slice(0, MAX_LEFT_OUT), leftOutCount: leftOut.length },
      })
    );
  }

  /** @param failure a sentence */
  fail(failure: string, at: string): boolean {
    return this.isRunning && this.become({ state: 'failed', failure, finishedAt: at });
  }

  /** Ends it after an unexpected error. */
  abandon(at: string): boolean {
    return this.fail('The export failed. Start it again.', at);
  }

  private get isUnderWay(): boolean {
    return this.current.state === 'waiting' || this.isRunning;
  }

  private get isRunning(): boolean {
    return this.current.state === 'running';
  }

  private become(changes: Partial<ExportData>): true {
    this.current = { ...this.current, ...changes };
    return true;
  }
}

/** Whether two queries ask for the same, in whatever order their parts were stored. */
function isSameQuery(a: object, b: object): boolean {
  const [first, second] = [a, b].map((query) => JSON.stringify(Object.entries(query).sort()));
  return first === second;
}

/** The instant before which a file was finished that is no longer kept. */
export function keptSince(at: string): string {
  return new Date(Date.parse(at) - DAYS_KEPT * 86_400_000).toISOString();
}

/** Another export has this id. */
export class ExportTaken extends DomainError {
  readonly code = 'export-taken';

  constructor() {
    super('This form was already sent with different values. Reload the page and send it again.');
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
