'use client';

import type { KeyboardEvent } from 'react';
import type { PriceColumn, ShownCell } from '../price-grid';
import type { Place } from './place';
import { classes } from '@/ui/classes';
import { territoryName } from '../../../src/domain/values/territory';
import { CellFace } from './cell-face';

/** The cells of a tier. */
export function PriceGridRow({
  tier,
  row,
  columns,
  shown,
  waiting,
  isReadOnly,
  markedColumn,
  editing,
  onMark,
  onEdit,
  onCellKey,
  onEditingKey,
  onLeave,
}: {
  tier: string;
  /** Its place, from 0. */
  row: number;
  columns: readonly PriceColumn[];
  shown: (tier: string, column: PriceColumn) => ShownCell;
  waiting: (tier: string, column: PriceColumn) => number;
  isReadOnly: boolean;
  /** Of the marked cell, where it is in this row. */
  markedColumn: number | null;
  /** What the field of the marked cell begins with, while it is edited. */
  editing: string | null;
  onMark: (place: Place) => void;
  onEdit: (text: string) => void;
  onCellKey: (event: KeyboardEvent<HTMLElement>) => void;
  onEditingKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The field lost the focus, with what it has. */
  onLeave: (column: number, text: string) => void;
}) {
  return (
    // Two rows of heads are before it.
    <tr aria-rowindex={row + 3}>
      <th
        scope="row"
        className={classes(
          'sticky start-0 z-10 max-w-48 truncate border-b border-e border-line px-4 text-start font-emphasis text-ink',
          markedColumn === null ? 'bg-panel' : 'bg-sunken',
        )}
      >
        {tier}
      </th>
      {columns.map((column, index) => {
        const isMarked = index === markedColumn;
        const cell = shown(tier, column);
        return (
          <td
            key={columnName(column)}
            tabIndex={isMarked && editing === null ? 0 : -1}
            data-marked={isMarked && editing === null ? true : undefined}
            aria-selected={isMarked}
            aria-invalid={cell.problem === null ? undefined : true}
            title={cell.problem ?? undefined}
            className={classes(
              'relative h-9 border-b border-line text-end tabular-nums outline-offset-[-2px]',
              isLastOfGroup(columns, index) && 'border-e',
              cell.look === 'invalid' && 'bg-clay-tint text-clay-ink',
              cell.look === 'missing' && 'text-straw-ink',
              cell.isChanged && 'font-emphasis shadow-[inset_0_-2px_0_var(--ink)]',
            )}
            onFocus={() => {
              if (!isMarked) onMark({ row, column: index });
            }}
            onDoubleClick={() => {
              if (!isReadOnly) onEdit(cell.text);
            }}
            onKeyDown={editing === null ? onCellKey : undefined}
          >
            <span className={isMarked && editing !== null ? 'invisible' : undefined}>
              <CellFace cell={cell} waiting={cell.look === 'missing' ? waiting(tier, column) : 0} />
            </span>
            {isMarked && editing !== null && (
              <input
                // The cell is edited where it is: the focus goes on with the typing.
                ref={focusAtEnd}
                aria-label={`${tier}, ${columnName(column)}`}
                defaultValue={editing}
                inputMode="decimal"
                autoComplete="off"
                className="absolute inset-0 size-full bg-panel px-2 text-end text-ink outline-2 outline-offset-[-2px] outline-ink"
                onKeyDown={onEditingKey}
                onBlur={(event) => {
                  onLeave(index, event.currentTarget.value);
                }}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}

function focusAtEnd(input: HTMLInputElement | null): void {
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}

/** A column in words: `UHD, CAD, Canada`. */
export function columnName({ format, currency, territory }: PriceColumn): string {
  const place = territory === null ? 'all territories' : territoryName(territory);
  return `${format ?? 'all formats'}, ${currency}, ${place}`;
}

export function isLastOfGroup(columns: readonly PriceColumn[], index: number): boolean {
  return columns[index]?.format !== columns[index + 1]?.format;
}
