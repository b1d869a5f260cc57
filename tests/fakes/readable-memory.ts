import type { ContractClosing, LicenseClosing, TitleClosing } from '../../src/domain/closing';
import type { OfferRef } from '../../src/domain/content/clash';
import type { ContentDetailsData } from '../../src/domain/content/content-details';
import type { PriceEntry } from '../../src/domain/price-table/price-cell';
import type { StoredPricePlan } from '../../src/domain/price-plan/price-plan';
import type { TakedownData } from '../../src/domain/content/takedown';
import type { ContractDetails } from '../../src/domain/contract/contract';
import type { LicenseDetailsData } from '../../src/domain/license/license-details';
import type { OfferData } from '../../src/domain/license/offer';
import type { HistoryLine } from '../../src/service/memory/memory-history';
import type {
  Command,
  LicenseRepository,
  Outcome,
  Transaction,
} from '../../src/service/unit-of-work';
import { MemoryHistory } from '../../src/service/memory/memory-history';
import { MemoryStorage } from '../../src/service/memory/memory-storage';
import { MemoryUnitOfWork } from '../../src/service/memory/memory-unit-of-work';

export interface StoredContract {
  readonly version: number;
  readonly details: ContractDetails;
  readonly closing: ContractClosing | null;
}

export interface StoredLicense {
  readonly contractId: string;
  readonly version: number;
  readonly details: LicenseDetailsData;
  readonly offers: readonly OfferData[];
  readonly closing: LicenseClosing | null;
}

export interface StoredContent {
  readonly version: number;
  readonly details: ContentDetailsData;
  readonly assignments: readonly OfferRef[];
  readonly takedowns: readonly TakedownData[];
  readonly closing: TitleClosing | null;
}

export interface StoredPrices {
  readonly version: number;
  readonly studio: string;
  readonly prices: readonly PriceEntry[];
}

/** Everything there is, as plain data. */
export interface Contents {
  readonly contracts: Readonly<Record<string, StoredContract>>;
  readonly licenses: Readonly<Record<string, StoredLicense>>;
  readonly contents: Readonly<Record<string, StoredContent>>;
  readonly priceTables: Readonly<Record<string, StoredPrices>>;
  readonly history: readonly HistoryLine[];
  readonly commands: Readonly<Record<string, object>>;
}

/** The unit of work in memory, with a look at what it has stored and at how much was read. */
export class ReadableMemory extends MemoryUnitOfWork {
  private readonly history: MemoryHistory;
  private handedOut = 0;

  constructor() {
    const history = new MemoryHistory();
    super(new MemoryStorage(history));
    this.history = history;
  }

  /** How many offers were read so far: what a service pays for asking for more than it needs. */
  get offersRead(): number {
    return this.handedOut;
  }

  /** Stores a price plan, in place of the one with its id: no command of a unit of work does. */
  savePricePlan(plan: StoredPricePlan): void {
    this.storage.pricePlans.set(plan.id, plan);
  }

  /** A copy of everything there is. */
  get contents(): Contents {
    const { contracts, licenses, contents, priceTables } = this.storage;
    return copied({
      contracts: Object.fromEntries(contracts.entries()),
      licenses: Object.fromEntries(
        [...licenses.entries()].map(([id, { contractId, version, details, timeline, closing }]) => [
          id,
          {
            contractId,
            version,
            details: details.toData(),
            offers: timeline.offers.map((offer) => offer.toData()),
            closing,
          },
        ]),
      ),
      contents: Object.fromEntries(
        [...contents.entries()].map(([id, { version, details, refs, takedowns, closing }]) => [
          id,
          {
            version,
            details: details.toData(),
            assignments: refs,
            takedowns: takedowns.map((takedown) => takedown.toData()),
            closing,
          },
        ]),
      ),
      priceTables: Object.fromEntries(
        [...priceTables.entries()].map(([id, { version, studio, prices }]) => [
          id,
          { version, studio, prices: prices.entries },
        ]),
      ),
      history: this.history.lines,
      commands: Object.fromEntries(this.history.commands),
    });
  }

  override run<T extends object>(
    command: Command,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<Outcome<T>> {
    return super.run(command, (transaction) =>
      work({ ...transaction, licenses: this.counted(transaction.licenses) }),
    );
  }

  private counted(licenses: LicenseRepository): LicenseRepository {
    return {
      get: async (...asked) => {
        const license = await licenses.get(...asked);
        this.handedOut += license?.timeline.offers.length ?? 0;
        return license;
      },
      getAll: async (...asked) => {
        const all = await licenses.getAll(...asked);
        for (const { timeline } of all) this.handedOut += timeline.offers.length;
        return all;
      },
      granted: (...asked) => licenses.granted(...asked),
      inUse: (...asked) => licenses.inUse(...asked),
      changesAfter: (...asked) => licenses.changesAfter(...asked),
      changesTo: (...asked) => licenses.changesTo(...asked),
      add: (license, dependsOn) => {
        licenses.add(license, dependsOn);
      },
      save: (license) => {
        licenses.save(license);
      },
      saveTogether: (closings) => {
        licenses.saveTogether(closings);
      },
      remove: (license) => {
        licenses.remove(license);
      },
    };
  }
}

/** Through JSON, so that nobody holds a reference to it. */
function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
