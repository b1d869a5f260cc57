import 'server-only';
import type { AmountSummary } from '../../src/domain/price-table/offer-amounts';
import type { TitleRights } from '../../src/domain/content/availability-question';
import type { DateRangeData, IsoDate } from '../../src/domain/values/date-range';
import type { SoldOffer } from '../../src/service/price-table/sold-prices';
import { priceTableViews } from '../../src/bootstrap';
import { soldPrices } from '../../src/service/price-table/sold-prices';
import { DateRange } from '../../src/domain/values/date-range';

/** Rights with what price tables say now. */
export async function pricedRights(rights: TitleRights): Promise<TitleRights> {
  const onTiers = rights.licenses.filter(({ assigned }) =>
    assigned.some(({ prices }) => prices.hasTier),
  );
  const tables = await priceTableViews().pricesOf(onTiers);
  return {
    ...rights,
    licenses: rights.licenses.map((license) => ({ ...license, table: tables(license.studio) })),
  };
}

/** What each offer costs: today while it runs, on its first day before, on its last one after. */
export function assignedPrices(
  assigned: readonly SoldOffer[],
  today: IsoDate,
): Promise<readonly AmountSummary[]> {
  return soldPrices(
    assigned,
    ({ offer }) => dayThatMatters(offer.window, today),
    priceTableViews(),
  );
}

function dayThatMatters({ startsOn, endsOn }: DateRangeData, today: IsoDate): IsoDate {
  const window = DateRange.of(startsOn, endsOn);
  const { lastDay } = window;
  const running = lastDay !== null && lastDay < today ? lastDay : today;
  return running < window.startsOn ? window.startsOn : running;
}
