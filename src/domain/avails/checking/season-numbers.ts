import type { ColumnKey } from '../vocabulary/columns';
import type { SheetRow } from '../sheet-row';

const NUMBER: ColumnKey = 'AvailMetadata/SeasonNumber';

/** What names the season of a row, besides its number. */
const NAMES: readonly ColumnKey[] = ['AvailAsset/SeasonContentID', 'AvailAsset/VolumeContentID'];

/** The numbers of the seasons in a file, for rows that only name the content id of their season or volume. */
export class SeasonNumbers {
  private readonly byName = new Map<string, Set<string>>();

  constructor(rows: readonly SheetRow[]) {
    for (const row of rows) {
      const number = cellOf(row, NUMBER);
      if (number === '') continue;
      for (const name of namesOf(row))
        this.byName.set(name, (this.byName.get(name) ?? new Set()).add(number));
    }
  }

  /** What the other rows of a row's season agree on; empty when they do not, or when there are none. */
  of(row: SheetRow): string {
    for (const name of namesOf(row)) {
      const [number, ...others] = this.byName.get(name) ?? [];
      if (number !== undefined && others.length === 0) return number;
    }
    return '';
  }
}

function namesOf(row: SheetRow): readonly string[] {
  return NAMES.flatMap((column) => {
    const text = cellOf(row, column);
    return text === '' ? [] : [`${column}\n${text}`];
  });
}

function cellOf(row: SheetRow, column: ColumnKey): string {
  return row.cells[column]?.trim() ?? '';
}
