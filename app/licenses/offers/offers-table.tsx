'use client';

import type { TimelineCell, TimelineModel } from '../../timeline/model';
import type { TitlesOfOffers } from './offer-row';
import { cells } from '../../timeline/model';
import { COLUMNS, OfferRow, ROW, opener } from './offer-row';
import { withStyle } from '@/ui/with-style';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';

const ROW_HEIGHT = 28;

/** Up to this many rows are simply there, for searching in the page and printing; more are drawn as they come into view. */
const WHOLE = 120;

/** The offers and free slots of the timeline as rows: the same, without dragging and without a mouse. */
export function OffersTable({
  model,
  selected,
  today,
  titles,
  onOpenOffer,
  onCreateInSlot,
}: {
  model: TimelineModel;
  /** First day of the offer that is open, since 1970-01-01. */
  selected: number | null;
  today: string;
  /** Left out at an earlier version, of which it is not known. */
  titles?: TitlesOfOffers | undefined;
  /** Left out where there is nothing to change: at an earlier version. */
  onOpenOffer?: ((index: number) => void) | undefined;
  onCreateInSlot?: ((slot: { start: number; end: number | null }) => void) | undefined;
}) {
  const rows = useMemo(() => cells(model), [model]);
  const columns = titles === undefined ? COLUMNS.plain : COLUMNS.withTitles;
  const row = (cell: TimelineCell, index: number) => (
    <OfferRow
      key={`${cell.kind} ${cell.start}`}
      cell={cell}
      position={index}
      previous={rows[index - 1]}
      model={model}
      today={today}
      titles={titles}
      isSelected={cell.kind === 'offer' && cell.start === selected}
      onOpen={opener(cell, onOpenOffer, onCreateInSlot)}
    />
  );
  return (
    <div
      className="overflow-x-auto border-b border-line"
      {...(onOpenOffer === undefined
        ? // Without buttons to go to, the keys scroll it.
          { role: 'region', 'aria-label': 'Offers, to scroll', tabIndex: 0 }
        : {})}
    >
      <div role="table" aria-label="Offers" aria-rowcount={rows.length + 1} className="text-table">
        <div
          role="row"
          aria-rowindex={1}
          className={`${ROW} ${columns} min-h-9 border-b border-line-strong text-ink-3`}
        >
          <span role="columnheader">State</span>
          <span role="columnheader">Offer</span>
          <span role="columnheader">First day</span>
          <span role="columnheader">Last day</span>
          <span role="columnheader" className="text-end">
            Days
          </span>
          <span role="columnheader" className="text-end">
            Price
          </span>
          <span role="columnheader" className="text-end">
            Change
          </span>
          <span role="columnheader">Devices</span>
          {titles !== undefined && (
            <span role="columnheader" className="text-end">
              Titles
            </span>
          )}
          <span role="columnheader" className="text-end">
            When
          </span>
        </div>
        {rows.length <= WHOLE ? rows.map(row) : <ManyRows rows={rows} row={row} />}
      </div>
    </div>
  );
}

/** Draws only the rows in view; the page scrolls, not the table. */
function ManyRows({
  rows,
  row,
}: {
  rows: readonly TimelineCell[];
  row: (cell: TimelineCell, index: number) => React.ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  useEffect(() => {
    setOffset(list.current?.offsetTop ?? 0);
  }, []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollMargin: offset,
  });
  return (
    <div
      ref={list}
      role="rowgroup"
      className="relative"
      {...withStyle({ height: virtual.getTotalSize() })}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const cell = rows[index];
        return cell === undefined ? null : (
          <div
            key={index}
            role="presentation"
            className="absolute inset-x-0 top-0"
            {...withStyle({ transform: `translateY(${start - offset}px)` })}
          >
            {row(cell, index)}
          </div>
        );
      })}
    </div>
  );
}
