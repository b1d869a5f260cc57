import type { ColumnKey } from '../vocabulary/columns';
import type { Unread } from '../reading/sheet-rows';
import type { Problem, SheetRow } from '../sheet-row';

/** The problems found in one row. Errors exclude the row, warnings do not. */
export class RowFindings {
  private readonly found: Problem[] = [];

  /** @param unread the cells of the row that cannot be read; the sheet's own problems cover them */
  constructor(
    readonly row: SheetRow,
    private readonly unread: Unread | null = null,
  ) {}

  get problems(): readonly Problem[] {
    return this.found;
  }

  get isStopped(): boolean {
    return this.unread !== null || this.found.some(({ severity }) => severity === 'error');
  }

  /** The trimmed text of a cell; empty for a blank cell and for one that cannot be read. */
  text(column: ColumnKey): string {
    const text = this.row.cells[column];
    return text === undefined || this.isUnread(column) ? '' : trimmed(text);
  }

  /** @param column the cell, or `null` for the whole row */
  error(code: string, column: ColumnKey | null, message: string, remedy: string, value?: string) {
    this.add('error', code, column, message, remedy, value);
  }

  /** @param column the cell, or `null` for the whole row */
  warn(code: string, column: ColumnKey | null, message: string, remedy: string, value?: string) {
    this.add('warning', code, column, message, remedy, value);
  }

  /**
   * Reports a cell without a valid value: an error, because the term cannot be applied, but only a warning in the group
   * AvailMetadata, which describes a title and grants nothing.
   */
  invalid(code: string, column: ColumnKey, message: string, remedy: string) {
    this.add(isDescription(column) ? 'warning' : 'error', code, column, message, remedy);
  }

  private isUnread(column: ColumnKey | null): boolean {
    if (this.unread === null) return false;
    return this.unread === 'row' || (column !== null && this.unread.has(column));
  }

  private add(
    severity: Problem['severity'],
    code: string,
    column: ColumnKey | null,
    message: string,
    remedy: string,
    value = column === null ? '' : this.text(column),
  ): void {
    if (this.isUnread(column)) return;
    const { sheet, row } = this.row;
    this.found.push({ code, severity, sheet, row, column, value, message, remedy });
  }
}

/** A text without white space around it. Trimming takes time even where there is none, and this is done millions of times. */
function trimmed(text: string): string {
  const isVisible = (code: number) => code > SPACE && code < DELETE;
  return isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1))
    ? text
    : text.trim();
}

/** The characters around those that are visible in ASCII. */
const [SPACE, DELETE] = [0x20, 0x7f];

function isDescription(column: ColumnKey): boolean {
  return column.startsWith('AvailMetadata/');
}

/** The name of a column without its group. */
export function columnName(column: ColumnKey): string {
  return column.slice(column.indexOf('/') + 1);
}
