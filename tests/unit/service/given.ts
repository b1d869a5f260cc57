import type { License } from '../../../src/domain/license/license';
import type { LicenseDetailsData } from '../../../src/domain/license/license-details';
import type { OfferData } from '../../../src/domain/license/offer';
import type { StoredLicense } from '../../fakes/readable-memory';
import { recordContract } from '../../../src/service/contract/contract-service';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { grantLicense } from '../../../src/service/license/license-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, someDetails } from '../../builders/license-builders';
import { refusalFrom } from '../../builders/refusal';
import { ReadableMemory } from '../../fakes/readable-memory';

/** One license in a storage of its own, and a look at what became of it. */
export class Given {
  constructor(
    readonly unitOfWork: ReadableMemory,
    readonly contractId: string,
    readonly licenseId: string,
  ) {}

  get stored(): StoredLicense {
    const stored = this.unitOfWork.contents.licenses[this.licenseId];
    if (stored === undefined) throw new Error('There is no license.');
    return stored;
  }

  get version(): License['version'] {
    return this.stored.version;
  }

  /** In date order. */
  get offers(): OfferData[] {
    return this.stored.offers.toSorted((a, b) => (a.window.startsOn < b.window.startsOn ? -1 : 1));
  }

  /** What a command on the license carries, made against its latest version unless another is given. */
  command(parts: { expectedVersion?: number; licenseId?: string } = {}) {
    return {
      ...aCommand(),
      licenseId: this.licenseId,
      expectedVersion: this.version,
      ...parts,
    };
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

/** Version 1 without offers, version 2 with them. */
export async function givenLicense(
  parts: { details?: LicenseDetailsData; offers?: readonly OfferData[] } = {},
): Promise<Given> {
  const { details = someDetails(), offers = [] } = parts;
  const given = new Given(new ReadableMemory(), anId(), anId());
  const { unitOfWork, contractId, licenseId } = given;
  await recordContract({ ...aCommand(), contractId, details: contractDetails() }, unitOfWork);
  await grantLicense({ ...aCommand(), licenseId, contractId, details }, unitOfWork);
  if (offers.length > 0)
    await generateOffers({ ...given.command(), plan: { kind: 'at', offers } }, unitOfWork);
  return given;
}
