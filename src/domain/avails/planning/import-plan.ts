import type { OfferRef } from '../../content/clash';
import type { ContentDetailsData } from '../../content/content-details';
import type { ContractDetails } from '../../contract/contract';
import type { LicenseDetailsData } from '../../license/license-details';
import type { OfferData } from '../../license/offer';

/** One command of an import; each is one that a person could give. It is given at the version that is there by then. */
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
      readonly details: LicenseDetailsData;
    }
  | {
      readonly kind: 'generate-offers';
      readonly licenseId: string;
      readonly offers: readonly OfferData[];
    }
  | {
      readonly kind: 'replace-offer';
      readonly licenseId: string;
      readonly before: OfferData;
      readonly after: OfferData;
    }
  | {
      readonly kind: 'withdraw-offers';
      readonly licenseId: string;
      readonly offers: readonly OfferData[];
    }
  | { readonly kind: 'arrange-titles'; readonly titles: readonly ArrangedTitle[] };

/** What an import does with one title: registers it when it is not there yet, gives it offers, takes others. */
export interface ArrangedTitle {
  readonly contentId: string;
  /** What it is registered as. A parent that is not there either is left out, unless the kind needs one. */
  readonly details: ContentDetailsData;
  readonly give: readonly ChosenOfferData[];
  readonly take: readonly OfferRef[];
  /** Only what others belong to: left as it is when it is there already. */
  readonly isContainer: boolean;
}

export interface ChosenOfferData {
  readonly licenseId: string;
  readonly offer: OfferData;
}

/** What is applied as a whole or not at all: one license with its offers, and what its titles get and lose. */
export interface ImportGroup {
  readonly steps: readonly ImportStep[];
  /** The stored licenses and titles it was planned on. */
  readonly basedOn: readonly Basis[];
  readonly items: readonly ImportItem[];
  /** Why it cannot be applied, as a sentence; `null` as far as planning can tell. */
  readonly blocked: string | null;
}

export interface Basis {
  readonly what: 'license' | 'content';
  readonly id: string;
  readonly version: number;
}

/** A row of a file, as people find it. */
export interface RowRef {
  readonly sheet: string;
  readonly row: number;
}

/** One line of the review. */
export interface ImportItem {
  readonly what: 'contract' | 'license' | 'offer' | 'title';
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'withdrawn';
  readonly name: string;
  /** What would become of it, in words. */
  readonly words: string;
  /** Where it can be looked at: the id of the contract, of the license (of an offer, too) or of the title. */
  readonly id: string;
  readonly rows: readonly RowRef[];
}

/** What an import would do. */
export interface ImportPlan {
  readonly groups: readonly ImportGroup[];
  /** What the file says as it is stored already. */
  readonly unchanged: readonly ImportItem[];
}
