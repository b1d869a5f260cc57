import { expect } from 'vitest';
import type { ContentFilter, ContentRow } from '../../../../src/service/content/content-views';
import type { OfferData } from '../../../../src/domain/license/offer';
import { PrismaContentViews } from '../../../../src/adapters/postgres/content/content-views';
import { assignOffer, registerContent } from '../../../../src/service/content/content-service';
import { recordContract } from '../../../../src/service/contract/contract-service';
import { generateOffers } from '../../../../src/service/license/generate-offers';
import { grantLicense } from '../../../../src/service/license/license-service';
import { aCommand, contractDetails } from '../../../builders/command-builders';
import { someContentDetails } from '../../../builders/content-builders';
import { anId, anOfferData, days, someDetails } from '../../../builders/license-builders';
import type { TestDatabase } from '../../support';

export const TODAY = '2026-06-15';

export interface Stocked {
  readonly licenseId: string;
  readonly offers: readonly OfferData[];
}

/** Licenses and titles on offer in a test file’s own database. */
export function stockOn(database: TestDatabase) {
  const { unitOfWork } = database;
  const views = new PrismaContentViews(database.prisma);

  /** A license for 2026 to 2028 with an offer for each pair of days, both inclusive; `null` is an open end. */
  async function licenseWith(...windows: (readonly [string, string | null])[]): Promise<Stocked> {
    const [contractId, licenseId] = [anId(), anId()];
    await recordContract({ ...aCommand(), contractId, details: contractDetails() }, unitOfWork);
    const details = someDetails({ terms: { window: days('2026-01-01', null) } });
    await grantLicense({ ...aCommand(), licenseId, contractId, details }, unitOfWork);
    const offers = windows.map(([first, last]) => anOfferData({ window: days(first, last) }));
    await generateOffers(
      { ...aCommand(), licenseId, expectedVersion: 1, plan: { kind: 'at', offers } },
      unitOfWork,
    );
    return { licenseId, offers };
  }

  /** Registers a title with offers on the given days, on its own license. */
  async function titleOnOffer(
    details: Parameters<typeof someContentDetails>[0],
    ...windows: (readonly [string, string | null])[]
  ): Promise<string> {
    return titleWith(details, await licenseWith(...windows));
  }

  /** Registers a title with all the offers of a license. */
  async function titleWith(
    details: Parameters<typeof someContentDetails>[0],
    { licenseId, offers }: Stocked,
  ): Promise<string> {
    const contentId = anId();
    for (const [index, offer] of offers.entries()) {
      const chosen = { licenseId, offer };
      await (index === 0
        ? registerContent(
            { ...aCommand(), contentId, details: someContentDetails(details), first: chosen },
            unitOfWork,
          )
        : assignOffer({ ...aCommand(), contentId, expectedVersion: index, chosen }, unitOfWork));
    }
    return contentId;
  }

  async function listed(filter: ContentFilter): Promise<readonly ContentRow[]> {
    const { rows, total } = await views.list({ filter, today: TODAY, pageSize: 100 });
    expect(total).toBe(rows.length);
    return rows;
  }

  async function titles(filter: ContentFilter): Promise<string[]> {
    return (await listed(filter)).map(({ title }) => title);
  }

  return { unitOfWork, views, licenseWith, titleOnOffer, titleWith, listed, titles };
}
