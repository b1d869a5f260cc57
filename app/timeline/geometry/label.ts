import { dayOfNumber, formatDay, formatLength } from '../../../src/domain/values/date-range';
import { civilDay } from '../../../src/domain/values/civil-day';
import { shortMonthName } from './calendar';
import {
  daysOf,
  FATE_WORDS,
  lengthOf,
  type DaySpan,
  type OfferCell,
  type SlotCell,
} from '../model';
import { shortPrice, wholePrice } from '../shown-prices';
import { textWidth } from './text-width';

/** One line of text in a bar or slot; `end` is aligned to the right. */
export interface LabelLine {
  readonly text: string;
  readonly end?: string;
  readonly strong: boolean;
  /** Struck through, because it falls away. */
  readonly struck?: boolean | undefined;
}

/** Minimum widths, in pixels, of each level of detail in a bar. */
export const BAR_LABEL = { full: 168, lengths: 104, name: 72, price: 44, strip: 4 } as const;
/** Minimum widths, in pixels, of each level of detail in a slot. */
export const SLOT_LABEL = { dates: 104, word: 52, number: 20 } as const;

const FONT_SIZE = 12;
/** Width of a bar's borders and padding, in pixels; a price alone is centered and needs less. */
const BAR_PADDING = 14;
const PRICE_PADDING = 8;
const SLOT_PADDING = 4;

function fits(text: string, room: number): boolean {
  return textWidth(text, FONT_SIZE) <= room;
}

function firstFitting(texts: readonly string[], room: number): string {
  return texts.find((text) => fits(text, room)) ?? texts.at(-1) ?? '';
}

function lengthText(span: DaySpan): string {
  const length = lengthOf(span);
  return length === null ? 'open' : formatLength(length);
}

/** Days of a span without years, which the axis shows: `1 Jun – 13 Sep`, `12 – 21 Feb`. Longer than a year: with years. */
function shortDaysOf(span: DaySpan): string {
  if (span.end === null) return `From ${formatDay(dayOfNumber(span.start))}`;
  if (span.end - span.start > 366) return daysOf(span);
  const first = civilDay(span.start);
  const last = civilDay(span.end - 1);
  const lastText = `${last.day} ${shortMonthName(last.month)}`;
  if (span.end - span.start === 1) return lastText;
  const sameMonth = first.month === last.month && first.year === last.year;
  return `${first.day}${sameMonth ? '' : ` ${shortMonthName(first.month)}`} – ${lastText}`;
}

/** Label of a bar by its width in pixels. Below 104, a name that does not fit is dropped, not cut; so is a price at any width. */
export function barLabel(cell: OfferCell, width: number): readonly LabelLine[] {
  if (width < BAR_LABEL.price || cell.fate === 'cut') return [];
  const room = width - BAR_PADDING;
  if (cell.fate === 'withdrawn') return withdrawnLabel(cell.offer.name, room);
  if (cell.fate === 'void')
    return barLabel({ ...cell, fate: undefined }, width).map((line) =>
      line.text === cell.offer.name ? { ...line, struck: true } : line,
    );
  const { name } = cell.offer;
  const price = shortPrice(cell.offer);
  const length = lengthText(cell);
  if (width >= BAR_LABEL.full) {
    const days = shortDaysOf(cell);
    const dated = firstFitting([`${days} · ${length}`, days, length], room);
    const all = wholePrice(cell.offer);
    const end = fits(`${name}  ${all}`, room) ? all : price;
    return [
      { text: name, end, strong: true },
      { text: dated, strong: false },
    ];
  }
  if (width >= BAR_LABEL.lengths) {
    return [
      { text: name, strong: true },
      { text: firstFitting([`${price} · ${length}`, price], room), strong: false },
    ];
  }
  if (width >= BAR_LABEL.name) {
    if (fits(name, room)) {
      return [
        { text: name, strong: true },
        { text: fits(price, room) ? price : length, strong: false },
      ];
    }
    if (!fits(price, room)) return [];
    return [
      { text: price, strong: true },
      ...(fits(length, room) ? [{ text: length, strong: false }] : []),
    ];
  }
  return fits(price, width - PRICE_PADDING) ? [{ text: price, strong: true }] : [];
}

function withdrawnLabel(name: string, room: number): readonly LabelLine[] {
  const fate = { text: FATE_WORDS.withdrawn, strong: false };
  return [{ text: name, strong: true, struck: true }, fate].filter(({ text }) => fits(text, room));
}

/** Label of a free slot by its width in pixels; a past slot shows only its length. */
export function slotLabel(cell: SlotCell, width: number): readonly LabelLine[] {
  if (width < SLOT_LABEL.number || cell.isOutside === true) return [];
  const room = width - SLOT_PADDING;
  const length = lengthOf(cell);
  const count = length === null ? '' : length.toLocaleString('en-US');
  const days = lengthText(cell);
  if (cell.past) {
    if (width >= SLOT_LABEL.word && fits(days, room)) return [{ text: days, strong: false }];
  } else if (width >= SLOT_LABEL.dates) {
    return [
      { text: length === null ? 'Free' : `Free ${days}`, strong: true },
      { text: firstFitting([shortDaysOf(cell), ''], room), strong: false },
    ];
  } else if (width >= SLOT_LABEL.word && fits(days, room)) {
    return [
      { text: 'Free', strong: true },
      { text: length === null ? 'Open' : days, strong: false },
    ];
  }
  return count !== '' && fits(count, room) ? [{ text: count, strong: false }] : [];
}
