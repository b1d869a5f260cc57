import type { ContractClosing, LicenseClosing, TitleClosing } from '../../closing';
import type { TakedownData } from '../../content/takedown';
import type { OfferRef } from '../../content/clash';
import type { ContentDetailsData } from '../../content/content-details';
import type { LicenseDetailsData } from '../../license/license-details';
import type { OfferData } from '../../license/offer';
import type { DateRangeData } from '../../values/date-range';
import type { LanguagesData } from '../../values/languages';
import type { OriginRow } from '../origin-row';
import type { Territory } from '../../values/territory';

/** An offer assigned to a title, with the territories of its license. */
export interface Use {
  readonly licenseId: string;
  readonly contractId: string;
  readonly territories: readonly Territory[];
  readonly offer: OfferData;
}

/** The stored data about the studios and titles in a file, on which an import plan is based. */
export interface StoredRights {
  readonly contracts: readonly StoredContract[];
  /** By id: the licenses of the titles, and all licenses of the contracts where the rules allow existing licenses only. */
  readonly licenses: ReadonlyMap<string, StoredLicense>;
  readonly titles: readonly StoredTitle[];
  /** By AvailID: the rows of the latest import. */
  readonly earlierRows: ReadonlyMap<string, EarlierRow>;
  /** The imported rows of the titles' offers that count, the newest file first, by `useKey`. */
  readonly rows: ReadonlyMap<string, readonly OriginRow[]>;
}

/** Names an offer that a title has. */
export function useKey(contentId: string, { licenseId, startsOn }: OfferRef): string {
  return `${contentId} ${licenseId} ${startsOn}`;
}

export interface StoredContract {
  readonly id: string;
  readonly studio: string;
  readonly reference: string;
  readonly closing: ContractClosing | null;
}

export interface StoredLicense {
  readonly id: string;
  readonly version: number;
  readonly contractId: string;
  readonly studio: string;
  readonly details: LicenseDetailsData;
  /** In date order. */
  readonly offers: readonly OfferData[];
  readonly closing: LicenseClosing | null;
  /** The titles that have at least one of its offers. */
  readonly titleIds: ReadonlySet<string>;
  /** The first days of the offers that are assigned to titles. */
  readonly usedStarts: ReadonlySet<string>;
}

export interface StoredTitle {
  readonly id: string;
  readonly version: number;
  readonly details: ContentDetailsData;
  readonly offers: readonly OfferRef[];
  readonly takedowns: readonly TakedownData[];
  readonly closing: TitleClosing | null;
  /** The numbers of the takedowns that imports made. */
  readonly deletions: readonly number[];
}

/** The interpretation of a row in an earlier file. */
export interface EarlierRow {
  readonly alid: string;
  readonly rightsType: string;
  readonly territories: readonly string[];
  readonly format: string;
  readonly startsOn: string;
  /** The days that it granted; `null` where only the first of them was kept. */
  readonly window: DateRangeData | null;
  /** The languages in which it granted them. */
  readonly languages: LanguagesData;
  /** Whether it was a temporary price reduction. */
  readonly isReduction: boolean;
  /** Other rows that granted some of these days: of other formats, or what later files made of them. */
  readonly others: readonly {
    readonly availId: string | null;
    readonly format: string;
    readonly territories: readonly string[];
    readonly startsOn: string;
    readonly window: DateRangeData | null;
    readonly languages: LanguagesData;
  }[];
}
