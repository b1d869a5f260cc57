import { randomUUID } from 'node:crypto';
import type { ContentDetailsData } from '../src/domain/content/content-details';
import type { OfferData } from '../src/domain/license/offer';
import { openDatabase, type Database } from '../src/adapters/postgres/database';
import { PrismaUnitOfWork } from '../src/adapters/postgres/prisma-unit-of-work';
import { addDays, DateRange, isoDate } from '../src/domain/values/date-range';
import { DEVICES } from '../src/domain/values/device';
import { Money } from '../src/domain/values/money';
import { assignOffer, registerContent } from '../src/service/content/content-service';
import { recordContract } from '../src/service/contract/contract-service';
import { generateOffers, grantLicense, replaceOffer } from '../src/service/license/license-service';
import { test as base } from './fixtures';

/** A day so many days from today, `YYYY-MM-DD`. */
export function inDays(count: number): string {
  const timeZone = process.env.CRMS_TIME_ZONE ?? 'UTC';
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  return addDays(isoDate(today), count);
}

export const THIS_YEAR = Number(inDays(0).slice(0, 4));

/** The next year of 365 days: whatever day the tests run on, its days are ahead, and each year as many. */
export const YEAR = THIS_YEAR % 4 === 3 ? THIS_YEAR + 2 : THIS_YEAR + 1;

/** A day of that year: `on('03-01')`. */
export function on(monthAndDay: string): string {
  return `${YEAR}-${monthAndDay}`;
}

/** An offer as a test states it; days are `YYYY-MM-DD`, both inclusive. */
export interface StockOffer {
  readonly name: string;
  readonly price?: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** What matters to a test; the rest is the same for all. */
export interface StockedLicense {
  readonly name?: string;
  readonly contract?: Shelf;
  readonly rightsType?: string;
  readonly territories?: readonly string[];
  readonly devices?: readonly string[];
  readonly firstDay?: string;
  /** `null` is open. */
  readonly lastDay?: string | null;
  /** Added in one change: with offers the license is at version 2. */
  readonly offers?: readonly StockOffer[];
}

/** A contract that a test made for itself. */
export interface Shelf {
  readonly id: string;
  readonly address: string;
  readonly studio: string;
  readonly reference: string;
}

/** A license that a test made for itself. */
export interface Stocked {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly contract: Shelf;
}

/** A title as a test states it; the rest is the same for all. */
export interface StockedTitle extends Partial<ContentDetailsData> {
  /** The license and one of its offers, for every device unless stated otherwise. */
  readonly license: Stocked;
  readonly offer: StockOffer;
  readonly devices?: readonly string[];
}

/** A title that a test made for itself. */
export interface Titled {
  readonly id: string;
  readonly address: string;
  readonly title: string;
}

/** Who makes a change, and at which version of the license or title. */
interface Change {
  readonly version?: number;
  readonly by?: string;
}

/** Puts contracts and licenses into the product's database through its own services: what a journey begins with. */
export class Stock {
  private readonly unitOfWork: PrismaUnitOfWork;

  constructor(database: Database) {
    this.unitOfWork = new PrismaUnitOfWork(database.prisma);
  }

  async contract(studio = unique('Studio')): Promise<Shelf> {
    const id = randomUUID();
    const reference = unique('E2E');
    const details = { studio, reference, signedOn: isoDate('2025-11-30'), notes: '' };
    await recordContract({ ...envelope(), contractId: id, details }, this.unitOfWork);
    return { id, address: `/contracts/${id}`, studio, reference };
  }

