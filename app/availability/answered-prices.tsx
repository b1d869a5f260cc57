import type { AvailabilityQuestion } from '../../src/domain/content/availability-question';
import type { LinePrice } from '../../src/domain/price-table/line-prices';
import { StateMark } from '@/ui/state-mark';
import { missingAmounts } from '@/words/missing-amounts';
import { linePricesInWords } from '../../src/domain/price-table/line-prices';

/** What an available offer costs. A missing amount is said beside the yes. */
export function AnsweredPrices({
  prices,
  question: { territory },
}: {
  prices: readonly LinePrice[];
  question: AvailabilityQuestion;
}) {
  const missing = missingAmounts(prices, territory);
  const known = prices.filter(({ price }) => price !== null);
  return (
    <>
      {known.length > 0 && (
        <span className="font-emphasis text-ink">{linePricesInWords(known)} </span>
      )}
      {missing !== null && <StateMark state="attention">{missing} </StateMark>}
    </>
  );
}
