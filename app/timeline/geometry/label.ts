import { dayOfNumber, formatDay, formatLength } from '../../../src/domain/values/date-range';
import { formatMoney } from '../../../src/domain/values/money';
import { civilDay, shortMonthName } from './calendar';
import { daysOf, lengthOf, type DaySpan, type OfferCell, type SlotCell } from '../model';
import { textWidth } from './text-width';

/** One line of text in a bar or slot; `end` stands at the line's far end. */
export interface LabelLine {
  readonly text: string;
  readonly end?: string;
  readonly strong: boolean;
}

/** The smallest widths, in pixels, at which a bar says more. */
export const BAR_LABEL = { full: 168, lengths: 104, name: 72, price: 44, strip: 4 } as const;
/** The smallest widths, in pixels, at which a slot says more. */
export const SLOT_LABEL = { dates: 104, word: 52, number: 20 } as const;

const FONT_SIZE = 12;
/** What a bar's edges, keel and padding take of its width, in pixels; a price alone stands in the middle and needs less. */
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

/** The days of a span without their years, which the axis states: `1 Jun – 13 Sep`, `12 – 21 Feb`; with them beyond a year. */
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

/** What a bar says at a width in pixels: a name is dropped rather than cut below 104, a price wherever it has no room. */
export function barLabel(cell: OfferCell, width: number): readonly LabelLine[] {
  if (width < BAR_LABEL.price) return [];
  const room = width - BAR_PADDING;
  const { name } = cell.offer;
  const price = formatMoney(cell.offer.price);
  const length = lengthText(cell);
  if (width >= BAR_LABEL.full) {
    const days = shortDaysOf(cell);
    const dated = firstFitting([`${days} · ${length}`, days, length], room);
    return [
      { text: name, end: price, strong: true },
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

/** What a free slot says at a width in pixels; a past one says its days only. */
export function slotLabel(cell: SlotCell, width: number): readonly LabelLine[] {
  if (width < SLOT_LABEL.number) return [];
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
