import 'server-only';
import type { LicenseView } from '../../src/service/license/license-views';
import type { PackedLicense } from './license-model';
import { priceTableViews } from '../../src/bootstrap';
import { amountSteps } from '../../src/domain/price-table/offer-amounts';
import { packOffers } from './offers/packed-offers';

/** A license as its page sends it to the browser, with what its tiers cost. */
export async function packLicense(view: LicenseView): Promise<PackedLicense> {
  const offers = packOffers(view.offers);
  const { terms } = view.details;
  const { studio } = view.contract;
  const hasTier = offers.prices.some((lines) => lines.some(({ tier }) => tier !== null));
  const tables = await priceTableViews().pricesOf(hasTier ? [{ ...terms, studio }] : []);
  const table = tables(studio);
  return {
    ...view,
    offers,
    amounts: offers.prices.map((lines) => amountSteps(lines, terms, table)),
  };
}
