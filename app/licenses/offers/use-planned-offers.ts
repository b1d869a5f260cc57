'use client';

import { useDeferredValue, useEffect, useEffectEvent, useMemo } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import type { License } from '../../../src/domain/license/license';
import type { PlannedSpan } from '../../timeline/moving/use-timeline-moving';
import type { PlannedOffer } from './planned-offers';
import type { TypedPlan } from './typed-plan';
import { daySpan } from '../../timeline/model';
import { plannedOffers } from './planned-offers';

/**
 * The offers that a form of new offers would make as it is typed.
 *
 * @param makeLicense must stay the same function while it makes the same license
 * @param onPlanned told of their days, and of none when the form is gone
 */
export function usePlannedOffers(
  control: Control<TypedPlan>,
  makeLicense: () => License,
  onPlanned: (planned: readonly PlannedSpan[]) => void,
): readonly PlannedOffer[] {
  const [kind, name, firstDay, lastDay, days, onOrAfter, start, steps] = useWatch({
    control,
    name: ['kind', 'name', 'firstDay', 'lastDay', 'days', 'onOrAfter', 'start', 'steps'],
  });
  const typed = useMemo(
    () => ({ kind, name, firstDay, lastDay, days, onOrAfter, start, steps }),
    [kind, name, firstDay, lastDay, days, onOrAfter, start, steps],
  );
  const asked = useDeferredValue(typed);
  const planned = useMemo(() => plannedOffers(makeLicense, asked), [makeLicense, asked]);
  const tell = useEffectEvent(onPlanned);
  useEffect(() => {
    tell(planned.map(({ offer }) => ({ name: offer.name, ...daySpan(offer.window) })));
  }, [planned]);
  useEffect(
    () => () => {
      tell([]);
    },
    [],
  );
  return planned;
}
