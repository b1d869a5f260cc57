import type { RawRow } from '../../domain/avails/reading/raw-sheet';

/** A row while its cells are collected. */
interface OpenRow {
  readonly number: number;
  columns: number[];
  texts: string[];
  readonly formulas: number[];
  isInOrder: boolean;
}

/** Puts the cells of a sheet together to rows, in whatever order they come. */
export class RowCollector {
  private readonly open = new Map<number, OpenRow>();
  private last: OpenRow | null = null;

  /** @param number the row, from 1; `column` from 0. No place is given twice. */
  add(number: number, column: number, text: string, isFormula: boolean): void {
    const row = this.last?.number === number ? this.last : this.rowOf(number);
    if (column <= (row.columns.at(-1) ?? -1)) row.isInOrder = false;
    row.columns.push(column);
    row.texts.push(text);
    if (isFormula) row.formulas.push(column);
    this.last = row;
  }

  private rowOf(number: number): OpenRow {
    const known = this.open.get(number);
    if (known !== undefined) return known;
    const row = { number, columns: [], texts: [], formulas: [], isInOrder: true };
    this.open.set(number, row);
    return row;
  }

  /** The rows from the top, each with its cells from the left. */
  rows(): RawRow[] {
    return [...this.open.values()].sort((a, b) => a.number - b.number).map(inOrder);
  }
}

function inOrder({ number, columns, texts, formulas, isInOrder }: OpenRow): RawRow {
  if (isInOrder) return { number, columns, texts, formulas };
  const cells = new Map(columns.map((column, place) => [column, texts[place] ?? '']));
  const sorted = [...cells.keys()].sort((a, b) => a - b);
  return {
    number,
    columns: sorted,
    texts: sorted.map((column) => cells.get(column) ?? ''),
    formulas: formulas.toSorted((a, b) => a - b),
  };
}
