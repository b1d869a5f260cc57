import type { OfferRef } from '../../content/clash';
import type { ContentDetailsData } from '../../content/content-details';
import type { LicenseDetailsData } from '../../license/license-details';
import type { OfferData } from '../../license/offer';

/** What is stored about the studios and titles that a file names: what an import is planned on. */
export interface StoredRights {
  readonly contracts: readonly StoredContract[];
  /** By id: those of the titles, and all of the contracts where rows may only use licenses that are there. */
  readonly licenses: ReadonlyMap<string, StoredLicense>;
  readonly titles: readonly StoredTitle[];
  /** By AvailID: the rows that were imported last. */
  readonly earlierRows: ReadonlyMap<string, EarlierRow>;
}

export interface StoredContract {
  readonly id: string;
  readonly studio: string;
  readonly reference: string;
}

export interface StoredLicense {
  readonly id: string;
  readonly version: number;
  readonly contractId: string;
  readonly studio: string;
  readonly details: LicenseDetailsData;
  /** In date order. */
  readonly offers: readonly OfferData[];
  /** The titles that have any of its offers. */
  readonly titleIds: ReadonlySet<string>;
  /** The first days of the offers that a title has. */
  readonly usedStarts: ReadonlySet<string>;
}

export interface StoredTitle {
  readonly id: string;
  readonly version: number;
  readonly details: ContentDetailsData;
  readonly offers: readonly OfferRef[];
}

/** What a row of an earlier file was understood as. */
export interface EarlierRow {
  readonly alid: string;
  readonly rightsType: string;
  readonly territories: readonly string[];
  readonly startsOn: string;
}
