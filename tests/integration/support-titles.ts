import type { DateRangeData } from '../../src/domain/values/date-range';
import type { OfferData } from '../../src/domain/license/offer';
import type { UnitOfWork } from '../../src/service/unit-of-work';
import { assignOffer, registerContent } from '../../src/service/content/content-service';
import { recordContract } from '../../src/service/contract/contract-service';
import { generateOffers } from '../../src/service/license/generate-offers';
import { grantLicense } from '../../src/service/license/license-service';
import { aCommand, contractDetails } from '../builders/command-builders';
import { someContentDetails } from '../builders/content-builders';
import { aName, anId, anOfferData, someTerms } from '../builders/license-builders';

/** An offer on TV and mobile. */
export function offerFor(name: string, window: DateRangeData): OfferData {
  return anOfferData({ name, window, devices: ['tv', 'mobile'] });
}

/** Puts licenses and titles into storage through the product's own services. */
export class SeedData {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** TVOD in Canada and the United States, unless it says otherwise, on TV and mobile, from 2026 on without end. */
  async license({
    name = aName('License'),
    studio = aName('Studio'),
    rightsType = 'TVOD',
    territories = ['CA', 'US'],
    contractId,
    offers,
  }: {
    name?: string;
    studio?: string;
    rightsType?: string;
    territories?: readonly string[];
    /** One that is there; without it, one of its own. */
    contractId?: string;
    offers: readonly OfferData[];
  }): Promise<string> {
    const licenseId = anId();
    const under = contractId ?? (await this.contract(studio));
    const terms = someTerms({
      rightsType,
      territories,
      devices: ['tv', 'mobile'],
      window: { startsOn: '2026-01-01', endsOn: null },
    });
    await grantLicense(
      { ...aCommand(), licenseId, contractId: under, details: { name, notes: '', terms } },
      this.unitOfWork,
    );
    await generateOffers(
      { ...aCommand(), licenseId, expectedVersion: 1, plan: { kind: 'at', offers } },
      this.unitOfWork,
    );
    return licenseId;
  }

  async contract(studio = aName('Studio')): Promise<string> {
    const contractId = anId();
    const details = contractDetails({ studio });
    await recordContract({ ...aCommand(), contractId, details }, this.unitOfWork);
    return contractId;
  }

  /** A movie with these offers, each by its license. */
  async title({
    title = aName('Title'),
    studio = aName('Studio'),
    kind = 'movie',
    offers: [first, ...more],
  }: {
    title?: string;
    studio?: string;
    kind?: string;
    offers: readonly (readonly [licenseId: string, offer: OfferData])[];
  }): Promise<string> {
    if (first === undefined) throw new Error('A title has an offer.');
    const contentId = anId();
    await registerContent(
      {
        ...aCommand(),
        contentId,
        details: someContentDetails({ title, studio, kind }),
        first: { licenseId: first[0], offer: first[1] },
      },
      this.unitOfWork,
    );
    for (const [index, [licenseId, offer]] of more.entries())
      await assignOffer(
        { ...aCommand(), contentId, expectedVersion: index + 1, chosen: { licenseId, offer } },
        this.unitOfWork,
      );
    return contentId;
  }
}
