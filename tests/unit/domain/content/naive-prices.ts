import type {
  AvailabilityQuestion,
  LicenseRights,
} from '../../../../src/domain/content/availability-question';
import type { PriceCellData, PriceEntry } from '../../../../src/domain/price-table/price-cell';
import type { LinePrice } from '../../../../src/domain/price-table/line-prices';
import type { Format } from '../../../../src/domain/values/format';
import type { IsoDate } from '../../../../src/domain/values/date-range';
import type { Offer } from '../../../../src/domain/license/offer';
import { FORMATS } from '../../../../src/domain/values/format';
import { currencyOf } from '../../../../src/domain/values/territory-currency';

/** The formats that an answer is about: those of the license and of the question for which the offer has a price. */
export function answeredFormats(
  { formats }: LicenseRights,
  offer: Offer,
  { format = null }: AvailabilityQuestion,
): readonly Format[] {
  return FORMATS.filter(
    (one) =>
      (format === null || format === one) &&
      (formats === null || formats.includes(one)) &&
      offer.prices.lines.some((line) => line.format === null || line.format === one),
  );
}

/** What a format costs on a day by the offer, or by a plain search of all entries of the price table. */
export function naivePrice(
  { table, rightsType }: LicenseRights,
  offer: Offer,
  { territory }: AvailabilityQuestion,
  format: Format,
  day: IsoDate,
): LinePrice['price'] {
  const { lines } = offer.prices;
  const line =
    lines.find((one) => one.format === format) ?? lines.find((one) => one.format === null);
  if (line === undefined) throw new Error('The offer has no price for the format.');
  const { tier, kind } = line;
  if (tier === null)
    return line.amount && { minor: line.amount.minor, currency: line.amount.currency };
  const said = table.entries.filter((entry) => isSaid(entry, table.entries, day));
  const column = said.filter((entry) => entry.rightsType === rightsType && entry.kind === kind);
  const currency = naiveCurrency(column, territory);
  const cells: readonly (readonly [string | null, string | null])[] = [
    [territory, format],
    [territory, null],
    [null, format],
    [null, null],
  ];
  for (const [place, picture] of cells) {
    const found = column.find(
      (entry) =>
        entry.tier === tier &&
        entry.currency === currency &&
        entry.territory === place &&
        entry.format === picture,
    );
    if (found?.price === 'not-sold') return 'not-sold';
    if (typeof found?.price === 'number') return { minor: found.price, currency: found.currency };
  }
  return null;
}

function naiveCurrency(column: readonly PriceEntry[], territory: string): string | null {
  const inPlace = (place: string | null) =>
    [
      ...new Set(
        column.filter((entry) => entry.territory === place).map(({ currency }) => currency),
      ),
    ].sort();
  const own = currencyOf(territory);
  const [named, forAll] = [inPlace(territory), inPlace(null)];
  if (own !== null && named.includes(own)) return own;
  if (named[0] !== undefined) return named[0];
  if (own !== null && forAll.includes(own)) return own;
  return forAll.length === 1 ? (forAll[0] ?? null) : null;
}

/** Whether an entry is what its cell says on a day, and says something of its own. */
function isSaid(entry: PriceEntry, all: readonly PriceEntry[], day: IsoDate): boolean {
  const isReplaced = all.some(
    (other) => isSameCell(other, entry) && other.startsOn > entry.startsOn && other.startsOn <= day,
  );
  return entry.startsOn <= day && !isReplaced && entry.price !== 'same';
}

function isSameCell(a: PriceCellData, b: PriceCellData): boolean {
  return (
    a.tier === b.tier &&
    a.rightsType === b.rightsType &&
    a.kind === b.kind &&
    a.format === b.format &&
    a.territory === b.territory &&
    a.currency === b.currency
  );
}
