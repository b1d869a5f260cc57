import type { PriceLineData } from '../license/price-list';
import type { DateRangeData, IsoDate } from '../values/date-range';
import type { PricesOfStudio } from './prices';
import { fold } from '../names/folding';
import { isoDate } from '../values/date-range';
import { isMissing } from './line-prices';
import { placePrices } from './offer-amounts';

/** Offers that cost the same: of licenses with the same terms, on the same days. */
export interface TierOffers {
  readonly studio: string;
  readonly rightsType: string;
  /** Those of the licenses, `null` for all. */
  readonly formats: readonly string[] | null;
  readonly territories: readonly string[];
  readonly prices: readonly PriceLineData[];
  readonly window: DateRangeData;
}

/** Amounts that a studio's price table does not have: of one tier, in territories in which the same offers wait for it. */
export interface MissingAmount {
  readonly studio: string;
  readonly tier: string;
  readonly rightsType: string;
  readonly kind: string;
  /** `null` for all formats. */
  readonly format: string | null;
  /** ISO 3166-1 alpha-2 codes. */
  readonly territories: readonly string[];
  /** The first day, from today on, on which an offer runs without the amount. */
  readonly neededOn: IsoDate;
  /** The offers that wait for it: their places among those given. */
  readonly offers: readonly number[];
}

type MissingCell = Omit<MissingAmount, 'territories' | 'neededOn' | 'offers'>;

interface Waiting {
  readonly cell: MissingCell;
  readonly territory: string;
  neededOn: IsoDate;
  readonly offers: Set<number>;
}

/** What offers on tiers need from a day on and the price tables of their studios do not have. */
export function missingAmounts(
  offers: readonly TierOffers[],
  tables: PricesOfStudio,
  today: IsoDate,
): readonly MissingAmount[] {
  const waiting = new Map<string, Waiting>();
  offers.forEach((offer, index) => {
    for (const { day, cell, territory } of missingOf(offer, tables, today)) {
      const key = [fold(cell.studio), fold(cell.tier), cell.rightsType, cell.kind, cell.format];
      const found = waiting.get(`${key.join('|')}|${territory}`);
      if (found === undefined)
        waiting.set(`${key.join('|')}|${territory}`, {
          ...{ cell, territory, neededOn: day, offers: new Set([index]) },
        });
      else {
        if (day < found.neededOn) found.neededOn = day;
        found.offers.add(index);
      }
    }
  });
  return together([...waiting.values()]);
}

function* missingOf(
  { studio, rightsType, formats, territories, prices, window }: TierOffers,
  tables: PricesOfStudio,
  today: IsoDate,
): Generator<{ day: IsoDate; cell: MissingCell; territory: string }> {
  const table = tables(studio);
  const start = isoDate(window.startsOn);
  const from = start < today ? today : start;
  const changes = table.days.filter(
    (day) => day > from && (window.endsOn === null || day < window.endsOn),
  );
  const sale = { rightsType, formats, territories };
  for (const day of [from, ...changes])
    for (const place of placePrices(prices, sale, table.on(day)))
      for (const { tier, kind, format } of place.prices.filter(isMissing))
        for (const territory of place.territories)
          yield { day, territory, cell: { studio, tier: tier ?? '', rightsType, kind, format } };
}

/** Territories in which the same offers wait for the same amount from the same day on are one. */
function together(waiting: readonly Waiting[]): readonly MissingAmount[] {
  const rows = new Map<string, MissingAmount & { readonly territories: string[] }>();
  for (const { cell, territory, neededOn, offers } of waiting) {
    const key = [...Object.values(cell), neededOn, ...offers].join('|');
    const row = rows.get(key) ?? { ...cell, territories: [], neededOn, offers: [...offers] };
    row.territories.push(territory);
    rows.set(key, row);
  }
  return [...rows.values()].map((row) => ({ ...row, territories: row.territories.sort() }));
}
