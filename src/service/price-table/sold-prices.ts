import type { OfferData } from '../../domain/license/offer';
import type { AmountSummary, WideSale } from '../../domain/price-table/offer-amounts';
import type { PriceTableViews } from './price-table-views';
import { amountsOn, amountSteps, amountSummary } from '../../domain/price-table/offer-amounts';

/** An offer, and where it is sold. */
export interface SoldOffer extends WideSale {
  readonly studio: string;
  readonly offer: Pick<OfferData, 'prices' | 'window'>;
}

/**
 * What offers cost on a day of each, as their price tables say now. The tables are read in one statement.
 *
 * @param dayOf ISO 8601
 */
export async function soldPrices<Sold extends SoldOffer>(
  sold: readonly Sold[],
  dayOf: (one: Sold) => string,
  views: Pick<PriceTableViews, 'pricesOf'>,
): Promise<readonly AmountSummary[]> {
  const tables = await views.pricesOf(sold.filter(({ offer }) => isOnTier(offer)));
  return sold.map((one) => {
    const { prices } = one.offer;
    const steps = amountSteps(prices, one, tables(one.studio));
    return amountSummary(prices, amountsOn(steps, dayOf(one)));
  });
}

function isOnTier({ prices }: SoldOffer['offer']): boolean {
  return prices.some(({ tier }) => tier !== null);
}
