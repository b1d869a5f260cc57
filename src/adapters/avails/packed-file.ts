import type { AvailEntry, CheckedFile } from '../../domain/avails/avail-entry';
import { RowCells } from '../../domain/avails/reading/row-cells';

/**
 * The compact form of a checked file for sending between processes. Sheets repeat their texts and columns, so each text and
 * each list of columns is sent once, and the rows as numbers: index of the sheet, row number, index of the columns, then the
 * index of the text of each cell.
 */
export interface PackedFile {
  readonly about: Omit<CheckedFile, 'rows'>;
  readonly texts: readonly string[];
  readonly columns: readonly (readonly string[])[];
  readonly rows: Int32Array;
  readonly entries: readonly (AvailEntry | null)[];
}

const NUMBERS_PER_ROW = 3;

export function packed({ rows, ...about }: CheckedFile): PackedFile {
  const [texts, columns] = [new Places(), new Places()];
  const lists: (readonly string[])[] = [];
  const numbers: number[] = [];
  let last: { keys: readonly string[]; place: number } = { keys: [], place: -1 };
  for (const { row } of rows) {
    const keys = Object.keys(row.cells);
    if (last.place < 0 || !areSame(keys, last.keys)) {
      const place = columns.of(keys.join('\n'));
      lists[place] ??= keys;
      last = { keys, place };
    }
    numbers.push(texts.of(row.sheet), row.row, last.place);
    for (const key of keys) numbers.push(texts.of(row.cells[key] ?? ''));
  }
  const entries = rows.map(({ entry }) => entry);
  return { about, texts: texts.all, columns: lists, rows: Int32Array.from(numbers), entries };
}

export function unpacked(file: PackedFile): CheckedFile {
  const { about, texts, columns, rows: numbers, entries } = file;
  const rowCells = new RowCells();
  const at = (position: number) => numbers[position] ?? 0;
  let position = 0;
  const rows = entries.map((entry) => {
    const [sheet, row] = [texts[at(position)] ?? '', at(position + 1)];
    const keys = columns[at(position + 2)] ?? [];
    const first = position + NUMBERS_PER_ROW;
    position = first + keys.length;
    const values = keys.map((_, place) => texts[at(first + place)] ?? '');
    return { row: { sheet, row, cells: rowCells.of(keys, values) }, entry };
  });
  return { ...about, rows };
}

/** Values, each once, in the order in which they were asked for. */
class Places {
  private readonly places = new Map<string, number>();

  of(value: string): number {
    const known = this.places.get(value);
    if (known !== undefined) return known;
    this.places.set(value, this.places.size);
    return this.places.size - 1;
  }

  get all(): readonly string[] {
    return [...this.places.keys()];
  }
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, place) => one === others[place]);
}
