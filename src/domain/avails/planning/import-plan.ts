import type { OfferRef } from '../../content/clash';
import type { ContentDetailsData } from '../../content/content-details';
import type { TakedownPlan } from '../../content/takedown';
import type { ContractDetails } from '../../contract/contract';
import type { LicenseDetailsData } from '../../license/license-details';
import type { OfferData } from '../../license/offer';
import type { LanguagesData } from '../../values/languages';
import type { Territory } from '../../values/territory';

/** One command of an import. People can give each of them too. It runs against the latest version at that time. */
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
  | { readonly kind: 'arrange-titles'; readonly titles: readonly ArrangedTitle[] }
  | { readonly kind: 'take-down-title'; readonly contentId: string; readonly plan: TakedownPlan }
  | {
      readonly kind: 'bring-title-back';
      readonly contentId: string;
      /** The number of the takedown that ends. */
      readonly takedown: number;
      /** The first day on which the title is back. */
      readonly from: string;
    };

/** A command that changes a license that there is. */
export type LicenseStep = Extract<
  ImportStep,
  { readonly kind: 'amend-license' | 'generate-offers' | 'replace-offer' | 'withdraw-offers' }
>;

/** The changes to one title: registers it if needed, and adds and removes offers. */
export interface ArrangedTitle {
  readonly contentId: string;
  /** The details to register it with. A parent that is not stored either is omitted unless the kind requires one. */
  readonly details: ContentDetailsData;
  readonly give: readonly ChosenOfferData[];
  readonly take: readonly OfferRef[];
  /** Whether the title is only a parent of others; if it is stored, it does not change. */
  readonly isContainer: boolean;
}

export interface ChosenOfferData {
  readonly licenseId: string;
  readonly offer: OfferData;
}

/**
 * Changes that are applied as a whole or not at all: one license with its offers, the offers its titles get and lose, and
 * their takedowns; or the takedowns of one title.
 */
export interface ImportGroup {
  readonly steps: readonly ImportStep[];
  /** The versions of stored licenses and titles that the plan is based on. */
  readonly basedOn: readonly Basis[];
  readonly items: readonly ImportItem[];
  /** The reason why the group cannot be applied, as a sentence; `null` when planning found none. */
  readonly blocked: string | null;
}

export interface Basis {
  readonly what: 'license' | 'content';
  readonly id: string;
  readonly version: number;
}

/** A reference to a row of a file. */
export interface RowRef {
  readonly sheet: string;
  readonly row: number;
}

/** One item of the review. */
export interface ImportItem {
  readonly what: 'contract' | 'license' | 'offer' | 'title';
  readonly outcome:
    'created' | 'changed' | 'details-changed' | 'unchanged' | 'kept' | 'withdrawn' | 'taken-down';
  readonly name: string;
  /** The planned change, for display. */
  readonly words: string;
  /** The id of the contract, license or title to link to; an offer links to its license. */
  readonly id: string;
  readonly rows: readonly RowRef[];
  /** The changed cells, where the outcome is that details change. */
  readonly details?: readonly DetailChange[];
}

/** A cell that the rows of an offer had and have, or a row that they did not have or no longer have. */
export interface DetailChange {
  /** Its group and name, `AvailMetadata/RatingValue`; `null` where a row of a format and language comes or goes. */
  readonly column: string | null;
  /** The cell, or the format and language of the row; empty for none. */
  readonly before: string;
  readonly after: string;
}

/** The planned changes of an import. */
export interface ImportPlan {
  readonly groups: readonly ImportGroup[];
  /** Titles whose rights in the file are already stored, and those that keep rights because rows are refused. */
  readonly unchanged: readonly ImportItem[];
  /** The rows without errors, those that take away included. */
  readonly rows: readonly PlannedRow[];
}

/** A row as a line of what its title has. */
export interface PlannedRow extends RowRef {
  readonly contentId: string;
  /** The territories of a full extract for which the file says everything, because none of its rows there is refused. */
  readonly complete: readonly Territory[];
  /** Of the licenses that the row is about. */
  readonly languages: LanguagesData;
  /** The reference of the row's contract, where rows of its title name several; else `null`. */
  readonly contract: string | null;
}
