import type { ShownOffer } from '../content-commands';
import { StateGlyph } from '@/ui/state-mark';
import { offerWords } from '../offer-words';

/** So many offers are named. */
const MAX_NAMED = 20;

/** The offers that a title loses when it is closed. */
export function LostOffers({ offers }: { offers: readonly ShownOffer[] }) {
  if (offers.length === 0) return <p className="text-ink-2">It has no offers to lose.</p>;
  return (
    <ul aria-label="Offers it loses" className="flex flex-col gap-2">
      {offers.slice(0, MAX_NAMED).map(({ licenseId, licenseName, offer }) => (
        <li
          key={`${licenseId} ${offer.window.startsOn}`}
          className="flex items-start gap-2 text-clay-ink"
        >
          <StateGlyph state="refused" className="mt-0.5" />
          <span className="min-w-0 break-words">
            <strong className="block font-heading line-through">{offer.name}</strong>
            <span className="text-ink-2">
              {offerWords(offer)}, {licenseName}
            </span>
          </span>
        </li>
      ))}
      {offers.length > MAX_NAMED && (
        <li className="text-ink-3">
          and {(offers.length - MAX_NAMED).toLocaleString('en-US')} more
        </li>
      )}
    </ul>
  );
}
