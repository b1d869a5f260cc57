import 'server-only';
import type { AmountSummary } from '../../src/domain/price-table/offer-amounts';
import type { TitleRights } from '../../src/domain/content/availability-question';
import type { IsoDate } from '../../src/domain/values/date-range';
import type { AssignedOffer } from '../../src/service/content/content-views';
import { priceTableViews } from '../../src/bootstrap';
import { amountsOn, amountSteps, amountSummary } from '../../src/domain/price-table/offer-amounts';
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

/** What each assigned offer costs: today while it runs, on its first day before, on its last one after. */
export async function assignedPrices(
  assigned: readonly AssignedOffer[],
  today: IsoDate,
): Promise<readonly AmountSummary[]> {
  const onTiers = assigned.filter(({ offer }) => offer.prices.some(({ tier }) => tier !== null));
  const tables = await priceTableViews().pricesOf(onTiers);
  return assigned.map((assignment) => {
    const { prices, window } = assignment.offer;
    const { startsOn, lastDay } = DateRange.of(window.startsOn, window.endsOn);
    const running = lastDay !== null && lastDay < today ? lastDay : today;
    const day = running < startsOn ? startsOn : running;
    const steps = amountSteps(prices, assignment, tables(assignment.studio));
    return amountSummary(prices, amountsOn(steps, day));
  });
}
