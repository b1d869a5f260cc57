import type { Prices, PriceState } from '../../price-table/prices';
import type { OriginRow } from '../origin-row';
import type { SoldRow } from '../sold-rows';
import { DateRange, isoDate } from '../../values/date-range';
import { importedPrice } from '../origin-row';
import { writtenFormat } from '../right-cells';
import { onDays } from '../sold-rows';

/**
 * A row on a tier with what the tier costs instead: a row for all days on which it costs the same, and for all territories
 * in which it does. Where the table has no amount, or says that it is not sold, the tier stays.
 *
 * @param table of the studio
 */
export function inAmounts(row: SoldRow, table: Prices): readonly SoldRow[] {
  if (row.price.tier === null) return [row];
  return placesOf(row, table).flatMap(({ territories, steps }) =>
    steps.map(({ startsOn, amount }, index) => {
      const endsOn = steps[index + 1]?.startsOn ?? row.use.offer.window.endsOn;
      const use = onDays(row.use, DateRange.of(startsOn, endsOn));
      return {
        ...{ ...row, use, territories, namedAfter: index === 0 ? row.namedAfter : use },
        price: amount === null ? row.price : { ...row.price, tier: null, amount },
      };
    }),
  );
}

/** The row from which a price is written back as it was imported: none where the row has a tier and the price an amount. */
export function pricedOrigin({ origin, price }: SoldRow): OriginRow | null {
  const tier = (origin && importedPrice(origin))?.tier ?? null;
  return tier !== null && price.amount !== null ? null : origin;
}

type Amount = NonNullable<SoldRow['price']['amount']>;

interface Step {
  readonly startsOn: string;
  /** `null` where there is none. */
  readonly amount: Amount | null;
}

interface Place {
  readonly territories: [string, ...string[]];
  readonly steps: readonly Step[];
}

/** The territories of a row by what its tier costs there, and when. */
function placesOf(row: SoldRow, table: Prices): readonly Place[] {
  const places = new Map<string, Place>();
  for (const territory of row.territories) {
    const steps = stepsOf(row, territory, table);
    const key = JSON.stringify(steps);
    const known = places.get(key);
    if (known === undefined) places.set(key, { territories: [territory], steps });
    else known.territories.push(territory);
  }
  return [...places.values()];
}

function stepsOf({ use, price, origin }: SoldRow, territory: string, table: Prices): Step[] {
  const { startsOn, endsOn } = use.offer.window;
  const question = {
    ...{ tier: price.tier ?? '', rightsType: use.license.rightsType, kind: price.kind, territory },
    format: writtenFormat(price.format, origin),
  };
  const amountOn = (state: PriceState): Amount | null => {
    const found = state.resolve(question);
    return found === null || found === 'not-sold' ? null : found.toData();
  };
  const later = table.days.filter((day) => day > startsOn && (endsOn === null || day < endsOn));
  const steps: Step[] = [];
  for (const day of [isoDate(startsOn), ...later]) {
    const amount = amountOn(table.on(day));
    if (steps.length === 0 || !isSame(steps.at(-1)?.amount ?? null, amount))
      steps.push({ startsOn: day, amount });
  }
  return steps;
}

function isSame(a: Amount | null, b: Amount | null): boolean {
  return a?.minor === b?.minor && a?.currency === b?.currency;
}
