import { UNRESTRICTED } from '../src/domain/license/terms';
import { randomUUID } from 'node:crypto';
import type { ContentDetailsData } from '../src/domain/content/content-details';
import type { OfferData } from '../src/domain/license/offer';
import { openDatabase, type Database } from '../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../src/adapters/postgres/prisma-unit-of-work';
import { addDays, DateRange, isoDate } from '../src/domain/values/date-range';
import { DEVICES } from '../src/domain/values/device';
import { Money } from '../src/domain/values/money';
import { assignOffer, registerContent } from '../src/service/content/content-service';
import { recordContract } from '../src/service/contract/contract-service';
import { takeDownTitle } from '../src/service/content/takedown-service';
import { closeLicense } from '../src/service/license/close-license';
import { generateOffers } from '../src/service/license/generate-offers';
import { grantLicense, replaceOffer } from '../src/service/license/license-service';
import { test as base } from './fixtures';
import { isTier } from '../src/wire/forms/prices';
import { onePrice } from '../src/domain/license/price-list';

/** The day `count` days from today, `YYYY-MM-DD`. */
export function inDays(count: number): string {
  const timeZone = process.env.CRMS_TIME_ZONE ?? 'UTC';
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  return addDays(isoDate(today), count);
}

export const THIS_YEAR = Number(inDays(0).slice(0, 4));

/** The next year of 365 days, so that its days are in the future and every run has the same number of days. */
export const YEAR = THIS_YEAR % 4 === 3 ? THIS_YEAR + 2 : THIS_YEAR + 1;

/** A day of `YEAR`: `on('03-01')`. */
export function on(monthAndDay: string): string {
  return `${YEAR}-${monthAndDay}`;
}

/** An offer to seed; days are `YYYY-MM-DD`, both inclusive. */
export interface OfferSeed {
  readonly name: string;
  /** An amount in US dollars, or a retail tier: `Tier 1`. */
  readonly price?: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A license to seed; see `SeedData.license` for the defaults. */
export interface LicenseSeed {
  readonly name?: string;
  readonly contract?: SeededContract;
  readonly rightsType?: string;
  readonly territories?: readonly string[];
  readonly devices?: readonly string[];
  /** All by default. */
  readonly formats?: readonly string[];
  /** BCP 47; all by default. */
  readonly languages?: readonly string[];
  readonly firstDay?: string;
  /** `null` is open. */
  readonly lastDay?: string | null;
  /** Added in one change, so that a license with offers is at version 2. */
  readonly offers?: readonly OfferSeed[];
}

/** A contract of one test. */
export interface SeededContract {
  readonly id: string;
  readonly address: string;
  readonly studio: string;
  readonly reference: string;
}

/** A license of one test. */
export interface SeededLicense {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly contract: SeededContract;
}

/** A title to seed; see `SeedData.title` for the defaults. */
export interface TitleSeed extends Partial<ContentDetailsData> {
  /** The license of the first offer, which is for every device by default. */
  readonly license: SeededLicense;
  readonly offer: OfferSeed;
  readonly devices?: readonly string[];
}

/** A title of one test. */
export interface SeededTitle {
  readonly id: string;
  readonly address: string;
  readonly title: string;
}

/** Actor of a change, and the base version of the license or title. */
interface Change {
  readonly version?: number;
  readonly by?: string;
}

/** Seeds contracts, licenses and titles in the database of the app through its services. */
export class SeedData {
  private readonly unitOfWork: PrismaUnitOfWork;

  constructor(database: Database) {
    this.unitOfWork = new PrismaUnitOfWork(database.prisma);
  }

  async contract(studio = unique('Studio')): Promise<SeededContract> {
    const id = randomUUID();
    const reference = unique('E2E');
    const details = { studio, reference, signedOn: isoDate('2025-11-30'), notes: '' };
    await recordContract({ ...envelope(), contractId: id, details }, this.unitOfWork);
    return { id, address: `/contracts/${id}`, studio, reference };
  }

