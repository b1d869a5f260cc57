import { Link } from '@/ui/link';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { TitleClosing } from '../../../src/domain/closing';
import { ClosedMark } from '@/ui/closed-mark';
import { StateMark } from '@/ui/state-mark';
import { CLOSED_NAMES } from '@/words/closing-words';
import { contentViews, licenseViews } from '../../../src/bootstrap';
import { amountSummary } from '../../../src/domain/price-table/offer-amounts';
import { DateRange } from '../../../src/domain/values/date-range';
import { PriceSummary } from '../../timeline/offer-price';
import { assignedPrices } from '../assigned-prices';
import { lostWhenClosed } from './lost-when-closed';

const ROW =
  'grid items-center gap-x-3 px-4 grid-cols-[minmax(0,1fr)_auto] ' +
  'sm:grid-cols-[6rem_minmax(8rem,1fr)_minmax(8rem,1fr)_minmax(12rem,1fr)_5.5rem]';

/** Of a license that is gone by now: its tiers have no amounts. */
const NOWHERE = { studio: '', rightsType: '', territories: [], formats: null };

/** How many of the newest changes are searched for what a title had. */
const CHANGES_SEARCHED = 50;

/** The offers that a title had when it left the catalog, in date order: to look at, not to change. */
export async function HadOffers({
  contentId,
  version,
  kind,
  today,
}: {
  contentId: string;
  /** One at which it is closed. */
  version: number;
  kind: TitleClosing['kind'];
  today: IsoDate;
}) {
  const offers = lostWhenClosed(
    await contentViews().changesUpTo(contentId, version, CHANGES_SEARCHED),
  );
  if (offers.length === 0) return null;
  const ids = offers.map(({ licenseId }) => licenseId);
  const [closings, sales] = await Promise.all([
    licenseViews().closings(ids),
    licenseViews().sales(ids),
  ]);
  const sold = offers.map((one) => ({ ...NOWHERE, ...sales[one.licenseId], ...one }));
  const prices = await assignedPrices(sold, today);
  const marked = sold.map((one, place) => ({
    ...{ ...one, closing: closings[one.licenseId] },
    price: prices[place] ?? amountSummary(one.offer.prices, []),
  }));
  return (
    <section aria-labelledby="had" className="pt-4">
      <h2 id="had" className="px-4 pb-1 text-panel-title">
        What it had <span className="font-normal text-ink-3">{offers.length}</span>
      </h2>
      <div role="table" aria-labelledby="had" className="text-table text-ink-2">
        <div
          role="row"
          className={`${ROW} min-h-9 border-b border-line-strong text-ink-3 max-sm:hidden`}
        >
          <span role="columnheader">State</span>
          <span role="columnheader">Offer</span>
          <span role="columnheader">License</span>
          <span role="columnheader">Days</span>
          <span role="columnheader" className="text-end">
            Price
          </span>
        </div>
        {marked.map(({ licenseId, licenseName, offer, closing, price }) => (
          <div
            key={`${licenseId} ${offer.window.startsOn}`}
            role="row"
            className={`${ROW} min-h-9 border-b border-line max-sm:py-2`}
          >
            <span role="cell" className="flex max-sm:hidden">
              <StateMark state={kind === 'void' ? 'ended' : 'retired'}>
                {CLOSED_NAMES[kind]}
              </StateMark>
            </span>
            <span role="rowheader" className="min-w-0 break-words">
              <del>{offer.name}</del>
            </span>
            <span
              role="cell"
              className="flex min-w-0 flex-wrap items-center gap-x-2 max-sm:order-3"
            >
              <Link
                href={`/licenses/${licenseId}`}
                prefetch={false}
                className="inline-flex min-h-6 max-w-full items-center underline-offset-2 hover:text-ink hover:underline"
              >
                <span className="truncate">{licenseName}</span>
              </Link>
              {closing !== undefined && <ClosedMark closing={closing} />}
            </span>
            <span role="cell" className="max-sm:order-4 max-sm:text-end">
              {DateRange.of(offer.window.startsOn, offer.window.endsOn).toString()}
            </span>
            <span role="cell" className="text-end">
              <PriceSummary summary={price} />
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}
