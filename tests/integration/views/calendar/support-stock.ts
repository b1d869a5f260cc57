import type { OfferData } from '../../../../src/domain/license/offer';
import { aName } from '../../../builders/license-builders';
import { SeedData } from '../../support-titles';
import type { TestDatabase } from '../../support';

/** Titles with offers in a test file’s own database. */
export function stockOn(database: TestDatabase) {
  const seed = new SeedData(database.unitOfWork);

  /** A title with these offers of one license, for a new or the given studio. */
  async function stocked(offers: readonly OfferData[], studio = aName('Studio')): Promise<string> {
    const license = await seed.license({ studio, offers });
    await seed.title({ studio, offers: offers.map((offer) => [license, offer] as const) });
    return studio;
  }

  return { seed, stocked };
}
