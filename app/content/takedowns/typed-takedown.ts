import type { TakedownPlan } from '../../../src/domain/content/takedown';
import type { AssignedOffer } from '../../../src/service/content/content-views';
import { territoryName } from '../../../src/domain/values/territory';

/** The fields of a takedown. */
export interface TypedTakedown {
  readonly startsOn: string;
  readonly where: 'everywhere' | 'chosen';
  readonly territories: string[];
  readonly types: 'all' | 'chosen';
  readonly rightsTypes: string[];
  readonly reason: string;
}

/** Where titles have rights, and as what. */
export interface RightsPlaces {
  /** ISO 3166-1 alpha-2, by name. */
  readonly territories: readonly string[];
  readonly rightsTypes: readonly string[];
}

/** A part of a title's rights: what a link to the form asks for. */
export interface AskedPlaces {
  readonly territory?: string | undefined;
  readonly rightsType?: string | undefined;
}

export function rightsPlaces(
  offers: readonly Pick<AssignedOffer, 'territories' | 'rightsType'>[],
): RightsPlaces {
  const territories = new Set(offers.flatMap((offer) => offer.territories));
  return {
    territories: [...territories].sort((a, b) => (territoryName(a) < territoryName(b) ? -1 : 1)),
    rightsTypes: [...new Set(offers.map(({ rightsType }) => rightsType))].sort(),
  };
}

/** What the form has at first: everywhere from today, or what is asked for. */
export function initialTakedown(
  today: string,
  { territory, rightsType }: AskedPlaces = {},
): TypedTakedown {
  return {
    startsOn: today,
    where: territory === undefined ? 'everywhere' : 'chosen',
    territories: territory === undefined ? [] : [territory],
    types: rightsType === undefined ? 'all' : 'chosen',
    rightsTypes: rightsType === undefined ? [] : [rightsType],
    reason: '',
  };
}

export function planOf(typed: TypedTakedown): TakedownPlan {
  const { startsOn, where, territories, types, rightsTypes, reason } = typed;
  return {
    startsOn,
    territories: where === 'everywhere' ? null : territories,
    rightsTypes: types === 'all' ? null : rightsTypes,
    reason,
  };
}
