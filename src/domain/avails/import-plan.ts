import type { ContentDetailsData } from '../content-details';
import type { ContractDetails } from '../contract';
import type { LicenseDetailsData } from '../license-details';
import type { OfferData } from '../offer';

/** One command of an import; each is one that a person could give. Versions are those it is made against. */
export type ImportStep =
  | {
      readonly kind: 'record-contract';
      readonly contractId: string;
      readonly details: ContractDetails;
    }
  | {
      readonly kind: 'grant-license';
      readonly licenseId: string;
      readonly contractId: string;
      readonly details: LicenseDetailsData;
    }
  | {
      readonly kind: 'amend-license';
      readonly licenseId: string;
      readonly expectedVersion: number;
      readonly details: LicenseDetailsData;
    }
  | {
      readonly kind: 'generate-offers';
      readonly licenseId: string;
      readonly expectedVersion: number;
      readonly offers: readonly OfferData[];
    }
  | {
      readonly kind: 'replace-offer';
      readonly licenseId: string;
      readonly expectedVersion: number;
      readonly before: OfferData;
      readonly after: OfferData;
    }
  | {
      readonly kind: 'withdraw-offers';
      readonly licenseId: string;
      readonly expectedVersion: number;
      readonly offers: readonly OfferData[];
    }
  | { readonly kind: 'arrange-titles'; readonly titles: readonly ArrangedTitle[] };

/** What an import does with one title in one license: registers it, gives it offers, takes others. */
export interface ArrangedTitle {
  readonly contentId: string;
  /** The version on the review; 0 for a title that is not there yet. */
  readonly version: number;
  /** What it is registered as when it is not there yet. */
  readonly details: ContentDetailsData;
  readonly give: readonly ChosenOfferData[];
  readonly take: readonly { readonly licenseId: string; readonly startsOn: string }[];
}

export interface ChosenOfferData {
  readonly licenseId: string;
  readonly offer: OfferData;
}

/** What is applied as a whole or not at all: one license with its offers, and what its titles get and lose. */
export interface ImportGroup {
  readonly steps: readonly ImportStep[];
  readonly items: readonly ImportItem[];
}

/** One line of the review. */
export interface ImportItem {
  readonly what: 'contract' | 'license' | 'offer' | 'title';
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'withdrawn';
  /** Its name, and what would become of it, in words. */
  readonly name: string;
  readonly words: string;
  /** Where it can be looked at: the id of the contract, of the license (of an offer, too) or of the title. */
  readonly id: string;
  readonly rows: readonly { readonly sheet: string; readonly row: number }[];
}
