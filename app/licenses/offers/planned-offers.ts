import type { License } from '../../../src/domain/license/license';
import type { OfferData } from '../../../src/domain/license/offer';
import type { TypedPlan } from './typed-plan';
import { isDomainError } from '../../../src/domain/errors';
import { isoDate } from '../../../src/domain/values/date-range';
import { newOffer } from '../new-offer';
import { ladderOffers, windowOfDays } from './place-words';

/** An offer that a form would make. */
export interface PlannedOffer {
  readonly offer: OfferData;
  /** The rule that stands against it; `null` where it fits. */
  readonly refusal: string | null;
}

/** What of a plan decides where its offers would be. */
export type TypedPlaces = Pick<
  TypedPlan,
  'kind' | 'name' | 'firstDay' | 'lastDay' | 'days' | 'onOrAfter' | 'start' | 'steps'
>;

/**
 * The offers that a plan would make as it is typed, as far as it says their days; their prices are not what was typed.
 *
 * @param makeLicense makes the license as the page shows it, for one trial each
 */
export function plannedOffers(
  makeLicense: () => License,
  typed: TypedPlaces,
): readonly PlannedOffer[] {
  return offersOf(makeLicense(), typed).map((offer) => ({
    offer,
    refusal: refusalOf(makeLicense(), offer),
  }));
}

function offersOf(license: License, typed: TypedPlaces): readonly OfferData[] {
  const { devices } = license.details.terms;
  const name = typed.name.trim() || undefined;
  switch (typed.kind) {
    case 'at': {
      const window = windowOfDays(typed.firstDay, typed.lastDay);
      return window === null ? [] : [newOffer(window.toData(), devices, name)];
    }
    case 'first-free': {
      const window = firstFree(license, typed.days.trim(), typed.onOrAfter);
      return window === null ? [] : [newOffer(window.toData(), devices, name)];
    }
    case 'ladder':
      try {
        return ladderOffers(license, typed.start, typed.steps);
      } catch (error) {
        if (!isDomainError(error)) throw error;
        return [];
      }
  }
}

function firstFree(license: License, days: string, onOrAfter: string) {
  if (!/^\d+$/.test(days)) return null;
  try {
    return license.firstFree(Number(days), isoDate(onOrAfter), null);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return null;
  }
}

function refusalOf(license: License, offer: OfferData): string | null {
  try {
    license.perform({ kind: 'offers-generated', offers: [offer] });
    return null;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.message;
  }
}
