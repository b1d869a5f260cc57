import { classes } from '@/ui/classes';
import { StateGlyph } from '@/ui/state-mark';
import { formatLength } from '../../src/domain/values/date-range';
import { pricesInWords, priceSpan } from '../../src/domain/license/price-list';
import { BAR_LOOK } from './bar-look';
import { daysOf, freeSpans, lengthOf, offerState, type DaySpan, type TimelineOffer } from './model';
import { monthTicks, shareOf, shareOfSpan, type ShownDays } from './geometry/share';
import { textWidth } from './geometry/text-width';
import { withStyle } from '@/ui/with-style';

/** Marks an offer in a comparison of two versions of a license. */
export type OfferMark = 'yours' | 'theirs' | 'clash' | 'gone';

export type MarkedOffer = TimelineOffer & { readonly mark?: OfferMark | undefined };

const MARK_WORDS: Record<OfferMark, string> = {
  yours: 'your change',
  theirs: 'their change',
  clash: 'overlaps',
  gone: 'no longer there',
};

const MARK_LOOK: Record<OfferMark, string> = {
  yours: 'z-20 shadow-[0_0_0_2px_var(--panel),0_0_0_4px_var(--ink)] forced-colors:outline-3',
  theirs: 'z-10 border-2 border-dotted border-plum-line bg-plum-tint text-plum-ink',
  clash: 'z-20 border-2 border-clay-line hatch-clay text-clay-ink',
  gone: 'border border-dashed border-control text-ink-3',
};

/**
 * A part of a license's timeline, 64 px high and full width, for a pane of the conflict dialog. Unlike in
 * `TimelineModel`, offers may overlap: the dialog shows such conflicts.
 *
 * @param window the license's
 * @param from first day shown, days since 1970-01-01
 * @param to first day not shown; give all panes the same
 */
export function TimelineStrip({
  window,
  offers,
  today,
  from,
  to,
  className,
}: {
  window: DaySpan;
  offers: readonly MarkedOffer[];
  today: number;
  from: number;
  to: number;
  className?: string | undefined;
}) {
  const shown: ShownDays = { start: from, end: to };
  const visible = offers.filter((offer) => shareOfSpan(offer, shown) !== null);
  const gone = offers.filter(({ mark }) => mark === 'gone');
  return (
    <div role="img" aria-label={stripText(visible)} className={classes('relative h-16', className)}>
      <StripAxis shown={shown} today={today} />
      {freeSpans(window, offers).map((slot) => (
        <FreeBar
          key={slot.start}
          slot={slot}
          shown={shown}
          // Next to an offer that is gone, more days are free than the slot's own.
          isCounted={!gone.some(({ start, end }) => start === slot.end || end === slot.start)}
        />
      ))}
      {visible.map((offer) => (
        <StripBar
          key={`${offer.start} ${offer.mark ?? ''}`}
          offer={offer}
          shown={shown}
          today={today}
        />
      ))}
    </div>
  );
}

function stripText(offers: readonly MarkedOffer[]): string {
  if (offers.length === 0) return 'No offers in these days';
  return offers
    .map((offer) => {
      const { name, prices, mark } = offer;
      const word = mark === undefined ? '' : `, ${MARK_WORDS[mark]}`;
      return `${name}, ${pricesInWords(prices)}, ${daysOf(offer)}${word}`;
    })
    .join('; ');
}

function StripAxis({ shown, today }: { shown: ShownDays; today: number }) {
  const isTodayShown = today >= shown.start && today < shown.end;
  const pill = shareOf(today, shown);
  return (
    <>
      {monthTicks(shown).map(({ day, label, isYear }) => {
        const share = shareOf(day, shown);
        // Labels near Today's label or the right edge have no room.
        const isLabelled = share < 92 && !(isTodayShown && Math.abs(share - pill) < 16);
        return (
          <span
            key={day}
            className={classes(
              'absolute inset-y-0 border-l border-line pl-1 text-label',
              isYear ? 'font-emphasis text-ink' : 'text-ink-3',
            )}
            {...withStyle({ left: `${share}%` })}
          >
            {isLabelled && label}
          </span>
        );
      })}
      {isTodayShown && (
        <span
          className={classes(
            'absolute top-0 h-5 text-label font-emphasis text-ink',
            pill > 80 ? '-translate-x-full border-r-2 pr-1' : 'border-l-2 pl-1',
            'border-ink',
          )}
          {...withStyle({ left: `${pill}%` })}
        >
          Today
        </span>
      )}
    </>
  );
}

