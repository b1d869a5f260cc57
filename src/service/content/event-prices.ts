import type { AmountSummary } from '../../domain/price-table/offer-amounts';
import type { PriceTableViews } from '../price-table/price-table-views';
import type { CalendarEvent } from './calendar-views';
import { addDays, isoDate } from '../../domain/values/date-range';
import { soldPrices } from '../price-table/sold-prices';

/** What offers that start cost on their first days, and those that end on their last ones. */
export function eventPrices(
  events: readonly CalendarEvent[],
  views: Pick<PriceTableViews, 'pricesOf'>,
): Promise<readonly AmountSummary[]> {
  const dayOf = ({ kind, day }: CalendarEvent) =>
    kind === 'starts' ? day : addDays(isoDate(day), -1);
  return soldPrices(events, dayOf, views);
}
