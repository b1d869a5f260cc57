import type { ColumnKey } from '../columns';
import type { Problem, SheetRow } from '../sheet-row';

/** What is found about one row. Errors stop it, warnings do not. */
export class RowFindings {
  private readonly found: Problem[] = [];

  constructor(readonly row: SheetRow) {}

  get problems(): readonly Problem[] {
    return this.found;
  }

  get isStopped(): boolean {
    return this.found.some(({ severity }) => severity === 'error');
  }

  /** What a cell says, without blanks around it; empty for a blank cell. */
  text(column: ColumnKey): string {
    return this.row.cells[column]?.trim() ?? '';
  }

  /** @param column the cell it is about, `null` for the whole row */
  error(code: string, column: ColumnKey | null, message: string, remedy: string, value?: string) {
    this.add('error', code, column, message, remedy, value);
  }

  /** @param column the cell it is about, `null` for the whole row */
  warn(code: string, column: ColumnKey | null, message: string, remedy: string, value?: string) {
    this.add('warning', code, column, message, remedy, value);
  }

  private add(
    severity: Problem['severity'],
    code: string,
    column: ColumnKey | null,
    message: string,
    remedy: string,
    value = column === null ? '' : this.text(column),
  ): void {
    const { sheet, row } = this.row;
    this.found.push({ code, severity, sheet, row, column, value, message, remedy });
  }
}

/** The name of a column without its group, as people call it. */
export function columnName(column: ColumnKey): string {
  return column.slice(column.indexOf('/') + 1);
}
