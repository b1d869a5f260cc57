import type { ContentDetailsData } from '../../../src/domain/content/content-details';
import type { OfferData } from '../../../src/domain/license/offer';
import type { TermsData } from '../../../src/domain/license/terms';
import type { ChosenOffer } from '../../../src/service/content/chosen-offer';
import type { HistoryLine } from '../../../src/service/memory/memory-history';
import type { StoredContent } from '../../fakes/readable-memory';
import { assignOffer, registerContent } from '../../../src/service/content/content-service';
import { recordContract } from '../../../src/service/contract/contract-service';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { grantLicense } from '../../../src/service/license/license-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { someContentDetails } from '../../builders/content-builders';
import { anId, someDetails } from '../../builders/license-builders';
import { refusalFrom } from '../../builders/refusal';
import { ReadableMemory } from '../../fakes/readable-memory';

/** Licenses under one contract and titles that have offers of them, in a storage of their own unless one is given. */
export class GivenTitles {
  readonly contractId = anId();

  private constructor(readonly unitOfWork: ReadableMemory) {}

  static async begin(storage = new ReadableMemory()): Promise<GivenTitles> {
    const given = new GivenTitles(storage);
    const { unitOfWork, contractId } = given;
    await recordContract({ ...aCommand(), contractId, details: contractDetails() }, unitOfWork);
    return given;
  }

  /** A license with these offers, at version 2. */
  async license(offers: readonly OfferData[], terms: Partial<TermsData> = {}): Promise<string> {
    const { unitOfWork, contractId } = this;
    const licenseId = anId();
    await grantLicense(
      { ...aCommand(), licenseId, contractId, details: someDetails({ terms }) },
      unitOfWork,
    );
    await generateOffers(
      { ...aCommand(), licenseId, expectedVersion: 1, plan: { kind: 'at', offers } },
      unitOfWork,
    );
    return licenseId;
  }

  /** A title with these offers: at version 1 with one, one more for each other. */
  async title(
    [first, ...more]: readonly [ChosenOffer, ...ChosenOffer[]],
    details: Partial<ContentDetailsData> = {},
  ): Promise<string> {
    const contentId = anId();
    await registerContent(
      { ...aCommand(), contentId, details: someContentDetails(details), first },
      this.unitOfWork,
    );
    for (const chosen of more)
      await assignOffer({ ...this.command(contentId), chosen }, this.unitOfWork);
    return contentId;
  }

  stored(contentId: string): StoredContent {
    const stored = this.unitOfWork.contents.contents[contentId];
    if (stored === undefined) throw new Error('There is no such title.');
    return stored;
  }

  /** The first days of a title's offers. */
  assigned(contentId: string): string[] {
    return this.stored(contentId)
      .assignments.map(({ startsOn }) => startsOn)
      .toSorted();
  }

  history(id: string): HistoryLine[] {
    return this.unitOfWork.contents.history.filter(({ aggregateId }) => aggregateId === id);
  }

  licenseVersion(licenseId: string): number {
    return this.unitOfWork.contents.licenses[licenseId]?.version ?? 0;
  }

  /** What a command on a title carries, made against its latest version unless another is given. */
  command(contentId: string, expectedVersion = this.stored(contentId).version) {
    return { ...aCommand(), contentId, expectedVersion };
  }

  licenseCommand(licenseId: string) {
    return { ...aCommand(), licenseId, expectedVersion: this.licenseVersion(licenseId) };
  }

  /** The refusal an act ends in, having stored nothing. */
  async refusal<E extends Error>(
    expected: abstract new (...parts: never[]) => E,
    act: () => Promise<unknown>,
  ): Promise<E> {
    const before = JSON.stringify(this.unitOfWork.contents);
    const refusal = await refusalFrom(expected, act());
    if (JSON.stringify(this.unitOfWork.contents) !== before)
      throw new Error('What was refused was stored.');
    return refusal;
  }
}
