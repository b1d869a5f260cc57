'use client';

import { Fragment, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { PriceColumn, ShownCell } from '../price-grid';
import type { KeyGroup } from '@/keys/page-keys';
import { useKeyGroup } from '@/keys/use-page-key';
import { classes } from '@/ui/classes';
import { withStyle } from '@/ui/with-style';
import type { Place } from './place';
import { ROW_HEIGHT } from './place';
import { columnName, isLastOfGroup, PriceGridRow } from './price-grid-row';
import { useDrawnRows } from './use-drawn-rows';
import { territoryName } from '../../../src/domain/values/territory';

const KEYS: KeyGroup = {
  name: 'Prices',
  keys: [
    { caps: ['←', '→', '↑', '↓'], does: 'From cell to cell' },
    { caps: ['Home', 'End'], does: 'First and last column' },
    { caps: ['F2'], does: 'Edit the cell; typing replaces it' },
    { caps: ['↵'], does: 'Keep what was typed, and go down' },
    { caps: ['Tab'], does: 'Keep what was typed, and go right' },
    { caps: ['Esc'], does: 'Leave the cell as it was' },
    { caps: ['Del'], does: 'Empty the cell' },
    { caps: ['Ctrl D'], does: 'Take the amount above' },
    { caps: ['F8'], does: 'Next missing amount' },
    { caps: ['Ctrl S'], does: 'Save' },
  ],
};

/** Tiers against columns, edited as in a spreadsheet (`KEYS`). One cell is in the order of Tab. */
export function PriceGridTable({
  tiers,
  columns,
  shown,
  waiting,
  marked,
  isReadOnly,
  onMark,
  onType,
  onPaste,
}: {
  tiers: readonly string[];
  columns: readonly PriceColumn[];
  shown: (tier: string, column: PriceColumn) => ShownCell;
  /** How many titles wait for the amount of a cell. */
  waiting: (tier: string, column: PriceColumn) => number;
  marked: Place;
  isReadOnly: boolean;
  onMark: (place: Place) => void;
  onType: (place: Place, text: string) => void;
  onPaste: (text: string) => void;
}) {
  useKeyGroup(KEYS);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const drawn = useDrawnRows(tiers.length, marked.row, scroller);
  const [editing, setEditing] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  /** Whether the field was left by a key, so that its blur says nothing any more. */
  const isLeft = useRef(false);
  useEffect(() => {
    if (marked.row + marked.column > 0)
      grid.current
        ?.querySelector('[aria-selected=true]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [marked.row, marked.column]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    grid.current?.querySelector<HTMLElement>('[data-marked]')?.focus();
  });

  const mark = (row: number, column: number) => {
    wantsFocus.current = true;
    onMark({
      row: Math.max(0, Math.min(row, tiers.length - 1)),
      column: Math.max(0, Math.min(column, columns.length - 1)),
    });
  };
  const textAt = ({ row, column }: Place) => {
    const [tier, place] = [tiers[row], columns[column]];
    return tier === undefined || place === undefined ? '' : shown(tier, place).text;
  };
  const edit = (text: string) => {
    isLeft.current = false;
    setEditing(text);
  };
  const leave = () => {
    isLeft.current = true;
    setEditing(null);
  };
  const keep = (text: string, rows: number, across: number) => {
    leave();
    onType(marked, text);
    mark(marked.row + rows, marked.column + across);
  };

  const onEditingKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, shiftKey } = event;
    const text = event.currentTarget.value;
    if (key === 'Enter') keep(text, shiftKey ? -1 : 1, 0);
    else if (key === 'Tab') keep(text, 0, shiftKey ? -1 : 1);
    else if (key === 'Escape') {
      leave();
      mark(marked.row, marked.column);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onCellKey = (event: KeyboardEvent<HTMLElement>) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const { row, column } = marked;
    const move = MOVES[key];
    if (altKey) return;
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'd' && !isReadOnly && row > 0)
      onType(marked, textAt({ row: row - 1, column }));
    else if (move !== undefined)
      mark(
        row + move[0] * (ctrlKey ? tiers.length : 1),
        column + move[1] * (ctrlKey ? columns.length : 1),
      );
    else if (key === 'Home') mark(ctrlKey ? 0 : row, 0);
    else if (key === 'End') mark(ctrlKey ? tiers.length : row, columns.length);
    else if (ctrlKey || metaKey || isReadOnly) return;
    else if (key === 'F2') edit(textAt(marked));
    else if (key === 'Delete' || key === 'Backspace') onType(marked, '');
    else if (key.length === 1) edit(key);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className="max-h-[max(24rem,calc(100dvh-var(--top-bar)-6rem))] scroll-ps-48 scroll-pt-18 overflow-auto max-sm:scroll-ps-28 print:max-h-none"
    >
      <table
        ref={grid}
        role="grid"
        aria-label="Prices"
        aria-rowcount={tiers.length + 2}
        aria-readonly={isReadOnly}
        className="border-separate border-spacing-0 text-table"
        onPaste={(event) => {
          if (editing !== null || isReadOnly) return;
          event.preventDefault();
          onPaste(event.clipboardData.getData('text/plain'));
        }}
        onCopy={(event) => {
          if (editing !== null) return;
          event.preventDefault();
          event.clipboardData.setData('text/plain', textAt(marked));
        }}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th
              scope="col"
              rowSpan={2}
              className="sticky start-0 top-0 z-30 min-w-32 border-b border-e border-line bg-panel px-4 text-start align-bottom font-normal text-ink-2 max-sm:min-w-28"
            >
              Tier
            </th>
            {groupsOf(columns).map(({ format, count }) => (
              <th
                key={format ?? ''}
                scope="colgroup"
                colSpan={count}
                className="sticky top-0 z-20 h-8 border-b border-e border-line bg-panel px-2 text-start font-heading text-ink"
              >
                {format ?? 'All formats'}
              </th>
            ))}
          </tr>
          <tr aria-rowindex={2}>
            {columns.map((column, index) => (
              <th
                key={columnName(column)}
                scope="col"
                className={classes(
                  'sticky top-8 z-20 h-8 min-w-20 border-b border-line px-2 text-end font-normal whitespace-nowrap text-ink-2',
                  isLastOfGroup(columns, index) && 'border-e',
                  index === marked.column ? 'bg-sunken' : 'bg-panel',
                )}
              >
                {column.currency}{' '}
                {column.territory === null ? (
                  <strong className="font-emphasis">all</strong>
                ) : (
                  <abbr
                    title={territoryName(column.territory)}
                    className="font-emphasis no-underline"
                  >
                    {column.territory}
                  </abbr>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row, place) => {
            const tier = tiers[row];
            const skipped = row - (drawn[place - 1] ?? -1) - 1;
            return tier === undefined ? null : (
              <Fragment key={tier}>
                <Skipped rows={skipped} />
                <PriceGridRow
                  {...{ tier, row, columns, shown, waiting, isReadOnly, editing, onMark }}
                  markedColumn={row === marked.row ? marked.column : null}
                  onEdit={edit}
                  onCellKey={onCellKey}
                  onEditingKey={onEditingKey}
                  onLeave={(column, text) => {
                    if (isLeft.current) return;
                    leave();
                    onType({ row, column }, text);
                  }}
                />
              </Fragment>
            );
          })}
          <Skipped rows={tiers.length - 1 - (drawn.at(-1) ?? -1)} />
        </tbody>
      </table>
    </div>
  );
}

/** Room for rows that are not drawn. */
function Skipped({ rows }: { rows: number }) {
  return rows <= 0 ? null : (
    <tr aria-hidden {...withStyle({ height: rows * ROW_HEIGHT })}>
      <td />
    </tr>
  );
}

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number] | undefined>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function groupsOf(columns: readonly PriceColumn[]) {
  const groups: { readonly format: string | null; count: number }[] = [];
  for (const { format } of columns) {
    const last = groups.at(-1);
    if (last?.format === format) last.count += 1;
    else groups.push({ format, count: 1 });
  }
  return groups;
}