  /** Grants a license, by default for `YEAR`, the United States and every device. */
  async license(overrides: LicenseSeed = {}): Promise<SeededLicense> {
    const { offers = [], devices = DEVICES, lastDay = on('12-31') } = overrides;
    const [id, name] = [randomUUID(), overrides.name ?? unique('Slate')];
    const contract = overrides.contract ?? (await this.contract());
    const terms = {
      ...UNRESTRICTED,
      rightsType: overrides.rightsType ?? 'TVOD',
      territories: overrides.territories ?? ['US'],
      devices,
      formats: overrides.formats ?? null,
      languages: { allowed: overrides.languages ?? null, heldBack: [] },
      window: DateRange.fromDays(overrides.firstDay ?? on('01-01'), lastDay).toData(),
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

  /** Adds offers in one change, like another person who has the license open. */
  async offers(
    { id }: SeededLicense,
    offers: readonly OfferSeed[],
    { version = 1, by = 'Seed', devices = DEVICES }: Change & { devices?: readonly string[] } = {},
  ): Promise<void> {
    const plan = { kind: 'at', offers: offers.map((offer) => asData(offer, devices)) } as const;
    await generateOffers(
      { ...envelope(by), licenseId: id, expectedVersion: version, plan },
      this.unitOfWork,
    );
  }

  /** Registers a title with its first offer, by default a movie of the license's studio. */
  async title({
    license,
    offer,
    devices = DEVICES,
    ...overrides
  }: TitleSeed): Promise<SeededTitle> {
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
      ...overrides,
    };
    const first = { licenseId: license.id, offer: asData(offer, devices) };
    await registerContent({ ...envelope(), contentId: id, details, first }, this.unitOfWork);
    return { id, address: `/content/${id}`, title: details.title };
  }

  /** Assigns an offer, like another person who has the title open. */
  async assign(
    { id }: SeededTitle,
    license: SeededLicense,
    offer: OfferSeed,
    { version = 1, by = 'Seed' }: Change = {},
  ): Promise<void> {
    const chosen = { licenseId: license.id, offer: asData(offer, DEVICES) };
    await assignOffer(
      { ...envelope(by), contentId: id, expectedVersion: version, chosen },
      this.unitOfWork,
    );
  }

  /** Ends a license after a day. */
  async end(
    { id }: SeededLicense,
    lastDay: string,
    reason: string,
    { version = 2, by = 'Seed' }: Change = {},
  ): Promise<void> {
    const plan = { kind: 'ended', lastDay, reason } as const;
    await closeLicense(
      { ...envelope(by), licenseId: id, expectedVersion: version, plan },
      this.unitOfWork,
    );
  }

  /** Takes a title down everywhere from a day on. */
  async takeDown(
    { id }: SeededTitle,
    startsOn: string,
    reason: string,
    { version = 1, by = 'Seed' }: Change = {},
  ): Promise<void> {
    const plan = { startsOn, territories: null, rightsTypes: null, reason };
    await takeDownTitle(
      { ...envelope(by), contentId: id, expectedVersion: version, plan },
      this.unitOfWork,
    );
  }

  /** Replaces an offer by a different one. */
  async replace(
    { id }: SeededLicense,
    before: OfferSeed,
    after: OfferSeed,
    { version = 2, by = 'Seed' }: Change = {},
  ): Promise<void> {
    const [from, to] = [asData(before, DEVICES), asData(after, DEVICES)];
    await replaceOffer(
      { ...envelope(by), licenseId: id, expectedVersion: version, before: from, after: to },
      this.unitOfWork,
    );
  }
}

function asData(
  { name, price = '4.99', firstDay, lastDay }: OfferSeed,
  devices: readonly string[],
): OfferData {
  const window = DateRange.fromDays(firstDay, lastDay).toData();
  const prices = isTier(price)
    ? [{ format: null, kind: 'SRP', amount: null, tier: price }]
    : onePrice(Money.parse(price, 'USD').toData());
  return { name, prices, window, devices };
}

function envelope(name = 'Seed') {
  return { key: randomUUID(), actor: { name }, at: new Date().toISOString() };
}

/** A unique name. */
export function unique(what: string): string {
  return `${what} ${randomUUID().slice(0, 8)}`;
}

/** URL of the app's database: `CRMS_E2E_DATABASE_URL`, or the one that `server.ts` creates. */
export function databaseUrl(): string {
  const { CRMS_E2E_DATABASE_URL: override, TEST_DATABASE_URL: cluster } = process.env;
  if (override !== undefined) return override;
  if (cluster === undefined) throw new Error('TEST_DATABASE_URL is not set; run npm test.');
  const url = new URL(cluster);
  url.pathname = '/crms_e2e';
  return url.href;
}

interface WorkerFixtures {
  readonly database: Database;
}

interface Fixtures {
  readonly seed: SeedData;
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
  seed: async ({ database }, use) => {
    await use(new SeedData(database));
  },
});
