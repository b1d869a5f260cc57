import type { OfferRef } from '../../src/domain/content/clash';
import type { ContentChange } from '../../src/domain/content/content-change';
import type { ContentDetailsData } from '../../src/domain/content/content-details';
import type { ContractChange, ContractDetails } from '../../src/domain/contract/contract';
import type { LicenseChange } from '../../src/domain/license/license-change';
import type { LicenseDetailsData } from '../../src/domain/license/license-details';
import type { Removal } from '../../src/domain/removal';
import type { OfferData } from '../../src/domain/license/offer';
import type { Command } from '../../src/service/unit-of-work';

export interface StoredContract {
  readonly version: number;
  readonly details: ContractDetails;
}

export interface StoredLicense {
  readonly contractId: string;
  readonly version: number;
  readonly details: LicenseDetailsData;
  readonly offers: readonly OfferData[];
}

export interface StoredContent {
  readonly version: number;
  readonly details: ContentDetailsData;
  readonly assignments: readonly OfferRef[];
}

export interface HistoryLine {
  readonly aggregateId: string;
  readonly version: number;
  readonly actor: string;
  readonly at: string;
  readonly key: string;
  readonly change: ContractChange | LicenseChange | ContentChange | Removal;
}

export interface StoredCommand {
  readonly actor: string;
  readonly payload: string;
  readonly result: object;
}

/** Everything there is, as plain data. */
export interface Contents {
  readonly contracts: Readonly<Record<string, StoredContract>>;
  readonly licenses: Readonly<Record<string, StoredLicense>>;
  readonly contents: Readonly<Record<string, StoredContent>>;
  readonly history: readonly HistoryLine[];
  readonly commands: Readonly<Record<string, StoredCommand>>;
}

/** A write that waits for its unit of work to return; given what is stored by then, it says what is stored after it. */
export type Write = (contents: Contents) => Contents;

export function lineOf(
  aggregateId: string,
  version: number,
  { key, actor, at }: Command,
  change: HistoryLine['change'],
): HistoryLine {
  return copied({ aggregateId, version: version + 1, actor: actor.name, at, key, change });
}

/** Through JSON, as storage would. */
export function copied<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