  /** A license for `YEAR`, for the United States and every device, unless stated otherwise. */
  async license(stated: StockedLicense = {}): Promise<Stocked> {
    const { offers = [], devices = DEVICES, lastDay = on('12-31') } = stated;
    const [id, name] = [randomUUID(), stated.name ?? unique('Slate')];
    const contract = stated.contract ?? (await this.contract());
    const terms = {
      rightsType: stated.rightsType ?? 'TVOD',
      territories: stated.territories ?? ['US'],
      devices,
      window: DateRange.fromDays(stated.firstDay ?? on('01-01'), lastDay).toData(),
    };
    await grantLicense(
      {
        ...envelope(),
        licenseId: id,
        contractId: contract.id,
        details: { name, notes: '', terms },
      },
      this.unitOfWork,
    );
    const made = { id, address: `/licenses/${id}`, name, contract };
    if (offers.length > 0) await this.offers(made, offers, { devices });
    return made;
  }

  /** Adds offers in one change, as somebody else would who has the license open too. */
  async offers(
    { id }: Stocked,
    offers: readonly StockOffer[],
    { version = 1, by = 'Stock', devices = DEVICES }: Change & { devices?: readonly string[] } = {},
  ): Promise<void> {
    const plan = { kind: 'at', offers: offers.map((offer) => asData(offer, devices)) } as const;
    await generateOffers(
      { ...envelope(by), licenseId: id, expectedVersion: version, plan },
      this.unitOfWork,
    );
  }

  /** Registers a movie of the license's studio, unless stated otherwise, with its first offer. */
  async title({ license, offer, devices = DEVICES, ...stated }: StockedTitle): Promise<Titled> {
    const id = randomUUID();
    const details = {
      title: unique('Title'),
      kind: 'movie',
      studio: license.contract.studio,
      releaseYear: 2024,
      parentId: null,
      position: null,
      identifiers: [],
      notes: '',
      ...stated,
    };
    const first = { licenseId: license.id, offer: asData(offer, devices) };
    await registerContent({ ...envelope(), contentId: id, details, first }, this.unitOfWork);
    return { id, address: `/content/${id}`, title: details.title };
  }

  /** Assigns one more offer, as somebody else would who has the title open too. */
  async assign(
    { id }: Titled,
    license: Stocked,
    offer: StockOffer,
    { version = 1, by = 'Stock' }: Change = {},
  ): Promise<void> {
    const chosen = { licenseId: license.id, offer: asData(offer, DEVICES) };
    await assignOffer(
      { ...envelope(by), contentId: id, expectedVersion: version, chosen },
      this.unitOfWork,
    );
  }

  /** Replaces an offer by a different one. */
  async replace(
    { id }: Stocked,
    before: StockOffer,
    after: StockOffer,
    { version = 2, by = 'Stock' }: Change = {},
  ): Promise<void> {
    const [from, to] = [asData(before, DEVICES), asData(after, DEVICES)];
    await replaceOffer(
      { ...envelope(by), licenseId: id, expectedVersion: version, before: from, after: to },
      this.unitOfWork,
    );
  }
}

function asData(
  { name, price = '4.99', firstDay, lastDay }: StockOffer,
  devices: readonly string[],
): OfferData {
  const window = DateRange.fromDays(firstDay, lastDay).toData();
  return { name, price: Money.parse(price, 'USD').toData(), window, devices };
}

function envelope(name = 'Stock') {
  return { key: randomUUID(), actor: { name }, at: new Date().toISOString() };
}

/** A name nobody else has. */
export function unique(what: string): string {
  return `${what} ${randomUUID().slice(0, 8)}`;
}

/** The database of the product under test: the one `server.ts` makes, or another that is named. */
export function databaseUrl(): string {
  const { CRMS_E2E_DATABASE_URL: named, TEST_DATABASE_URL: cluster } = process.env;
  if (named !== undefined) return named;
  if (cluster === undefined) throw new Error('TEST_DATABASE_URL is not set; run npm test.');
  const url = new URL(cluster);
  url.pathname = '/crms_e2e';
  return url.href;
}

interface WorkerFixtures {
  readonly database: Database;
}

interface Fixtures {
  readonly stock: Stock;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  database: [
    async ({}, use) => {
      const database = openDatabase(databaseUrl(), { connections: 2 });
      await use(database);
      await database.close();
    },
    { scope: 'worker' },
  ],
  stock: async ({ database }, use) => {
    await use(new Stock(database));
  },
});
