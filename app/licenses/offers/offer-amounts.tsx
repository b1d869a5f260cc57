import type { AmountStep, PlacePrices } from '../../../src/domain/price-table/offer-amounts';
import type { DateRangeData } from '../../../src/domain/values/date-range';
import { MissingLink } from '../../price-tables/missing-link';
import { StateMark } from '@/ui/state-mark';
import { missingAmounts } from '@/words/missing-amounts';
import { isMissing, linePricesInWords } from '../../../src/domain/price-table/line-prices';
import { placeWords } from '../../../src/domain/price-table/offer-amounts';
import { formatDay } from '../../../src/domain/values/date-range';

/** What the tiers of an offer cost on its days, by territories, and which amounts its price table does not have yet. */
export function OfferAmounts({
  steps,
  studio,
  window: { startsOn, endsOn },
}: {
  steps: readonly AmountStep[];
  /** Whose price table has the amounts. */
  studio: string;
  window: DateRangeData;
}) {
  const shown = steps.filter((step, index) => {
    const next = steps[index + 1]?.startsOn ?? null;
    return (
      (next === null || next > startsOn) &&
      (step.startsOn === null || endsOn === null || step.startsOn < endsOn)
    );
  });
  if (shown.length === 0) return null;
  const isIncomplete = shown.some(({ places }) =>
    places.some(({ prices }) => prices.some(isMissing)),
  );
  return (
    <section aria-label="Amounts of the tiers" className="flex flex-col gap-2 text-table">
      {shown.map((step, index) => (
        <div key={step.startsOn}>
          {shown.length > 1 && (
            <h3 className="text-label text-ink-3">
              From {formatDay(index === 0 ? startsOn : (step.startsOn ?? startsOn))}
            </h3>
          )}
          <ul>
            {step.places.map((place) => (
              <Place key={place.territories[0]} place={place} />
            ))}
          </ul>
        </div>
      ))}
      {isIncomplete && <MissingLink studio={studio} />}
    </section>
  );
}

function Place({ place: { territories, prices } }: { place: PlacePrices }) {
  const known = prices.filter(({ price }) => price !== null);
  const names = placeWords(territories);
  const missing = missingAmounts(prices, names);
  return (
    <li className="py-0.5">
      {known.length > 0 && (
        <span>
          <span className="text-ink-3">{names}</span> {linePricesInWords(known)}
        </span>
      )}
      {missing !== null && (
        <StateMark state="attention" className="flex!">
          {missing}
        </StateMark>
      )}
    </li>
  );
}
