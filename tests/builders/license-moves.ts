import fc from 'fast-check';
import type { LicenseState, ProposedChange } from '../../src/domain/license/license-change';
import type { LicenseDetailsData } from '../../src/domain/license/license-details';
import type { OfferData } from '../../src/domain/license/offer';
import { dayNumber, dayOfNumber, isoDate } from '../../src/domain/values/date-range';
import { UNRESTRICTED } from '../../src/domain/license/terms';
import { days } from './license-builders';
import { languagesOf } from './random-languages';
import { onePrice } from '../../src/domain/license/price-list';

/**
 * A random change as numbers, which shrink well. `proposed` interprets them for the state of a license. About half of the
 * results are legal.
 */
export type Move = readonly [kind: number, at: number, length: number, pick: number, look: number];

export const aMove: fc.Arbitrary<Move> = fc.tuple(
  // Half as often as any other change, because after it many are illegal.
  fc.nat(16).map((number) => number >> 1),
  fc.nat(79),
  fc.nat(19),
  fc.nat(7),
  fc.nat(255),
);

const FIRST_DAY = dayNumber(isoDate('2026-01-01'));
const cachedDays = new Map<number, string>();

const DEVICES = ['tv', 'computer', 'mobile'];
const FORMATS_GIVEN = [null, ['SD', 'HD'], ['UHD']];
const NAMES = ['DSC', 'PREM', 'STD', 'LIB'];

/** The license that moves are made on: about two months, two of three devices. */
export const MOVING_DETAILS: LicenseDetailsData = {
  name: 'License',
  notes: '',
  terms: {
    ...UNRESTRICTED,
    rightsType: 'SVOD',
    territories: ['CA', 'US'],
    devices: ['tv', 'mobile'],
    window: { startsOn: dayAt(10), endsOn: dayAt(70) },
  },
};

/** A day by its number from 2026-01-01 on. Cached, because a million moves use the same few days. */
export function dayAt(number: number): string {
  const day = cachedDays.get(number) ?? dayOfNumber(FIRST_DAY + number);
  cachedDays.set(number, day);
  return day;
}

/** The change that a move means for the current state of a license. */
export function proposed(move: Move, { details, offers }: LicenseState): ProposedChange {
  const [kind, at, length, pick, look] = move;
  const picked = offers.length === 0 ? newOffer(move) : offers[pick % offers.length];
  switch (kind) {
    case 0:
    case 1:
      return { kind: 'offers-generated', offers: [newOffer(move)] };
    case 2: {
      const each = 1 + (length % 6);
      const steps = Array.from({ length: 2 + (look % 3) }, (_, step) =>
        newOffer([kind, at + step * each, each - 1, (pick + step) % 15, look]),
      );
      return { kind: 'offers-generated', offers: steps };
    }
    case 3:
    case 4: {
      const before = picked ?? newOffer(move);
      return { kind: 'offer-replaced', before, after: altered(before, move) };
    }
    case 5: {
      const second = offers[(pick + 1) % Math.max(offers.length, 1)];
      const both = picked === undefined ? [] : [picked];
      return {
        kind: 'offers-withdrawn',
        offers: look % 4 === 0 && second !== undefined ? [...both, second] : both,
      };
    }
    case 6:
      return { kind: 'license-amended', before: details, after: amended(details, move) };
    case 7:
      return rearranged(offers, move);
    default:
      return closed(details, move);
  }
}

/** The end of the license on some day of its own or later; sometimes it is void. Offers are not named: a license knows them. */
function closed({ terms }: LicenseDetailsData, [, at, , pick, look]: Move): ProposedChange {
  const { window: before } = terms;
  const lastDay = dayAt(at) < before.startsOn ? before.startsOn : dayAt(at);
  const isVoid = pick === 0;
  return {
    kind: 'license-closed',
    closing: { kind: isVoid ? 'void' : 'ended', reason: `Reason ${look % 3}` },
    ...{ before, after: isVoid ? before : days(before.startsOn, lastDay) },
    ...{ replaced: null, offers: [] },
  };
}

