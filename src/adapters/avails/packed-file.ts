import type { AvailEntry, CheckedFile } from '../../domain/avails/avail-entry';
import { RowCells } from '../../domain/avails/reading/row-cells';

/**
 * The compact form of a checked file for sending between processes. Sheets repeat their texts, so each text is sent once,
 * and the rows as numbers: index of the sheet, row number, number of cells, then the indexes of key and text of each cell.
 */
export interface PackedFile {
  readonly about: Omit<CheckedFile, 'rows'>;
  readonly texts: readonly string[];
  readonly rows: Int32Array;
  readonly entries: readonly (AvailEntry | null)[];
}

const NUMBERS_PER_ROW = 3;
const NUMBERS_PER_CELL = 2;

export function packed({ rows, ...about }: CheckedFile): PackedFile {
  const places = new Map<string, number>();
  const place = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  const numbers: number[] = [];
  for (const { row } of rows) {
    const keys = Object.keys(row.cells);
    numbers.push(place(row.sheet), row.row, keys.length);
    for (const key of keys) numbers.push(place(key), place(row.cells[key] ?? ''));
  }
  const entries = rows.map(({ entry }) => entry);
  return { about, texts: [...places.keys()], rows: Int32Array.from(numbers), entries };
}

export function unpacked({ about, texts, rows: numbers, entries }: PackedFile): CheckedFile {
  const rowCells = new RowCells();
  const at = (position: number) => numbers[position] ?? 0;
  let position = 0;
  const rows = entries.map((entry) => {
    const [sheet, row, count] = [texts[at(position)] ?? '', at(position + 1), at(position + 2)];
    const [keys, values]: [string[], string[]] = [[], []];
    position += NUMBERS_PER_ROW;
    for (const end = position + count * NUMBERS_PER_CELL; position < end;) {
      keys.push(texts[at(position)] ?? '');
      values.push(texts[at(position + 1)] ?? '');
      position += NUMBERS_PER_CELL;
    }
    return { row: { sheet, row, cells: rowCells.of(keys, values) }, entry };
  });
  return { ...about, rows };
}
