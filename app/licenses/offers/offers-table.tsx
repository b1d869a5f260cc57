'use client';

import type { TimelineModel } from '../../timeline/model';
import type { TitlesOfOffers } from './offer-row';
import { ChevronRight } from 'lucide-react';
import { counted } from '../../timeline/model';
import { OfferRow, ROW, opener } from './offer-row';
import { columnsOf, foldable, isSelectedAmong, rowsOf, type ShownRow } from './table-layout';
import type { Choosing } from '../offers-bulk/use-chosen-offers';
import { NativeCheckbox } from '@/ui/fields/native-checkbox';
import { dayOfNumber } from '../../../src/domain/values/date-range';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';

// Few licenses have so many: the others do without what draws the rows in view.
const ManyRows = dynamic(() => import('./many-rows').then((module) => module.ManyRows));

/** Up to this many rows are simply there, for searching in the page and printing; more are drawn as they come into view. */
const WHOLE = 120;

/** The offers and free slots of the timeline as rows: the same, without dragging and without a mouse. */
export function OffersTable({
  model,
  selected,
  today,
  titles,
  choosing,
  onOpenOffer,
  onCreateInSlot,
}: {
  model: TimelineModel;
  /** First day of the offer that is open, since 1970-01-01. */
  selected: number | null;
  today: string;
  /** Left out at an earlier version, of which it is not known. */
  titles?: TitlesOfOffers | undefined;
  /** Which offers are selected, to change several at once; left out for who may not. */
  choosing?: Choosing | undefined;
  /** Left out where there is nothing to change: at an earlier version. */
  onOpenOffer?: ((index: number) => void) | undefined;
  onCreateInSlot?: ((slot: { start: number; end: number | null }) => void) | undefined;
}) {
  const all = useMemo(() => rowsOf(model), [model]);
  const [isUnfolded, setIsUnfolded] = useState(false);
  const over = foldable(all, model.today);
  const isFolded =
    onOpenOffer !== undefined && !isUnfolded && over > 0 && !isSelectedAmong(all, over, selected);
  const rows = isFolded ? all.slice(over) : all;
  const columns = columnsOf(model, titles !== undefined, choosing !== undefined);
  const row = ({ cell, had }: ShownRow, index: number) => (
    <OfferRow
      key={`${cell.kind} ${cell.start}`}
      cell={cell}
      had={had}
      position={index}
      columns={columns}
      model={model}
      today={today}
      titles={titles}
      choosing={choosing}
      isSelected={cell.kind === 'offer' && cell.start === selected}
      onOpen={opener(cell, onOpenOffer, onCreateInSlot)}
    />
  );
  return (
    <div className="@container">
      <div
        // While it fits, the page scrolls and not the table, so that its head stays in view.
        className="overflow-x-auto border-b border-line @min-[67rem]:overflow-x-clip"
        {...(onOpenOffer === undefined
          ? // Without buttons to go to, the keys scroll it.
            { role: 'region', 'aria-label': 'Offers, to scroll', tabIndex: 0 }
          : {})}
      >
        <div
          role="table"
          aria-label="Offers"
          aria-rowcount={rows.length + 1}
          className="text-table"
        >
          <div
            role="row"
            aria-rowindex={1}
            className={`${ROW} ${columns.grid} sticky top-0 z-10 min-h-9 border-b border-line-strong @min-[67rem]:top-(--top-bar) bg-panel text-ink-3`}
          >
            {columns.has('choice') && choosing !== undefined && (
              <ChooseAll choosing={choosing} rows={rows} />
            )}
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
            {columns.has('change') && (
              <span role="columnheader" className="text-end">
                Change
              </span>
            )}
            {columns.has('devices') && <span role="columnheader">Devices</span>}
            {columns.has('titles') && (
              <span role="columnheader" className="text-end">
                Titles
              </span>
            )}
            {columns.has('when') && (
              <span role="columnheader" className="text-end">
                When
              </span>
            )}
            {columns.has('effect') && (
              <span role="columnheader" className="text-end">
                What this does
              </span>
            )}
          </div>
          {onOpenOffer !== undefined && over > 0 && (
            <EndedRow
              count={over}
              rows={all}
              isFolded={isFolded}
              onToggle={() => {
                setIsUnfolded(isFolded);
              }}
            />
          )}
          {rows.length <= WHOLE ? rows.map(row) : <ManyRows rows={rows} row={row} />}
        </div>
      </div>
    </div>
  );
}

/** Selects all offers of the table, or none. */
function ChooseAll({
  choosing: { chosen, onChoose },
  rows,
}: {
  choosing: Choosing;
  rows: readonly ShownRow[];
}) {
  const firstDays = rows.flatMap(({ cell }) =>
    cell.kind === 'offer' ? [dayOfNumber(cell.start)] : [],
  );
  const count = firstDays.filter((firstDay) => chosen.has(firstDay)).length;
  return (
    <span role="columnheader" className="flex justify-center">
      <NativeCheckbox
        aria-label="Select all offers"
        disabled={firstDays.length === 0}
        checked={count > 0 && count === firstDays.length}
        ref={(box) => {
          if (box !== null) box.indeterminate = count > 0 && count < firstDays.length;
        }}
        onChange={({ target }) => {
          onChoose(firstDays, target.checked);
        }}
      />
    </span>
  );
}

/** The row that stands for offers and free days that are over. */
function EndedRow({
  count,
  rows,
  isFolded,
  onToggle,
}: {
  count: number;
  rows: readonly ShownRow[];
  isFolded: boolean;
  onToggle: () => void;
}) {
  const offers = rows.slice(0, count).filter(({ cell }) => cell.kind === 'offer').length;
  return (
    <div role="row" className="border-b border-line">
      <span role="cell" className="flex">
        <button
          type="button"
          aria-expanded={!isFolded}
          onClick={onToggle}
          className="flex min-h-7 w-full items-center gap-1.5 px-4 text-start text-ink-2 hover:bg-ink/5"
        >
          <ChevronRight aria-hidden className={`size-3.5 ${isFolded ? '' : 'rotate-90'}`} />
          {counted(offers, 'ended offer')}
        </button>
      </span>
    </div>
  );
}
