'use client';

import { useCallback, useMemo, useState } from 'react';
import type { Addition } from './add-dialog';
import type { Added, GridView, PriceColumn, ShownCell } from './price-grid';
import type { PriceCellData } from '../../src/domain/price-table/price-cell';
import type { Place } from './grid/place';
import type { PriceEditing } from './use-price-editing';
import { isSameName } from '../../src/domain/names/folding';
import { useWideScreen } from '../licenses/use-wide-screen';
import { distinctViews, viewKey } from './grid-parts';
import { columnsOf, currentDay, daysOf, shownCell, tiersOf, viewsOf } from './price-grid';

/** Stands for all groups of columns. */
export const EVERY_FORMAT = 'every';

const USUAL: GridView = { rightsType: 'EST', kind: 'SRP' };

/** What of a price table is on the screen. */
export interface PriceGrid {
  readonly views: readonly GridView[];
  readonly view: GridView;
  readonly showView: (key: string) => void;
  readonly days: readonly string[];
  /** The day whose state is shown and edited. */
  readonly day: string;
  readonly showDay: (day: string) => void;
  /** The groups of columns that there are. */
  readonly formats: readonly string[];
  readonly format: string;
  readonly showFormat: (format: string) => void;
  readonly tiers: readonly string[];
  readonly columns: readonly PriceColumn[];
  readonly shown: (tier: string, column: PriceColumn) => ShownCell;
  /** The cells without an amount, row by row. */
  readonly missing: readonly Place[];
  readonly add: (addition: Addition) => void;
  /** Whether a cell has a row and a column in its view. */
  readonly has: (cell: PriceCellData) => boolean;
  /** Shows the view of a cell, with a row and a column for it. */
  readonly reveal: (cell: PriceCellData) => void;
}

/** Chooses what of a table is shown; what people add is shown before a price names it. */
export function usePriceGrid(
  { prices, stored, typed, problems }: PriceEditing,
  today: string,
  initial: PriceCellData | null,
): PriceGrid {
  const isWide = useWideScreen();
  const first = initial === null ? null : { rightsType: initial.rightsType, kind: initial.kind };
  const [added, setAdded] = useState<Added>({
    tiers: initial === null ? [] : [initial.tier],
    columns: initial === null ? [] : [initial],
  });
  const [addedViews, setAddedViews] = useState<readonly GridView[]>([]);
  const [addedDay, setAddedDay] = useState<string | null>(null);
  const [chosenView, setView] = useState<GridView | null>(first);
  const [chosenDay, setDay] = useState<string | null>(null);
  const [chosenFormat, setFormat] = useState<string | null>(null);

  const known = useMemo(() => viewsOf(prices), [prices]);
  const all = distinctViews([
    ...known,
    ...addedViews,
    ...(first === null ? [] : [first]),
    ...(chosenView === null ? [] : [chosenView]),
  ]);
  const views = all.length === 0 ? [USUAL] : all;
  const { rightsType, kind } = chosenView ?? views[0] ?? USUAL;
  const view = useMemo(() => ({ rightsType, kind }), [rightsType, kind]);
  const days = daysOf(stored, typed, addedDay);
  const day = chosenDay !== null && days.includes(chosenDay) ? chosenDay : currentDay(days, today);
  const tiers = useMemo(() => tiersOf(prices, typed, added, view), [prices, typed, added, view]);
  const every = useMemo(() => columnsOf(prices, typed, added, view), [prices, typed, added, view]);
  const formats = [...new Set(every.map(groupOf))];
  // A phone shows one format at a time.
  const narrow = initial === null ? formats[0] : groupOf(initial);
  const usual = isWide === false ? (narrow ?? EVERY_FORMAT) : EVERY_FORMAT;
  const format = chosenFormat ?? usual;
  const columns = useMemo(
    () => every.filter((column) => format === EVERY_FORMAT || groupOf(column) === format),
    [every, format],
  );
  const hasFormats = every.some((column) => column.format !== null);
  const shown = useCallback(
    (tier: string, column: PriceColumn) =>
      shownCell({ ...column, tier }, day, { prices, typed, problems, hasFormats }),
    [day, prices, typed, problems, hasFormats],
  );
  // Thousands of cells: not again for each move of the mark.
  const missing = useMemo(
    () =>
      tiers.flatMap((tier, row) =>
        columns.flatMap((column, index) =>
          shown(tier, column).look === 'missing' ? [{ row, column: index }] : [],
        ),
      ),
    [tiers, columns, shown],
  );
  const add = (addition: Addition) => {
    switch (addition.kind) {
      case 'tier':
        setAdded({ ...added, tiers: [...added.tiers, addition.tier] });
        return;
      case 'column':
        setAdded({ ...added, columns: [...added.columns, addition.column] });
        return;
      case 'view':
        setAddedViews([...addedViews, addition.view]);
        setView(addition.view);
        return;
      case 'day':
        setAddedDay(addition.day);
        setDay(addition.day);
    }
  };
  const has = (cell: PriceCellData) =>
    tiersOf(prices, typed, added, cell).some((tier) => isSameName(tier, cell.tier)) &&
    columnsOf(prices, typed, added, cell).some((column) => isColumnOf(cell, column));
  const reveal = ({ tier, ...column }: PriceCellData) => {
    setAdded({ tiers: [...added.tiers, tier], columns: [...added.columns, column] });
    setView({ rightsType: column.rightsType, kind: column.kind });
    if (format !== EVERY_FORMAT) setFormat(groupOf(column));
  };
  return {
    ...{ has, reveal },
    ...{ views, view, days, day, formats, format, tiers, columns, shown, missing, add },
    showView: (key) => {
      setView(views.find((one) => viewKey(one) === key) ?? null);
    },
    showDay: setDay,
    showFormat: setFormat,
  };
}

/** Where a cell is in the grid; the first one for none. */
export function placeOf(cell: PriceCellData | null, { tiers, columns }: PriceGrid): Place {
  if (cell === null) return { row: 0, column: 0 };
  return {
    row: Math.max(
      0,
      tiers.findIndex((tier) => isSameName(tier, cell.tier)),
    ),
    column: Math.max(
      0,
      columns.findIndex((column) => isColumnOf(cell, column)),
    ),
  };
}

function isColumnOf(cell: PriceCellData, { format, territory, currency }: PriceColumn): boolean {
  return format === cell.format && territory === cell.territory && currency === cell.currency;
}

function groupOf({ format }: PriceColumn): string {
  return format ?? 'All formats';
}
