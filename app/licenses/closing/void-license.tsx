'use client';

import { useMemo } from 'react';
import type { TimelineModel } from '../../timeline/model';
import type { PackedLicense } from '../license-model';
import { AgendaList } from '../../timeline/agenda/agenda-list';
import { cells, counted } from '../../timeline/model';
import { Timeline } from '../../timeline/timeline';
import { timelineModel } from '../license-model';
import { OffersTable } from '../offers/offers-table';
import { unpackOffers } from '../offers/packed-offers';

/** What a void license had, struck through: to look at, not to change. */
export function VoidLicense({
  license,
  had,
  today,
  isWide,
}: {
  license: PackedLicense;
  /** What it had before it was made void. */
  had: Pick<PackedLicense, 'version' | 'offers'>;
  /** ISO 8601. */
  today: string;
  /** `null` while that is not known. */
  isWide: boolean | null;
}) {
  const model = useMemo(
    (): TimelineModel => ({
      ...timelineModel(license, unpackOffers(had.offers), today),
      closing: { kind: 'void' },
    }),
    [license, had, today],
  );
  if (model.offers.length === 0)
    return <p className="px-4 py-3 text-table text-ink-3">It had no offers.</p>;
  const heading = (
    <h2 className="px-4 pt-4 pb-1 text-panel-title">
      What it had{' '}
      <span className="font-normal text-ink-3">{counted(model.offers.length, 'offer')}</span>
    </h2>
  );
  return (
    <>
      {isWide !== false && (
        <div className="max-sm:hidden">
          <Timeline
            model={model}
            selected={null}
            onOpenOffer={nothing}
            onCreateInSlot={nothing}
            label={`Offers that ${license.details.name} had`}
            note={<span className="text-table text-ink-3">As it was at version {had.version}</span>}
          />
          {heading}
          <OffersTable model={model} selected={null} today={today} />
        </div>
      )}
      {isWide !== true && (
        <div className="sm:hidden">
          {heading}
          <div className="px-4 py-2">
            <AgendaList
              cells={cells(model)}
              model={model}
              actions={NO_ACTIONS}
              label="Offers that it had"
            />
          </div>
        </div>
      )}
    </>
  );
}

/** A void license is there to look at. */
function nothing() {
  return undefined;
}

const NO_ACTIONS = {
  unfolded: null,
  onUnfold: nothing,
  onEdit: nothing,
  onWithdraw: nothing,
  onCreateInSlot: nothing,
};