/** One offer or two changed, a third withdrawn, and one added that can take the titles of the first along. */
function rearranged(offers: readonly OfferData[], move: Move): ProposedChange {
  const [kind, at, length, pick, look] = move;
  const has = (bit: number) => (look & bit) !== 0;
  const [first, second, third] = [...offers.slice(pick % 3), ...offers.slice(0, pick % 3)];
  const shifted = ({ name, prices, window, devices }: OfferData): OfferData => {
    const by = (day: string) => dayAt(dayNumber(isoDate(day)) - FIRST_DAY + length);
    const { startsOn, endsOn } = window;
    return {
      name,
      prices,
      window: { startsOn: by(startsOn), endsOn: endsOn && by(endsOn) },
      devices,
    };
  };
  const replaced = [
    ...(first === undefined ? [] : [{ before: first, after: altered(first, move) }]),
    ...(second === undefined || !has(32) ? [] : [{ before: second, after: shifted(second) }]),
  ];
  const offer = newOffer([kind, at + length + 1, pick, pick + 1, look]);
  const added =
    first !== undefined && has(64) ? [] : [{ offer, titlesOf: has(2) ? (first ?? null) : null }];
  return {
    ...{ kind: 'offers-rearranged', replaced, added },
    withdrawn: third === undefined || !has(128) ? [] : [third],
  };
}

function newOffer([, at, length, pick, look]: Move): OfferData {
  const start = dayAt(at);
  const end = look % 32 === 31 ? null : dayAt(at + 1 + length);
  return {
    name: nameOf(pick),
    prices: onePrice(priceOf(look)),
    window: { startsOn: start, endsOn: end },
    devices: devicesOf(look),
  };
}

function altered(offer: OfferData, [, at, length, pick, look]: Move): OfferData {
  const has = (bit: number) => (look & bit) !== 0;
  const start = has(4) ? dayAt(at) : offer.window.startsOn;
  const laterEnd = dayAt(at + 1 + length);
  const end = has(8) ? (look >= 248 ? null : laterEnd) : offer.window.endsOn;
  return {
    name: has(1) ? nameOf(pick) : offer.name,
    prices: has(2) ? onePrice(priceOf(look >> 2)) : offer.prices,
    window: { startsOn: start, endsOn: end !== null && end <= start ? dayAt(at + 100) : end },
    devices: has(16) ? devicesOf(look >> 3) : offer.devices,
  };
}

function amended(
  details: LicenseDetailsData,
  [, at, length, pick, look]: Move,
): LicenseDetailsData {
  const has = (bit: number) => (look & bit) !== 0;
  const { terms } = details;
  const end = has(8) ? (look >= 240 ? null : dayAt(40 + length * 3)) : terms.window.endsOn;
  const moved = has(4) && (end === null || dayAt(at % 30) < end);
  const start = moved ? dayAt(at % 30) : terms.window.startsOn;
  return {
    name: has(1) ? `License ${nameOf(pick)}` : details.name,
    notes: has(2) ? `note ${pick}` : details.notes,
    terms: {
      rightsType: has(32) ? 'AVOD' : terms.rightsType,
      territories: has(64) ? ['DE', 'US'] : terms.territories,
      devices: has(16) ? devicesOf(look >> 1) : terms.devices,
      formats: has(128) ? (FORMATS_GIVEN[pick % FORMATS_GIVEN.length] ?? null) : terms.formats,
      languages: has(128) ? languagesOf(at, look, pick) : terms.languages,
      exclusive: has(128) ? pick % 2 === 0 : terms.exclusive,
      window: { startsOn: start, endsOn: end },
    },
  };
}

function nameOf(pick: number): string {
  return NAMES[pick % NAMES.length] ?? '';
}

function priceOf(look: number) {
  return { minor: 99 + (look % 4) * 100, currency: look % 16 === 0 ? 'EUR' : 'USD' };
}

/** Mostly devices that are licensed at first. */
function devicesOf(look: number): string[] {
  const some = DEVICES.filter((_, index) => ((look >> index) & 1) === 1);
  return some.length === 0
    ? ['tv']
    : look % 5 === 0
      ? some
      : some.filter((one) => one !== 'computer' || some.length === 1);
}
