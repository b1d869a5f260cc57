'use client';

import { useMemo, useState } from 'react';
import type { LicenseState, ProposedChange } from '../../../src/domain/license/license-change';
import type { OfferData } from '../../../src/domain/license/offer';
import type { RoomWay, Wanted } from '../../../src/domain/license/room';
import type { DaySpan, TimelineModel } from '../../timeline/model';
import type { Draft } from '../../timeline/moving/placement';
import type { PlannedSpan, TimelineEditing } from '../../timeline/moving/use-timeline-moving';
import type { PackedLicense } from '../license-model';
import type { RoomPreview } from './room-preview';
import type { LicenseEditing } from '../use-license-editing';
import { onDemand } from '@/ui/overlays/on-demand';
import { dayNumber, dayOfNumber, isoDate } from '../../../src/domain/values/date-range';
import { daySpan } from '../../timeline/model';
import { timelineModel } from '../license-model';
import { newOffer } from '../new-offer';
import { useMayActAs } from '@/ui/role';
import { useWhenIdle } from '@/ui/use-when-idle';

const DropCard = onDemand(() => import('./drop-card').then((module) => module.DropCard));

/** What a form of offers shows on the timeline, and what it makes room with. */
export interface RoomForForms {
  /** The license as the page shows it. */
  readonly state: LicenseState;
  readonly titlesOf: (offer: OfferData) => number;
  /** Called with the change to be previewed; `null` for none. */
  readonly onPreview: (preview: RoomPreview | null) => void;
  /** Called with the offers that the form would make, as far as it says their days. */
  readonly onPlanned: (planned: readonly PlannedSpan[]) => void;
  /** The timeline with the change that is previewed; `null` for none. */
  readonly result: TimelineModel | null;
  /** Makes a change against a version. */
  readonly make: (change: ProposedChange, version: number) => void;
}

const NOTHING: readonly PlannedSpan[] = [];

/**
 * Moving the offers of a license on its timeline, and drawing new ones: what is sent, and the ways out of a place that is taken,
 * there and in the forms.
 */
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
  /** Opens the form of a new offer for some days, with the way that makes room for it where they are taken. */
  onCreate: (days: DaySpan, way?: RoomWay) => void;
}): { readonly timeline: TimelineEditing; readonly forms: RoomForForms } {
  const { version, details, closing } = license;
  const [dropped, setDropped] = useState<RoomPreview | null>(null);
  const [typed, setTyped] = useState<RoomPreview | null>(null);
  const [planned, setPlanned] = useState(NOTHING);
  const mayEdit = useMayActAs('editor');
  useWhenIdle(() => {
    if (mayEdit) DropCard.preload();
  });
  const state = useMemo(
    (): LicenseState => ({ details, offers, closing }),
    [details, offers, closing],
  );
  const preview = dropped ?? typed;
  const result = useMemo(() => {
    if (preview?.before !== state) return null;
    const { change, after } = preview;
    const days = placesIn(change).map((day) => dayNumber(isoDate(day)));
    return { model: timelineModel(license, after, today), starts: new Set(days) };
  }, [license, preview, state, today]);
  /** What is moved, as it would be, or a new offer that has no name and no price yet. */
  const wantedOf = ({ index, to }: Draft): Wanted | null => {
    const window = windowOf(to);
    if (index === null) return { before: null, after: newOffer(window, details.terms.devices) };
    const before = offers[index];
    return before === undefined ? null : { before, after: { ...before, window } };
  };
  const titlesOf = ({ window }: OfferData) => titlesByOffer[window.startsOn] ?? 0;
  const timeline: TimelineEditing = {
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
    planned,
    drop: (drop) => {
      const wanted = wantedOf(drop.draft);
      return (
        wanted !== null && (
          <DropCard
            dropped={drop}
            wanted={wanted}
            state={state}
            model={model}
            onClose={drop.cancel}
            titlesOf={titlesOf}
            onChoose={setDropped}
            onApply={({ way, change }) => {
              if (wanted.before !== null) editing.apply(change, version);
              else if (change.kind !== 'offers-generated') onCreate(drop.draft.to, way);
              // The nearest free days need no room to be made.
              else for (const { window } of change.offers) onCreate(daySpan(window));
            }}
          />
        )
      );
    },
  };
  return {
    timeline,
    forms: {
      ...{ state, titlesOf, make: editing.apply },
      result: result?.model ?? null,
      onPreview: setTyped,
      onPlanned: setPlanned,
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
