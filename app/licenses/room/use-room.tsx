'use client';

import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import type { LicenseState, ProposedChange } from '../../../src/domain/license/license-change';
import type { OfferData } from '../../../src/domain/license/offer';
import type { Wanted } from '../../../src/domain/license/room';
import type { DaySpan, TimelineModel } from '../../timeline/model';
import type { Draft } from '../../timeline/moving/placement';
import type { TimelineEditing } from '../../timeline/moving/use-timeline-moving';
import type { PackedLicense } from '../license-model';
import type { LicenseEditing } from '../use-license-editing';
import { onDemand } from '../../forms/on-demand';
import { dayNumber, dayOfNumber, isoDate } from '../../../src/domain/values/date-range';
import { licenseIn } from '../../../src/domain/license/license-in';
import { timelineModel } from '../license-model';

const DropCard = dynamic(() =>
  onDemand(() => import('./drop-card').then((module) => module.DropCard)),
);

/** Moving the offers of a license on its timeline: what is sent, and the ways out of a place that is taken. */
export function useRoom({
  license,
  offers,
  model,
  today,
  titlesByOffer,
  editing,
  onCreate,
}: {
  license: PackedLicense;
  offers: readonly OfferData[];
  model: TimelineModel;
  /** ISO 8601. */
  today: string;
  /** How many titles have each offer, by its first day. */
  titlesByOffer: Readonly<Record<string, number>>;
  editing: LicenseEditing;
  /** Opens the form of a new offer for some days. */
  onCreate: (days: DaySpan) => void;
}): TimelineEditing {
  const { version, details, closing } = license;
  const [preview, setPreview] = useState<ProposedChange | null>(null);
  const state = useMemo(
    (): LicenseState => ({ details, offers, closing }),
    [details, offers, closing],
  );
  const result = useMemo(() => {
    if (preview === null) return null;
    const changed = licenseIn(state);
    changed.perform(preview);
    const after = changed.timeline.offers.map((offer) => offer.toData());
    const days = [...placesIn(preview)].map((day) => dayNumber(isoDate(day)));
    return { model: timelineModel(license, after, today), starts: new Set(days) };
  }, [license, preview, state, today]);
  /** What is moved, as it would be; `null` while a new offer is drawn, which has no name and no price yet. */
  const wantedOf = ({ index, to }: Draft): Wanted | null => {
    const before = index === null ? undefined : offers[index];
    return before === undefined ? null : { before, after: { ...before, window: windowOf(to) } };
  };
  return {
    isSaving: editing.isBusy || editing.latest !== version,
    onPlace: (index, to) => {
      const before = index === null ? undefined : offers[index];
      if (before === undefined) onCreate(to);
      else
        editing.apply(
          { kind: 'offer-replaced', before, after: { ...before, window: windowOf(to) } },
          version,
        );
    },
    onWithdraw: (index) => {
      const offer = offers[index];
      if (offer !== undefined) editing.withdraw(offer, editing.latest);
    },
    result,
    drop: (dropped) => {
      return (
        <DropCard
          dropped={dropped}
          wanted={wantedOf(dropped.draft)}
          state={state}
          model={model}
          onClose={dropped.cancel}
          titlesOf={({ window }) => titlesByOffer[window.startsOn] ?? 0}
          onChoose={(change) => {
            setPreview(change);
          }}
          onApply={(change) => {
            editing.apply(change, version);
          }}
        />
      );
    },
  };
}

function windowOf({ start, end }: DaySpan) {
  return { startsOn: dayOfNumber(start), endsOn: end === null ? null : dayOfNumber(end) };
}

/** The first days of the offer that a change is about, as it would be. */
function placesIn(change: ProposedChange): readonly string[] {
  if (change.kind === 'offer-replaced') return [change.after.window.startsOn];
  if (change.kind === 'offers-generated') return change.offers.map(({ window }) => window.startsOn);
  if (change.kind !== 'offers-rearranged') return [];
  const [fresh] = change.added.filter(({ titlesOf }) => titlesOf === null);
  const [first] = change.replaced;
  const about = fresh?.offer ?? first?.after;
  return about === undefined ? [] : [about.window.startsOn];
}
