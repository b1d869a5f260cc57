import type { ContractClosing, LicenseClosing, TitleClosing } from '../../domain/closing';
import type { LicensedOffer, OfferRef } from '../../domain/content/clash';
import type { ContentDetails } from '../../domain/content/content-details';
import type { ContractDetails } from '../../domain/contract/contract';
import type { LicenseDetails } from '../../domain/license/license-details';
import type { Offer } from '../../domain/license/offer';
import type { StoredPricePlan } from '../../domain/price-plan/price-plan';
import type { Prices } from '../../domain/price-table/prices';
import type { Takedown } from '../../domain/content/takedown';
import type { Timeline } from '../../domain/license/timeline';
import type { MemoryHistory } from './memory-history';
import { fold } from '../../domain/names/folding';
import { LostRace } from './lost-race';
import { Index, Journal, Table } from './journal';

export interface ContractState {
  readonly version: number;
  readonly details: ContractDetails;
  readonly closing: ContractClosing | null;
}

export interface LicenseState {
  readonly contractId: string;
  readonly version: number;
  readonly details: LicenseDetails;
  /** Whole. */
  readonly timeline: Timeline;
  readonly closing: LicenseClosing | null;
}

export interface ContentState {
  readonly version: number;
  readonly details: ContentDetails;
  readonly refs: readonly OfferRef[];
  readonly takedowns: readonly Takedown[];
  readonly closing: TitleClosing | null;
}

export interface PriceTableState {
  readonly version: number;
  readonly studio: string;
  readonly prices: Prices;
}

/** Contracts, licenses, titles and price tables in memory, as values that nobody can change, and what they are found by. */
export class MemoryStorage {
  readonly journal = new Journal();
  readonly contracts = new Table<ContractState>(this.journal);
  readonly licenses = new Table<LicenseState>(this.journal);
  readonly contents = new Table<ContentState>(this.journal);
  readonly priceTables = new Table<PriceTableState>(this.journal);
  /** Price plans, which no command of a unit of work changes. */
  readonly pricePlans = new Map<string, StoredPricePlan>();
  /** The contract that has a studio's number, the title that has an identifier, and the price table of a studio. */
  readonly holders = new Table<string>(this.journal);
  /** The licenses of a contract. */
  readonly licensesOf = new Index(this.journal);
  /** The titles that have an offer of a license. */
  readonly titlesOf = new Index(this.journal);

  /** @param history what is remembered of commands; `null` when nothing is, and then nobody may ask */
  constructor(readonly history: MemoryHistory | null) {}

  setContract(id: string, state: ContractState): void {
    const before = this.contracts.get(id);
    if (before !== undefined) this.holders.delete(numberKey(before.details));
    this.contracts.set(id, state);
    this.holders.set(numberKey(state.details), id);
  }

  /** The licenses of a contract that are not void. */
  licensesInUse(contractId: string): readonly (readonly [id: string, LicenseState])[] {
    return [...this.licensesOf.of(contractId)].flatMap((id) => {
      const state = this.licenses.get(id);
      return state === undefined || state.closing?.kind === 'void' ? [] : [[id, state] as const];
    });
  }

  setLicense(id: string, state: LicenseState): void {
    this.licenses.set(id, state);
    this.licensesOf.add(state.contractId, id);
  }

  /** @throws LostRace when another title has one of the identifiers */
  setContent(id: string, state: ContentState): void {
    const before = this.contents.get(id);
    this.contents.set(id, state);
    if (before?.details !== state.details) {
      if (before !== undefined) this.release(before);
      for (const key of identifierKeys(state)) {
        if (this.holders.get(key) !== undefined)
          throw new LostRace(`Another title has ${key} already.`);
        this.holders.set(key, id);
      }
    }
    for (const { licenseId } of before?.refs ?? [])
      if (!state.refs.some((ref) => ref.licenseId === licenseId))
        this.titlesOf.delete(licenseId, id);
    for (const { licenseId } of state.refs) this.titlesOf.add(licenseId, id);
  }

  deleteContract(id: string, { details }: ContractState): void {
    this.contracts.delete(id);
    this.holders.delete(numberKey(details));
  }

  deleteLicense(id: string, { contractId }: LicenseState): void {
    this.licenses.delete(id);
    this.licensesOf.delete(contractId, id);
  }

  deleteContent(id: string, state: ContentState): void {
    this.contents.delete(id);
    this.release(state);
    for (const { licenseId } of state.refs) this.titlesOf.delete(licenseId, id);
  }

  private release(state: ContentState): void {
    for (const key of identifierKeys(state)) this.holders.delete(key);
  }

  offer({ licenseId, startsOn }: OfferRef): Offer | null {
    return this.licenses.get(licenseId)?.timeline.startingOn(startsOn) ?? null;
  }

  /** An offer with what its license says, as that stands now; `null` when there is none (C3). */
  licensed(ref: OfferRef): LicensedOffer | null {
    const { licenseId } = ref;
    const license = this.licenses.get(licenseId);
    const offer = this.offer(ref);
    if (license === undefined || offer === null) return null;
    const { name, terms } = license.details;
    const { rightsType, territories, formats, languages } = terms;
    return {
      licenseId,
      licenseVersion: license.version,
      licenseName: name,
      rightsType,
      territories,
      formats,
      languages,
      offer,
    };
  }
}

/** What two contracts with one studio must not have in common, however they are spelt. */
export function numberKey({
  studio,
  reference,
}: Pick<ContractDetails, 'studio' | 'reference'>): string {
  return `contract ${JSON.stringify([fold(studio), fold(reference)])}`;
}

/** What two price tables must not have in common, however it is spelt. */
export function studioKey(studio: string): string {
  return `price table ${fold(studio)}`;
}

export function identifierKey({
  scheme,
  value,
}: {
  readonly scheme: string;
  readonly value: string;
}): string {
  return `${scheme} ${value}`;
}

function identifierKeys({ details }: Pick<ContentState, 'details'>): string[] {
  return details.identifiers.map(identifierKey);
}
