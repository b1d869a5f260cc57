'use client';

import { useEffect, useState } from 'react';
import { useController } from 'react-hook-form';
import type { ChosenOfferInput } from '../../src/wire/forms/content';
import type { FittingOption, LicenseOption } from './search-actions';
import type { AskedPlaceDays } from './use-content-editing';
import { classes } from '@/ui/classes';
import { Skeleton } from '@/ui/lists/skeleton';
import { daysBetween, formatDay, formatLength, isoDate } from '../../src/domain/values/date-range';
import { territoryName } from '../../src/domain/values/territory';
import { asInput, offerWords } from './offer-words';
import { findFitting } from './search-actions';

/** Offers that fit a title, each one press from being chosen in the form around it. */
export function FittingOffers({
  contentId,
  asked,
}: {
  contentId: string;
  /** The days that are to be filled; `null` for any. */
  asked: AskedPlaceDays | null;
}) {
  const [found, setFound] = useState<readonly FittingOption[] | 'loading' | 'failed'>('loading');
  const { field: license } = useController({ name: 'licenseId' });
  const { field: offer } = useController({ name: 'offer' });
  useEffect(() => {
    let isNewest = true;
    findFitting({ contentId, asked }).then(
      (options) => {
        if (isNewest) setFound(options);
      },
      () => {
        if (isNewest) setFound('failed');
      },
    );
    return () => {
      isNewest = false;
    };
  }, [contentId, asked]);
  const chosen = license.value as LicenseOption | null;
  const startsOn = (offer.value as ChosenOfferInput['offer'])?.window.startsOn;
  return (
    <section aria-labelledby="fitting" aria-busy={found === 'loading'}>
      <h3 id="fitting" className="text-body font-heading">
        Offers that fit
      </h3>
      <p className="pb-1.5 text-table text-ink-3">{askedWords(asked)}</p>
      {found === 'loading' && <Skeleton className="h-24" />}
      {found === 'failed' && (
        <p role="alert" className="text-table text-clay-ink">
          Could not be looked up. Search for a license below.
        </p>
      )}
      {Array.isArray(found) && found.length === 0 && (
        <p role="status" className="text-table text-ink-2">
          No offer of this studio fits without a clash. Search below, or add an offer to a license.
        </p>
      )}
      {Array.isArray(found) && found.length > 0 && (
        <ul className="overflow-hidden rounded-control border border-line-strong">
          {(found as readonly FittingOption[]).map((option) => {
            const isChosen =
              chosen?.value === option.license.value && startsOn === option.offer.window.startsOn;
            return (
              <li key={`${option.license.value} ${option.offer.window.startsOn}`}>
                <button
                  type="button"
                  aria-pressed={isChosen}
                  className={classes(
                    'block w-full border-b border-line px-3 py-1.5 text-start text-table hover:bg-ink/5 focus-visible:-outline-offset-2',
                    isChosen &&
                      'bg-ink/6 shadow-[inset_2px_0_0_var(--ink)] forced-colors:outline-2',
                  )}
                  onClick={() => {
                    license.onChange(option.license);
                    offer.onChange(asInput(option.offer));
                  }}
                >
                  <span className="flex items-baseline gap-2">
                    <span className="min-w-0 flex-1 truncate font-emphasis text-ink">
                      {option.offer.name}
                    </span>
                    <span className="text-ink-2">{option.fills}</span>
                  </span>
                  <span className="block truncate text-ink-2">{offerWords(option.offer)}</span>
                  <span className="block truncate text-ink-3">
                    {option.license.label} · {option.where}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function askedWords(asked: AskedPlaceDays | null): string {
  if (asked === null) return 'They clash with none that the title has.';
  const { territory, rightsType, days } = asked;
  const from = formatDay(days.startsOn);
  const length =
    days.endsOn === null
      ? `from ${from} on`
      : `${formatLength(daysBetween(isoDate(days.startsOn), isoDate(days.endsOn)))} from ${from}`;
  return `For ${territoryName(territory)} as ${rightsType}, ${length}, without a clash.`;
}
