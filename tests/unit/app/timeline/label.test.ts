import { describe, expect, it } from 'vitest';
import { barLabel, slotLabel } from '../../../../app/timeline/geometry/label';
import { textWidth } from '../../../../app/timeline/geometry/text-width';
import {
  cells,
  type OfferCell,
  type SlotCell,
  type TimelineModel,
} from '../../../../app/timeline/model';
import { emptyLicense, offer, slate } from './examples';
import { onePrice } from '../../../../src/domain/license/price-list';

function offerCell(
  name: string,
  first: string,
  last: string | null,
  minor?: number,
  currency = 'USD',
): OfferCell {
  const made = offer(name, first, last, minor);
  const offers = [{ ...made, prices: onePrice({ minor: minor ?? 499, currency }) }];
  const window = { ...slate.window, end: null };
  const found = cells({ ...slate, window, offers }).find((cell) => cell.kind === 'offer');
  if (found === undefined) throw new Error('no offer in the license');
  return found;
}

function slotCell(model: TimelineModel): SlotCell {
  const found = cells(model).find((cell) => cell.kind === 'slot');
  if (found === undefined) throw new Error('no slot in the license');
  return found;
}

const texts = (lines: readonly { text: string; end?: string }[]) =>
  lines.map(({ text, end }) => (end === undefined ? text : `${text} | ${end}`));

describe('the label of a bar', () => {
  const spring = offerCell('Spring price', '2027-02-22', '2027-04-30');
  const at = (width: number) => texts(barLabel(spring, width));

  it('is name and price, then dates and days, from 168 pixels', () => {
    expect(at(168)).toEqual(['Spring price | $4.99', '22 Feb – 30 Apr · 68 days']);
  });

  it('is the name, then price and days, from 104 up to 168', () => {
    expect(at(167)).toEqual(['Spring price', '$4.99 · 68 days']);
    expect(at(104)).toEqual(['Spring price', '$4.99 · 68 days']);
  });

  it('is the name, then the price, from 72 up to 104, where the whole name fits', () => {
    expect(at(103)).toEqual(['Spring price', '$4.99']);
    const fair = offerCell('Fair', '2027-02-22', '2027-04-30');
    expect(texts(barLabel(fair, 72))).toEqual(['Fair', '$4.99']);
  });

  it('is the price, then the days, from 72 up to 104, where the name does not fit', () => {
    expect(at(72)).toEqual(['$4.99', '68 days']);
    const needed = Math.ceil(textWidth('Spring price', 12)) + 14;
    expect(at(needed)[0]).toBe('Spring price');
    expect(at(needed - 1)[0]).toBe('$4.99');
  });

  it('is the price alone from 44 up to 72', () => {
    expect(at(71)).toEqual(['$4.99']);
    expect(at(44)).toEqual(['$4.99']);
  });

  it('is nothing below 44', () => {
    expect(at(43)).toEqual([]);
    expect(at(2)).toEqual([]);
  });

  it('leaves out a price that has no room', () => {
    const dear = offerCell('Fair', '2027-02-22', '2027-04-30', 123_456_789, 'KWD');
    expect(texts(barLabel(dear, 60))).toEqual([]);
    expect(texts(barLabel(dear, 72))).toEqual(['Fair', '68 days']);
  });

  it('leaves out how many days it is, then its dates, where they have no room', () => {
    const long = offerCell('Catalog', '2026-03-01', '2030-02-28');
    expect(texts(barLabel(long, 168))[1]).toBe('1 Mar 2026 – 28 Feb 2030');
    const longest = offerCell('Catalog', '2026-12-21', '3026-12-21', 1);
    expect(texts(barLabel(longest, 170))[1]).toBe('365,243 days');
    expect(texts(barLabel(long, 400))[1]).toBe('1 Mar 2026 – 28 Feb 2030 · 1,461 days');
  });

  it('writes days of one month with one month, and one day as one', () => {
    const week = offerCell('Week', '2027-02-12', '2027-02-21');
    expect(texts(barLabel(week, 168))[1]).toBe('12 – 21 Feb · 10 days');
    const single = offerCell('Day', '2027-02-12', '2027-02-12');
    expect(texts(barLabel(single, 168))[1]).toBe('12 Feb · 1 day');
  });

  it('says that an end is open', () => {
    const open = offerCell('Catalog', '2026-03-01', null);
    expect(texts(barLabel(open, 200))[1]).toBe('From 1 Mar 2026 · open');
    expect(texts(barLabel(open, 110))[1]).toBe('$4.99 · open');
  });
});

describe('the label of a slot', () => {
  const free = slotCell(emptyLicense('2027-05-01', '2027-06-13'));
  const at = (width: number) => texts(slotLabel(free, width));

  it('says how many days and which from 104 pixels', () => {
    expect(at(104)).toEqual(['Free 44 days', '1 May – 13 Jun']);
  });

  it('says the word and the days from 52 up to 104', () => {
    expect(at(103)).toEqual(['Free', '44 days']);
    expect(at(52)).toEqual(['Free', '44 days']);
  });

  it('is the number alone from 20 up to 52', () => {
    expect(at(51)).toEqual(['44']);
    expect(at(20)).toEqual(['44']);
  });

  it('is nothing below 20', () => {
    expect(at(19)).toEqual([]);
  });

  it('is the days only when the slot is past', () => {
    const past = slotCell(emptyLicense('2026-05-01', '2026-06-13'));
    expect(texts(slotLabel(past, 300))).toEqual(['44 days']);
    expect(texts(slotLabel(past, 51))).toEqual(['44']);
  });

  it('names its first day when the end is open', () => {
    const open = slotCell(emptyLicense('2027-05-01', null));
    expect(texts(slotLabel(open, 200))).toEqual(['Free', 'From 1 May 2027']);
    expect(texts(slotLabel(open, 60))).toEqual(['Free', 'Open']);
    expect(texts(slotLabel(open, 40))).toEqual([]);
  });
});

describe('the width of a text', () => {
  it('grows with its letters and its size', () => {
    expect(textWidth('Spring', 12)).toBeGreaterThan(textWidth('Sprin', 12));
    expect(textWidth('Spring', 24)).toBeCloseTo(2 * textWidth('Spring', 12));
    expect(textWidth('WWW', 12)).toBeGreaterThan(2 * textWidth('iii', 12));
    expect(textWidth('映画', 12)).toBe(24);
  });
});
