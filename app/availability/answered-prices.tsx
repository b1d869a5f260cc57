import type { AvailabilityQuestion } from '../../src/domain/content/availability-question';
import type { LinePrice } from '../../src/domain/price-table/line-prices';
import { MissingLink } from '../price-tables/missing-link';
import { StateMark } from '@/ui/state-mark';
import { missingAmounts } from '@/words/missing-amounts';
import { linePricesInWords } from '../../src/domain/price-table/line-prices';

/** What an available offer costs. A missing amount is said beside the yes. */
export function AnsweredPrices({
  prices,
  studio,
  question: { territory },
}: {
  prices: readonly LinePrice[];
  /** Whose price table has the amounts. */
  studio: string;
  question: AvailabilityQuestion;
}) {
  const missing = missingAmounts(prices, territory);
  const known = prices.filter(({ price }) => price !== null);
  return (
    <>
      {known.length > 0 && (
        <span className="font-emphasis text-ink">{linePricesInWords(known)} </span>
      )}
      {missing !== null && (
        <>
          <StateMark state="attention">{missing}</StateMark> <MissingLink studio={studio} />{' '}
        </>
      )}
    </>
  );
}
