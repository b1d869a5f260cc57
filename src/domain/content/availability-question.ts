import type { TitleClosing } from '../closing';
import type { LicensedOffer } from './clash';
import type { Takedown } from './takedown';
import type { Offer } from '../license/offer';
import type { LinePrice } from '../price-table/line-prices';
import type { Prices } from '../price-table/prices';
import type { DateRange, IsoDate } from '../values/date-range';
import type { Device } from '../values/device';
import type { Format } from '../values/format';
import type { LanguageTag } from '../values/language-tag';
import type { Languages } from '../values/languages';
import type { RightsType } from '../values/rights-type';
import type { Territory } from '../values/territory';

/**
 * The question whether a title may be shown: in which territory, on which device, under which rights type, on which days, and
 * in which format and language; any will do without them.
 */
export interface AvailabilityQuestion {
  readonly territory: Territory;
  readonly device: Device;
  readonly rightsType: RightsType;
  readonly language?: LanguageTag | undefined;
  /** Half-open, at least one day. The end is never open. */
  readonly days: DateRange;
  /** Any format will do without it. */
  readonly format?: Format | null;
}

/** The rights of one license, as far as they concern a title. */
export interface LicenseRights {
  readonly licenseId: string;
  readonly licenseVersion: number;
  readonly licenseName: string;
  readonly studio: string;
  readonly rightsType: RightsType;
  readonly territories: readonly Territory[];
  readonly devices: readonly Device[];
  /** `null` for all. */
  readonly formats: readonly Format[] | null;
  readonly languages: Languages;
  readonly window: DateRange;
  /** The studio's price table, at least as far as the offers on one of the days need it. */
  readonly table: Prices;
  /** The offers assigned to the title. */
  readonly assigned: readonly Offer[];
  /** The license's offers that are not assigned to the title, at least those that run on one of the days asked about. */
  readonly unassigned: readonly Offer[];
}

/** The rights of a title: every license of which it has an offer. */
export interface TitleRights {
  readonly contentId: string;
  readonly title: string;
  readonly licenses: readonly LicenseRights[];
  readonly takedowns: readonly Takedown[];
  /** Why it is not in the catalog; `null` while it is. */
  readonly closing: TitleClosing | null;
}

/** The reason why a title may not be shown on some days, with the license to correct. */
export type Obstacle =
  /** The title is retired, or void. */
  | TitleClosing
  /** The title is taken down there. */
  | { readonly kind: 'taken-down'; readonly takedown: Takedown }
  /** No license covers the territory for the rights type. `otherwise` lists the rights types that are licensed there. */
  | { readonly kind: 'not-licensed-there'; readonly otherwise: readonly RightsType[] }
  /** The license does not cover the device, or its offer on those days excludes it. */
  | {
      readonly kind: 'not-for-device';
      readonly license: LicenseRights;
      readonly offer: Offer | null;
    }
  /** None of the licenses allows the language; `license` is one of them. `only` lists what they allow. */
  | {
      readonly kind: 'not-in-language';
      readonly license: LicenseRights;
      readonly only: readonly LanguageTag[];
    }
  | {
      /** The license holds the language back. */
      readonly kind: 'held-back';
      readonly license: LicenseRights;
      readonly language: LanguageTag;
      /** The next license to start that is for the language. */
      readonly until: LicenseRights | null;
    }
  /** The license has an offer on those days, but it has no price for the format. */
  | { readonly kind: 'not-in-format'; readonly license: LicenseRights; readonly offer: Offer }
  | { readonly kind: 'not-started'; readonly license: LicenseRights; readonly startsOn: IsoDate }
  | { readonly kind: 'ended'; readonly license: LicenseRights; readonly lastDay: IsoDate }
  /** The license covers the days but has no offer on them. */
  | { readonly kind: 'no-offer'; readonly license: LicenseRights }
  /** The license has an offer that is not assigned to the title. */
  | { readonly kind: 'not-assigned'; readonly license: LicenseRights; readonly offer: Offer }
  /** The license has an offer that cannot be assigned, because it clashes with one of the title's offers (C2). */
  | {
      readonly kind: 'blocked';
      readonly license: LicenseRights;
      readonly offer: Offer;
      readonly by: LicensedOffer;
    };

/** An offer of a title, with its license. */
export interface GivenOffer {
  readonly license: LicenseRights;
  readonly offer: Offer;
  /** What it costs in the territory on these days, in the format asked for or in each: without an amount it is available, too. */
  readonly prices: readonly LinePrice[];
}

/** Consecutive days with the same answer. */
export type AnsweredDays =
  | (GivenOffer & {
      readonly available: true;
      readonly days: DateRange;
      /** Further offers on the same days, for other formats. */
      readonly others: readonly GivenOffer[];
    })
  | { readonly available: false; readonly days: DateRange; readonly obstacle: Obstacle };

export interface Availability {
  /** Whether the title is available on all of the days, none or some. */
  readonly verdict: 'yes' | 'no' | 'partly';
  /** In date order. Together they cover the days asked about exactly. */
  readonly spans: readonly AnsweredDays[];
  /** The first available day after the first unavailable one; `null` when there is none. */
  readonly nextYes: IsoDate | null;
}
