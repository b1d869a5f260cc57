'use client';

import { Link } from '@/ui/link';
import type { MoneyData } from '../../../src/domain/values/money';
import type { TimelineCell, TimelineModel, TimelineOffer } from '../../timeline/model';
import type { Columns } from './table-layout';
import {
  dayOfNumber,
  formatDay,
  formatLength,
  isoDate,
} from '../../../src/domain/values/date-range';
import { OfferPrice } from '../../timeline/offer-price';
import { formatMoney } from '../../../src/domain/values/money';
import { pricePeriods } from '../../timeline/shown-prices';
import { STATE_NAMES, stays } from '../../timeline/model';
import { inDays } from '../../words/relative-days';
import { titleCount } from '../titles/title-count';
import { titlesAddress } from '../titles/titles-address';
import type { Choosing } from '../offers-bulk/use-chosen-offers';
import { NativeCheckbox } from '@/ui/fields/native-checkbox';
import { afterClick } from '@/forms/after-click';
import { ForEditors } from '@/ui/role';
import { StateMark } from '@/ui/state-mark';

export const ROW = 'grid w-full items-center gap-x-3 px-4 text-start';

/** How many titles have each offer of a license, by its first day. */
export interface TitlesOfOffers {
  readonly licenseId: string;
  readonly byOffer: Readonly<Record<string, number>>;
}

/** What pressing a row does, if anything. */
export function opener(
  cell: TimelineCell,
  onOpenOffer: ((index: number) => void) | undefined,
  onCreateInSlot: ((slot: { start: number; end: number | null }) => void) | undefined,
): (() => void) | undefined {
  if (cell.kind === 'offer')
    return (
      onOpenOffer &&
      (() => {
        onOpenOffer(cell.index);
      })
    );
  return (
    onCreateInSlot &&
    (() => {
      onCreateInSlot(cell);
    })
  );
}

export function OfferRow({
  cell,
  had,
  position,
  columns,
  model,
  today,
  titles,
  choosing,
  isSelected,
  onOpen,
}: {
  cell: TimelineCell;
  /** Its end where nothing is previewed; `null` is open. */
  had: number | null;
  position: number;
  columns: Columns;
  model: TimelineModel;
  today: string;
  titles: TitlesOfOffers | undefined;
  choosing: Choosing | undefined;
  isSelected: boolean;
  onOpen: (() => void) | undefined;
}) {
  const first = dayOfNumber(cell.start);
  const isKept = stays(cell);
  const isTaken = !isKept && model.closing?.kind === 'previewed';
  const days = cell.end === null ? '–' : (cell.end - cell.start).toLocaleString('en-US');
  const isPast = !isKept || (cell.kind === 'slot' ? cell.past : cell.state === 'ended');
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      {...(isSelected ? { 'aria-current': true } : {})}
      className={`${ROW} ${columns.grid} relative min-h-7 border-t border-line first:border-t-0 hover:bg-ink/5 ${isSelected ? 'bg-ink/6 shadow-[inset_3px_0_0_var(--ink)]' : ''}`}
    >
      {columns.has('choice') && (
        <span role="cell" className="flex justify-center">
          {cell.kind === 'offer' && choosing !== undefined && (
            <ChooseOffer name={cell.offer.name} firstDay={first} choosing={choosing} />
          )}
        </span>
      )}
      <span role="cell" className="flex">
        <CellState cell={cell} />
      </span>
      <span role="rowheader" className="min-w-0 truncate">
        {cell.kind === 'slot' ? (
          <span className="text-ink-3">No offer</span>
        ) : onOpen === undefined ? (
          <span className={isKept ? '' : 'text-ink-2'}>{cell.offer.name}</span>
        ) : (
          <button
            type="button"
            onClick={(event) => afterClick(event, onOpen)}
            className={`max-w-full truncate text-start after:absolute after:inset-0 ${isPast ? 'text-ink-2' : 'font-emphasis text-ink'}`}
          >
            {cell.offer.name}
          </button>
        )}
      </span>
      <span role="cell" className="text-ink-2">
        <DayWords words={formatDay(first)} isGone={isTaken} />
      </span>
      <span role="cell" className="text-ink-2">
        <DayWords words={lastDayWords(cell.end)} isGone={isTaken} />
        {had !== cell.end && (
          <>
            {' '}
            <DayWords words={lastDayWords(had)} isGone />
          </>
        )}
      </span>
      <span role="cell" className="text-end text-ink-2">
        {days}
      </span>
      <span role="cell" className={`truncate text-end ${isPast ? 'text-ink-2' : 'text-ink'}`}>
        {cell.kind === 'offer' && <OfferPrice offer={cell.offer} today={model.today} />}
      </span>
      {columns.has('change') && (
        <span role="cell" className="text-end text-ink-3">
          {cell.kind === 'offer' && priceChange(cell, model)}
        </span>
      )}
      {columns.has('devices') && (
        <span role="cell" className="text-ink-2">
          {cell.kind === 'offer' && deviceWords(cell.offer.devices, model.devices ?? [])}
        </span>
      )}
      {columns.has('titles') && (
        <span role="cell" className="text-end text-ink-2">
          {cell.kind === 'offer' && titles !== undefined && (
            <TitlesOfOffer cell={cell} titles={titles} />
          )}
        </span>
      )}
      {columns.has('when') && (
        <span role="cell" className="text-end text-ink-3">
          {cell.kind === 'offer' ? (
            whenWords(cell, today)
          ) : cell.past || onOpen === undefined ? (
            ''
          ) : (
            <ForEditors>
              <button
                type="button"
                onClick={(event) => afterClick(event, onOpen)}
                aria-label={`New offer in the slot of ${cell.end === null ? 'open length' : formatLength(cell.end - cell.start)} from ${formatDay(first)}`}
                className="min-h-6 font-emphasis text-ink after:absolute after:inset-0"
              >
                + Offer
              </button>
            </ForEditors>
          )}
        </span>
      )}
      {columns.has('effect') && (
        <span
          role="cell"
          className={`text-end ${cell.kind === 'slot' || (isKept && had === cell.end) ? 'text-ink-3' : 'text-clay-ink'}`}
        >
          {effectWords(cell, had)}
        </span>
      )}
    </div>
  );
}

