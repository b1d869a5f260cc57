import type { AmountSummary } from '../../src/domain/price-table/offer-amounts';
import type { TimelineOffer } from './model';
import { StateGlyph } from '@/ui/state-mark';
import { summaryOf, summaryText } from './shown-prices';

/** The prices of an offer in one line on the day that matters; what each territory pays is its tooltip. */
export function OfferPrice({ offer, today }: { offer: TimelineOffer; today: number }) {
  return <PriceSummary summary={summaryOf(offer, today)} />;
}

/** Tiers, amounts, and whether some amount is missing. */
export function PriceSummary({ summary }: { summary: AmountSummary }) {
  const { tiers, amounts, isMissing, details } = summary;
  return (
    <span className="whitespace-nowrap" title={[summaryText(summary), ...details].join('\n')}>
      {isMissing && (
        <>
          <StateGlyph state="attention" className="me-1 mb-0.5 align-middle text-straw-ink" />
          <span className="sr-only">
            {amounts === '' ? 'No amount yet: ' : 'Some amounts missing: '}
          </span>
        </>
      )}
      {tiers !== '' && <span className={amounts === '' ? '' : 'opacity-75'}>{tiers}</span>}
      {tiers !== '' && amounts !== '' && ' '}
      {amounts}
    </span>
  );
}
