import type { DateRangeData } from '../../src/domain/values/date-range';

/** What a link to a title can open on its page. */
export const TITLE_ACTIONS = ['take-down', 'bring-back', 'assign'] as const;

/** The page of a title, with the sheet open that takes it down in a place. */
export function takeDownAddress(
  contentId: string,
  {
    territory,
    device,
    rightsType,
  }: Readonly<Record<'territory' | 'device' | 'rightsType', string>>,
): string {
  const search = new URLSearchParams({
    territory,
    device,
    rights: rightsType,
    action: 'take-down',
  });
  return `/content/${contentId}?${search.toString()}`;
}

/**
 * The page of a title, with the sheet open that brings it back.
 *
 * @param takedown the number of the takedown that ends
 */
export function bringBackAddress(contentId: string, takedown: number): string {
  return `/content/${contentId}?action=bring-back&takedown=${takedown}`;
}

/** A place in which a title is not on offer, and the days: half-open, `endsOn: null` for good. */
export interface OpenDays {
  readonly territory: string;
  readonly rightsType: string;
  /** Any of the title's without it. */
  readonly device?: string | undefined;
  readonly days: DateRangeData;
}

/** The page of a title, with the sheet open that assigns an offer for days on which it has none. */
export function assignAddress(
  contentId: string,
  { territory, rightsType, device, days }: OpenDays,
): string {
  const search = new URLSearchParams({
    action: 'assign',
    territory,
    rights: rightsType,
    ...(device === undefined ? {} : { device }),
    from: days.startsOn,
    ...(days.endsOn === null ? {} : { until: days.endsOn }),
  });
  return `/content/${contentId}?${search.toString()}`;
}