/** Selects an offer; the rest of its row opens it. */
function ChooseOffer({
  name,
  firstDay,
  choosing: { chosen, onChoose },
}: {
  name: string;
  firstDay: string;
  choosing: Choosing;
}) {
  return (
    <label className="relative z-1 -mx-2 flex min-h-7 min-w-9 items-center justify-center">
      <NativeCheckbox
        aria-label={`Select ${name}, ${formatDay(firstDay)}`}
        checked={chosen.has(firstDay)}
        onChange={({ target }) => {
          onChoose([firstDay], target.checked);
        }}
      />
    </label>
  );
}

function CellState({ cell }: { cell: TimelineCell }) {
  if (cell.kind === 'slot') return <StateMark state="free">Free</StateMark>;
  switch (cell.fate) {
    case 'void':
      return <StateMark state="ended">Void</StateMark>;
    case 'withdrawn':
    case 'cut':
      return <StateMark state="refused">Withdrawn</StateMark>;
    case undefined:
      return <StateMark state={cell.state}>{STATE_NAMES[cell.state]}</StateMark>;
  }
}

function DayWords({ words, isGone }: { words: string; isGone: boolean }) {
  return isGone ? <del className="text-ink-3">{words}</del> : words;
}

function lastDayWords(end: number | null): string {
  return end === null ? 'Open' : formatDay(dayOfNumber(end - 1));
}

/** What a previewed end does to an offer or to free days. */
function effectWords(cell: TimelineCell, had: number | null): string {
  if (!stays(cell)) return cell.kind === 'offer' ? 'withdrawn' : 'outside';
  if (had === cell.end) return 'stays';
  return had === null || cell.end === null ? 'cut' : `cut by ${formatLength(had - cell.end)}`;
}

/** How many titles have an offer; leads to them. */
function TitlesOfOffer({
  cell,
  titles: { licenseId, byOffer },
}: {
  cell: Extract<TimelineCell, { kind: 'offer' }>;
  titles: TitlesOfOffers;
}) {
  const firstDay = dayOfNumber(cell.start);
  const count = byOffer[firstDay] ?? 0;
  if (count === 0) return '–';
  return (
    <Link
      href={titlesAddress(licenseId, firstDay)}
      prefetch={false}
      aria-label={`${titleCount(count)} with ${cell.offer.name}`}
      className="relative z-1 inline-flex min-h-6 min-w-6 items-center justify-end underline-offset-2 hover:text-ink hover:underline"
    >
      {count.toLocaleString('en-US')}
    </Link>
  );
}

function whenWords(cell: Extract<TimelineCell, { kind: 'offer' }>, today: string): string {
  const day = isoDate(today);
  if (cell.state === 'upcoming') return inDays(dayOfNumber(cell.start), day);
  if (cell.end === null) return '';
  const words = inDays(dayOfNumber(cell.end - 1), day);
  return cell.state === 'ended' ? words : `ends ${words}`;
}

function deviceWords(devices: readonly string[], licensed: readonly string[]): string {
  return devices.length === licensed.length
    ? `All ${licensed.length}`
    : `${devices.length} of ${licensed.length}`;
}

/** How the price differs from the offer before, when both have one amount in one currency. */
function priceChange(cell: Extract<TimelineCell, { kind: 'offer' }>, model: TimelineModel): string {
  const [before, now] = [onlyAmount(model.offers[cell.index - 1]), onlyAmount(cell.offer)];
  if (before === null || now?.currency !== before.currency) return '';
  const difference = now.minor - before.minor;
  if (difference === 0) return '';
  const amount = formatMoney({ minor: Math.abs(difference), currency: now.currency });
  return `${difference > 0 ? '+' : '−'}${amount}`;
}

function onlyAmount(offer: TimelineOffer | undefined): MoneyData | null {
  const [period, ...later] = offer === undefined ? [] : pricePeriods(offer);
  const [price, another] = period?.prices ?? [];
  if (price === undefined || another !== undefined || later.length > 0) return null;
  const [low, high = low] = [price.amounts[0], price.amounts.at(-1)];
  return low !== undefined && high?.minor === low.minor && !price.isMissing ? low : null;
}