function FreeBar({
  slot,
  shown,
  isCounted,
}: {
  slot: DaySpan;
  shown: ShownDays;
  isCounted: boolean;
}) {
  const share = shareOfSpan(slot, shown);
  if (share === null) return null;
  const length = lengthOf(slot);
  return (
    <span
      className={classes(
        'absolute top-6 bottom-0 @container flex items-center justify-center overflow-clip rounded-bar border border-dashed border-control text-label text-ink-3',
        share.cutLeft && 'rounded-l-none border-l-0',
        share.cutRight && 'rounded-r-none border-r-0',
      )}
      {...withStyle({ left: `${share.left}%`, width: `calc(${share.width}% - 1px)` })}
    >
      {isCounted && (
        <span className="hidden whitespace-nowrap @min-[34px]:inline">
          {length === null ? 'Open' : `${length.toLocaleString('en-US')} d`}
        </span>
      )}
    </span>
  );
}

/** Container query at which the whole name fits. */
function nameFrom(name: string): string {
  const width = textWidth(name, 12);
  if (width <= 52) return '@min-[58px]:block';
  return width <= 72 ? '@min-[78px]:block' : '@min-[96px]:block';
}

function StripBar({
  offer,
  shown,
  today,
}: {
  offer: MarkedOffer;
  shown: ShownDays;
  today: number;
}) {
  const share = shareOfSpan(offer, shown);
  if (share === null) return null;
  const { mark } = offer;
  const length = lengthOf(offer);
  const state = offerState(offer, today);
  const isRunning =
    state === 'on-offer' &&
    today >= shown.start &&
    today < shown.end &&
    mark !== 'gone' &&
    mark !== 'clash';
  const look = mark === undefined || mark === 'yours' ? BAR_LOOK[state] : '';
  return (
    <span
      className={classes(
        'absolute top-6 bottom-0 @container rounded-bar text-table whitespace-nowrap',
        look,
        mark !== undefined && MARK_LOOK[mark],
        share.cutLeft && 'rounded-l-none border-l-0',
        share.cutRight && 'rounded-r-none border-r-0',
      )}
      {...withStyle({ left: `${share.left}%`, width: `calc(${share.width}% - 1px)` })}
    >
      {isRunning && (
        <StripNotch left={`${((shareOf(today, shown) - share.left) / share.width) * 100}%`} />
      )}
      <span className="flex h-full flex-col justify-center overflow-clip px-1">
        <span
          className={classes(
            'mx-auto hidden max-w-full flex-col @min-[36px]:flex @min-[96px]:mx-0',
            mark === 'clash' && 'rounded-bar bg-panel px-1',
          )}
        >
          <span className={classes('hidden truncate font-emphasis', nameFrom(offer.name))}>
            {offer.name}
          </span>
          <span>
            {priceSpan(offer.prices)}
            {length !== null && (
              <span className="hidden @min-[96px]:inline"> · {formatLength(length)}</span>
            )}
          </span>
        </span>
      </span>
      {mark === 'theirs' && (
        <StateGlyph
          state="someone"
          className="absolute -top-2 -right-1 size-3.5! rounded-full bg-panel text-plum"
        />
      )}
      {mark === 'clash' && (
        <StateGlyph
          state="refused"
          className="absolute -top-2 -right-1 size-3.5! rounded-bar bg-panel text-clay-ink"
        />
      )}
    </span>
  );
}

function StripNotch({ left }: { left: string }) {
  return (
    <>
      <span className="absolute top-0 h-1 w-0.5 bg-panel" {...withStyle({ left })} />
      <span className="absolute bottom-0 h-1 w-0.5 bg-panel" {...withStyle({ left })} />
    </>
  );
}
