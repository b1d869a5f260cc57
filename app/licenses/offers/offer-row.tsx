'use client';

import Link from 'next/link';
import type { TimelineCell, TimelineModel } from '../../timeline/model';
import {
  dayOfNumber,
  formatDay,
  formatLength,
  isoDate,
} from '../../../src/domain/values/date-range';
import { formatMoney } from '../../../src/domain/values/money';
import { STATE_NAMES } from '../../timeline/model';
import { inDays } from '../../words/relative-days';
import { titleCount } from '../titles/title-count';
import { titlesAddress } from '../titles/titles-address';
import { ForEditors } from '@/ui/role';
import { StateMark } from '@/ui/state-mark';

export const ROW = 'grid w-full items-center gap-x-3 px-4 text-start';

export const COLUMNS = {
  plain: 'min-w-250 grid-cols-[6rem_minmax(9rem,1fr)_6.5rem_6.5rem_3.5rem_5.5rem_5rem_5.5rem_7rem]',
  withTitles:
    'min-w-268 grid-cols-[6rem_minmax(9rem,1fr)_6.5rem_6.5rem_3.5rem_5.5rem_5rem_5.5rem_3.5rem_7rem]',
};

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
  position,
  previous,
  model,
  today,
  titles,
  isSelected,
  onOpen,
}: {
  cell: TimelineCell;
  position: number;
  previous: TimelineCell | undefined;
  model: TimelineModel;
  today: string;
  titles: TitlesOfOffers | undefined;
  isSelected: boolean;
  onOpen: (() => void) | undefined;
}) {
  const first = dayOfNumber(cell.start);
  const last = cell.end === null ? null : dayOfNumber(cell.end - 1);
  const days = cell.end === null ? '–' : (cell.end - cell.start).toLocaleString('en-US');
  const isPast = cell.kind === 'slot' ? cell.past : cell.state === 'ended';
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      {...(isSelected ? { 'aria-current': true } : {})}
      className={`${ROW} ${titles === undefined ? COLUMNS.plain : COLUMNS.withTitles} relative min-h-7 border-t border-line first:border-t-0 hover:bg-ink/5 ${isSelected ? 'bg-ink/6 shadow-[inset_3px_0_0_var(--ink)]' : ''}`}
    >
      <span role="cell" className="flex">
        {cell.kind === 'offer' ? (
          <StateMark state={cell.state}>{STATE_NAMES[cell.state]}</StateMark>
        ) : (
          <StateMark state="free">Free</StateMark>
        )}
      </span>
      <span role="rowheader" className="min-w-0 truncate">
        {cell.kind === 'slot' ? (
          <span className="text-ink-3">No offer</span>
        ) : onOpen === undefined ? (
          cell.offer.name
        ) : (
          <button
            type="button"
            onClick={onOpen}
            className={`max-w-full truncate text-start after:absolute after:inset-0 ${isPast ? 'text-ink-2' : 'font-emphasis text-ink'}`}
          >
            {cell.offer.name}
          </button>
        )}
      </span>
      <span role="cell" className="text-ink-2">
        {formatDay(first)}
      </span>
      <span role="cell" className="text-ink-2">
        {last === null ? 'Open' : formatDay(last)}
      </span>
      <span role="cell" className="text-end text-ink-2">
        {days}
      </span>
      <span role="cell" className={`text-end ${isPast ? 'text-ink-2' : 'text-ink'}`}>
        {cell.kind === 'offer' && formatMoney(cell.offer.price)}
      </span>
      <span role="cell" className="text-end text-ink-3">
        {cell.kind === 'offer' && priceChange(cell, previous, model, position)}
      </span>
      <span role="cell" className="text-ink-2">
        {cell.kind === 'offer' && deviceWords(cell.offer.devices, model.devices ?? [])}
      </span>
      {titles !== undefined && (
        <span role="cell" className="text-end text-ink-2">
          {cell.kind === 'offer' && <TitlesOfOffer cell={cell} titles={titles} />}
        </span>
      )}
      <span role="cell" className="text-end text-ink-3">
        {cell.kind === 'offer' ? (
          whenWords(cell, today)
        ) : cell.past || onOpen === undefined ? (
          ''
        ) : (
          <ForEditors>
            <button
              type="button"
              onClick={onOpen}
              aria-label={`New offer in the slot of ${cell.end === null ? 'open length' : formatLength(cell.end - cell.start)} from ${formatDay(first)}`}
              className="min-h-6 font-emphasis text-ink after:absolute after:inset-0"
            >
              + Offer
            </button>
          </ForEditors>
        )}
      </span>
    </div>
  );
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

/** How the price differs from the offer before, when both are in one currency. */
function priceChange(
  cell: Extract<TimelineCell, { kind: 'offer' }>,
  previous: TimelineCell | undefined,
  model: TimelineModel,
  position: number,
): string {
  if (position === 0 || previous === undefined) return '';
  const before = model.offers[cell.index - 1];
  if (before?.price.currency !== cell.offer.price.currency) return '';
  const difference = cell.offer.price.minor - before.price.minor;
  if (difference === 0) return '';
  const amount = formatMoney({ minor: Math.abs(difference), currency: before.price.currency });
  return `${difference > 0 ? '+' : '−'}${amount}`;
}
