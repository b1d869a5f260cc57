import type { Actor } from '../domain/people/actor';
import type { LicensedOffer, OfferRef } from '../domain/content/clash';
import type { Content } from '../domain/content/content';
import type { ContentKind } from '../domain/content/content-kind';
import type { Contract } from '../domain/contract/contract';
import type { DateRange, IsoDate } from '../domain/values/date-range';
import type { Identifier } from '../domain/content/identifier';
import type { License } from '../domain/license/license';
import type { LicenseChange } from '../domain/license/license-change';
import type { StoredPricePlan } from '../domain/price-plan/price-plan';
import type { PriceTable } from '../domain/price-table/price-table';
import type { PriceTableChange } from '../domain/price-table/price-table-change';
import type { GrantedLicense } from '../domain/license/twin';
import type { NamedLicense } from '../domain/contract/contract-errors';
import type { ReleasedOffers } from '../domain/content/content-change';
import type { Neighbor } from '../domain/content/title-rules';

/** What every command carries, whatever it asks for. */
export interface Command {
  /** The name of the command, one of `CommandKind`; the key is bound to it, too. */
  readonly kind?: string | undefined;
  /**
   * A UUID the client made for this intent. The same key again, with the same payload by the same actor, is answered with
   * the result of the first time and changes nothing; with another payload or actor it is refused.
   */
  readonly key: string;
  readonly actor: Actor;
  /** The instant the command arrived, ISO 8601 in UTC: what history says it happened at. */
  readonly at: string;
  /** The import it is a part of: history names its file. */
  readonly importId?: string | undefined;
}

/** A command's result; `replayed` when its key had already been accepted and this is the stored answer. */
export type Outcome<T> = T & { readonly replayed: boolean };

/**
 * One command, one transaction.
 *
 * Reads happen at once; what is added and saved is written when the work returns, all of it or nothing, guarded by the
 * versions that were read. So no transaction is open while a rule is being decided.
 */
export interface UnitOfWork {
  /**
   * Returning commits everything done through the transaction; throwing undoes it. The work may be run again from the
   * start when the database asks for a retry, so it has no effects but those through the transaction.
   *
   * @returns the work's result: plain data, because it is stored under the command's key
   * @throws Stale when another command committed a saved aggregate's next version first
   * @throws KeyReused when the key was accepted for another payload or actor
   * @throws Busy when nothing was written and the same command may be sent again
   * @throws OutcomeUnknown when the connection was lost before the answer; the same key again tells what happened
   */
  run<T extends object>(
    command: Command,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<Outcome<T>>;
}

export interface Transaction {
  readonly contracts: ContractRepository;
  readonly licenses: LicenseRepository;
  readonly contents: ContentRepository;
  readonly priceTables: PriceTableRepository;
  readonly pricePlans: PricePlanSource;
}

/** Price plans are records. A command that makes offers from one only reads it: the offers are copies. */
export interface PricePlanSource {
  /** A plan as it is now; `null` when there is none. */
  get(id: string): Promise<StoredPricePlan | null>;
}

export interface PriceTableRepository {
  get(id: string): Promise<PriceTable | null>;
  /** The accepted changes after a version, in order. */
  changesAfter(id: string, version: number): Promise<readonly PriceTableChange[]>;
  /** @throws PriceTableExists at the commit, when the studio has a table */
  add(table: PriceTable): void;
  /** Stores the table's change as its next version; nothing when it did not change. */
  save(table: PriceTable): void;
}

export interface ContractRepository {
  get(id: string): Promise<Contract | null>;
  /** @throws ContractReferenceTaken at the commit, when the studio has a contract of that number */
  add(contract: Contract): void;
  /** Takes a contract away that has no license any more: the end of its story. */
  remove(contract: Contract): void;
  /** Stores the contract's change as its next version; nothing when it did not change. */
  save(contract: Contract): void;
}

export interface LicenseRepository {
  /**
   * @param known the windows whose offers are wanted; without it the whole timeline is read
   */
  get(id: string, known?: readonly DateRange[]): Promise<License | null>;
  /** The licenses there are among these, in no particular order. @param known as for `get` */
  getAll(ids: readonly string[], known?: readonly DateRange[]): Promise<readonly License[]>;
  /** The licenses of a contract with a rights type, without those that are void, by first day. */
  granted(contractId: string, rightsType: string): Promise<readonly GrantedLicense[]>;
  /** The licenses of a contract that are not void, by name. */
  inUse(contractId: string): Promise<readonly NamedLicense[]>;
  /** The accepted changes after a version, in order. */
  changesAfter(id: string, version: number): Promise<readonly LicenseChange[]>;
  /** The changes that made these versions, one of each license, by its id. */
  changesTo(versions: readonly LicenseVersion[]): Promise<ReadonlyMap<string, LicenseChange>>;
  /**
   * @param dependsOn the versions that were read of licenses which the whole command rests on, such as the one that it is a copy
   *   of: it is stored only while they are the latest; otherwise the work is run again
   */
  add(license: License, dependsOn?: ReadonlyMap<string, number>): void;
  /** Takes a license away with its offers, which no title has any more: the end of its story. */
  remove(license: License): void;
  /** Stores the license's change as its next version, with its line of history; nothing when it did not change. */
  save(license: License): void;
  /** Stores the changes of licenses that one command changes alike, in the order of their ids, by few statements. */
  saveTogether(licenses: readonly License[]): void;
}

/** One version of one license. */
export interface LicenseVersion {
  readonly licenseId: string;
  readonly version: number;
}

export interface ContentRepository {
  get(id: string): Promise<Content | null>;
  /** The titles there are among these, in no particular order. */
  getAll(ids: readonly string[]): Promise<readonly Content[]>;
  /** What kind each of these titles is; nothing for one that there is not. */
  kindsOf(ids: readonly string[]): Promise<ReadonlyMap<string, ContentKind>>;
  /** An identifier among these that a title has which is not one of those, or `null`. */
  takenBy(
    identifiers: readonly Identifier[],
    exceptIds: readonly string[],
  ): Promise<Identifier | null>;
  /** The titles that one of these offers is assigned to. */
  assignedTo(offers: readonly OfferRef[]): Promise<readonly string[]>;
  /**
   * What versions of licenses took from titles, because they withdrew offers. Titles that are not there any more are left
   * out.
   */
  releasedBy(versions: readonly LicenseVersion[]): Promise<readonly ReleasedOffers[]>;
  /** Offers of other licenses that a title has beside one of this license, which begins on one of the days if given. */
  neighbors(licenseId: string, startsOn?: readonly IsoDate[]): Promise<readonly Neighbor[]>;
  /** Offers on the title's licenses that it does not have and that end after a day, the nearest first, a few of them. */
  candidates(id: string, after: IsoDate): Promise<readonly LicensedOffer[]>;
  add(contents: readonly Content[]): void;
  /** Takes titles away with their assignments: the end of their stories. */
  remove(contents: readonly Content[]): void;
  /**
   * Stores the titles' changes as their next versions; nothing for one that did not change. They are stored only while
   * the licenses of their offers are at the versions that were read; otherwise the work is run again.
   *
   * @throws Stale at the commit, when another command committed a title's next version first
   */
  save(contents: readonly Content[]): void;
}
