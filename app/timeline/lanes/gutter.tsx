import { memo, useMemo } from 'react';
import type { TimelineModel } from '../model';
import type { Beside } from '../beside/use-beside';
import { BesideNames } from '../beside/beside-lanes';
import { pricePeriods } from '../shown-prices';

/** Names of the lanes, 136 px wide; hidden on phones. It is not drawn anew while an offer is dragged. */
export const Gutter = memo(function Gutter({
  model,
  hasResult = false,
  beside,
}: {
  model: TimelineModel;
  hasResult?: boolean;
  beside?: Beside | undefined;
}) {
  const isVoid = model.closing?.kind === 'void';
  const currencies = useMemo(() => currenciesOf(model), [model]);
  return (
    <div className="min-w-0 border-r border-line text-table max-sm:hidden">
      <div aria-hidden="true">
        <div className="h-11 border-b border-line-strong" />
        <div className="flex h-[calc(max(var(--hero-bar),3rem)+1rem)] flex-col justify-center border-b border-line px-4">
          <span className="font-emphasis">Offers</span>
          <span className="text-label text-ink-3">{laneWords(model)}</span>
        </div>
        {hasResult && (
          <div className="flex h-[calc(max(var(--hero-bar),3rem)+1rem)] flex-col justify-center border-b border-line px-4">
            <span className="font-emphasis">Result</span>
            <span className="text-label text-ink-3">if you make room</span>
          </div>
        )}
        {!isVoid && (
          <div className="flex h-12 flex-col justify-center px-4">
            <span className="font-emphasis">Price</span>
            <span className="text-label text-ink-3">{currencies.join(', ')}</span>
          </div>
        )}
      </div>
      {beside !== undefined && <BesideNames groups={beside.groups} onToggle={beside.toggle} />}
    </div>
  );
});

/** The currencies of all prices. Thousands of offers share a few price lists, which say it alone where no tier does. */
function currenciesOf({ offers }: TimelineModel): readonly string[] {
  const byList = new Map(
    offers.map((offer) => [(offer.amounts ?? []).length > 0 ? offer : offer.prices, offer]),
  );
  const amounts = [...byList.values()].flatMap((offer) =>
    pricePeriods(offer).flatMap(({ prices }) => prices.flatMap((price) => price.amounts)),
  );
  return [...new Set(amounts.map(({ currency }) => currency))];
}

function laneWords({ closing, offers }: TimelineModel): string {
  if (closing?.kind === 'void') return offers.length === 1 ? 'void' : `${offers.length}, all void`;
  return closing?.kind === 'previewed' ? 'as previewed' : 'This license';
}
