import type { DateRange, IsoDate } from '../values/date-range';
import type { Format } from '../values/format';
import type { LicenseDetails } from './license-details';
import type { Offer } from './offer';
import type { Alternatives } from './timeline';
import { formatDay, formatDays, formatLength } from '../values/date-range';
import { deviceName } from '../values/device';
import { DomainError, isMarked, mark } from '../errors';
import { listed } from '../values/words';

const WINDOW = Symbol.for('crms.window-refused');

/** A refusal that a different window would avoid. */
export abstract class WindowRefused extends DomainError {
  override readonly field: string = 'firstDay';
  abstract readonly offer: Offer;
  /** The nearest windows that fit; `null` when only part of the timeline was known. */
  abstract readonly alternatives: Alternatives | null;

  static {
    mark(this, WINDOW);
  }
}

/** Whether an error is a `WindowRefused`. */
export function isWindowRefused(error: unknown): error is WindowRefused {
  return isMarked(error, WINDOW);
}

/** L2: an offer's window lies inside the license's window. */
export class OfferOutsideLicense extends WindowRefused {
  readonly code = 'offer-outside-license';

  constructor(
    readonly offer: Offer,
    readonly window: DateRange,
    readonly outside: readonly DateRange[],
    readonly alternatives: Alternatives | null,
  ) {
    super(
      `${offer.name} is outside the license window by ${outside.map(lengthAndDays).join(' and ')}. ` +
        `The license runs ${describeWindow(window)}.`,
    );
  }
}

/** L3: no two offers of a license overlap. */
export class OfferOverlap extends WindowRefused {
  readonly code = 'offer-overlap';

  constructor(
    readonly offer: Offer,
    readonly clashes: readonly { readonly with: Offer; readonly days: DateRange }[],
    readonly alternatives: Alternatives | null,
  ) {
    super(
      `${offer.name} overlaps ` +
        listed(clashes.map((clash) => `${clash.with.name} by ${lengthAndDays(clash.days)}`)) +
        '.',
    );
  }
}

/** No free slot has the requested length. */
export class NoFreeSlot extends DomainError {
  readonly code = 'no-free-slot';
  override readonly field = 'days';

  constructor(
    readonly length: number,
    readonly from: IsoDate,
    readonly longest: DateRange | null,
  ) {
    super(
      `No free slot of ${formatLength(length)} from ${formatDay(from)} on. ` +
        (longest === null
          ? 'No days are free.'
          : `The longest free slot is ${formatLength(longest.days ?? 0)}: ${longest.toString()}.`),
    );
  }
}

/** L4: an offer's devices are a subset of the license's devices. */
export class DevicesNotLicensed extends DomainError {
  readonly code = 'devices-not-licensed';
  override readonly field = 'devices';

  constructor(
    readonly offer: Offer,
    readonly missing: readonly string[],
    readonly licensed: readonly string[],
  ) {
    super(
      `${capitalized(listed(missing.map(deviceName)))} ${missing.length === 1 ? 'is' : 'are'} not licensed here. ` +
        `The license covers ${listed(licensed.map(deviceName))}.`,
    );
  }
}

/** L4: the formats that an offer has prices for are a subset of the license's formats. */
export class FormatsNotLicensed extends DomainError {
  readonly code = 'formats-not-licensed';
  override readonly field = 'prices';

  constructor(
    readonly offer: Offer,
    readonly missing: readonly string[],
    readonly licensed: readonly string[],
  ) {
    super(
      `${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} not licensed here. The license covers ${listed(licensed)}.`,
    );
  }
}

/** An offer that an amendment would strand: the days outside the window, and the devices and formats no longer covered. */
export interface Stranded {
  readonly offer: Offer;
  readonly outside: readonly DateRange[];
  readonly missing: readonly string[];
  readonly formats: readonly Format[];
}

/** L6: amended terms must still cover every offer. */
export class OffersStranded extends DomainError {
  readonly code = 'offers-stranded';

  constructor(
    readonly stranded: readonly Stranded[],
    /** The refused details, with window and devices extended just enough to cover every offer. */
    readonly holding: LicenseDetails,
  ) {
    super(
      `${stranded.length === 1 ? '1 offer' : `${stranded.length.toLocaleString('en-US')} offers`} would no longer fit: ` +
        listed(
          stranded.slice(0, 3).map(({ offer }) => offer.name),
          stranded.length,
        ) +
        '.',
    );
  }
}

/** L5: the offer named by a command is no longer on the license. */
export class OfferGone extends DomainError {
  readonly code = 'offer-gone';

  constructor(readonly offer: Offer) {
    super(`${offer.name} (${offer.window.toString()}) is no longer an offer of this license.`);
  }
}

/** One change moves offers around each other: each begins on the days of the other. */
export class OffersCrossed extends DomainError {
  readonly code = 'offers-crossed';

  /** @param names of the offers that stand in each other's way */
  constructor(names: readonly string[]) {
    super(`${listed(names)} cannot take each other’s days in one change. Move one of them first.`);
  }
}

/** Somebody else has changed offers that a rearrangement was thought out for. */
export class OffersChangedToo extends DomainError {
  readonly code = 'offers-changed-too';

  constructor(readonly names: readonly string[]) {
    super(
      `${listed(names.slice(0, 3), names.length)} ${names.length === 1 ? 'was' : 'were'} changed meanwhile. ` +
        'Look at the days as they are now, and choose again.',
    );
  }
}

/** A rearrangement names one offer twice. */
export class OfferNamedTwice extends DomainError {
  readonly code = 'offer-named-twice';

  constructor(readonly offer: Offer) {
    super(`${offer.name} (${offer.window.toString()}) is named twice in one change.`);
  }
}

/** The newest change cannot be undone, because nothing precedes it. */
export class NothingToUndo extends DomainError {
  readonly code = 'nothing-to-undo';

  /** @param what the change that stays */
  constructor(what = 'Granting a license') {
    super(`${what} cannot be undone.`);
  }
}

/** Changes are undone in reverse order: a change cannot be undone before all later ones are. */
export class UndoOutOfOrder extends DomainError {
  readonly code = 'undo-out-of-order';

  /** @param version the version whose change was to be undone */
  constructor(readonly version: number) {
    super(`Version ${version} cannot be undone yet. Undo the changes after it first.`);
  }
}

function lengthAndDays(days: DateRange): string {
  return days.days === null
    ? `all days from ${formatDay(days.startsOn)}`
    : `${formatLength(days.days)} (${days.toString()})`;
}

function describeWindow(window: DateRange): string {
  return window.lastDay === null
    ? `from ${formatDay(window.startsOn)} on`
    : formatDays(window.startsOn, window.lastDay);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
