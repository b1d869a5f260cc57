import type { TimelineCell, TimelineModel } from '../../timeline/model';
import { cells, stays } from '../../timeline/model';

/** A row of the table of offers. */
export interface ShownRow {
  readonly cell: TimelineCell;
  /** Its end where nothing is previewed; `null` is open. */
  readonly had: number | null;
}

/** The cells of a timeline as rows: what a previewed end parts in two is one row, so that nothing moves. */
export function rowsOf(model: TimelineModel): readonly ShownRow[] {
  const all = cells(model);
  return all.flatMap((cell, index) => {
    if (isRest(all[index - 1], cell)) return [];
    const next = all[index + 1];
    return [{ cell, had: next !== undefined && isRest(cell, next) ? next.end : cell.end }];
  });
}

/** Fewer rows than these are not worth folding. */
const FEW = 4;

/** How many rows at the beginning can be folded away because they are over; 0 where they are few. */
export function foldable(rows: readonly ShownRow[], today: number): number {
  const first = rows.findIndex(({ cell, had }) => had === null || had > today || !stays(cell));
  const over = first < 0 ? rows.length : first;
  return over < FEW || over === rows.length ? 0 : over;
}

/** Whether the offer that is open is among the first rows. */
export function isSelectedAmong(
  rows: readonly ShownRow[],
  count: number,
  selected: number | null,
): boolean {
  return rows.slice(0, count).some(({ cell }) => cell.start === selected);
}

/** Whether a cell is what a previewed end takes away of the one before. */
function isRest(before: TimelineCell | undefined, cell: TimelineCell): boolean {
  if (before === undefined || !stays(before) || stays(cell)) return false;
  return cell.kind === 'offer'
    ? before.kind === 'offer' && before.index === cell.index
    : before.kind === 'slot' && before.end === cell.start;
}

/** The columns that are not always there. */
type Column = 'choice' | 'change' | 'devices' | 'titles' | 'when' | 'effect';

/** The columns of the table of offers. */
export interface Columns {
  /** Classes of the grid of each row. */
  readonly grid: string;
  readonly has: (column: Column) => boolean;
}

function columns(grid: string, optional: readonly Column[]): Columns {
  return { grid, has: (column) => optional.includes(column) };
}

const PLAIN = columns(
  'min-w-250 grid-cols-[6rem_minmax(9rem,1fr)_6.5rem_6.5rem_3.5rem_minmax(6.5rem,11rem)_4.5rem_5rem_7rem]',
  ['change', 'devices', 'when'],
);
const WITH_TITLES = columns(
  'min-w-268 grid-cols-[6rem_minmax(9rem,1fr)_6.5rem_6.5rem_3.5rem_minmax(6.5rem,11rem)_4.5rem_5rem_3.5rem_7rem]',
  ['change', 'devices', 'titles', 'when'],
);
const CHOOSABLE = columns(
  'min-w-275 grid-cols-[1.25rem_6rem_minmax(9rem,1fr)_6.5rem_6.5rem_3.5rem_minmax(6.5rem,11rem)_4.5rem_5rem_3.5rem_7rem]',
  ['choice', 'change', 'devices', 'titles', 'when'],
);
const PREVIEWED = columns(
  'min-w-244 grid-cols-[6rem_minmax(9rem,1fr)_6.5rem_11.5rem_3.5rem_minmax(6.5rem,11rem)_3.5rem_7rem]',
  ['titles', 'effect'],
);
const VOID = columns(
  'min-w-204 grid-cols-[6rem_minmax(9rem,1fr)_6.5rem_6.5rem_3.5rem_minmax(6.5rem,11rem)_5.5rem]',
  ['devices'],
);

/** The columns that fit what is shown; those of a preview fit beside its sheet. */
export function columnsOf(
  { closing }: TimelineModel,
  hasTitles: boolean,
  hasChoice: boolean,
): Columns {
  if (closing?.kind === 'void') return VOID;
  if (closing?.kind === 'previewed') return PREVIEWED;
  if (hasTitles && hasChoice) return CHOOSABLE;
  return hasTitles ? WITH_TITLES : PLAIN;
}
