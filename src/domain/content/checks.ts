import type { AvailabilityQuestion, Obstacle } from './availability-question';

/** What availability checks of a title, in the order in which it is checked. */
export const CHECKS = [
  'in-catalog',
  'licensed-there',
  'not-taken-down',
  'licensed-for-device',
  'in-language',
  'license-runs',
  'offer-runs',
  'offer-fits',
] as const;

export type Check = (typeof CHECKS)[number];

/** A check and how it went: after the first that failed, none was reached. */
export interface Checked {
  readonly check: Check;
  readonly state: 'passed' | 'failed' | 'not-reached';
}

/**
 * The checks of some days, all passed or up to the first that failed; that of the language only where one is asked for.
 *
 * @param obstacle what stands against these days; `null` where the title is available
 */
export function checksOf(
  obstacle: Obstacle | null,
  { language }: Pick<AvailabilityQuestion, 'language'>,
): readonly Checked[] {
  const made = CHECKS.filter((check) => check !== 'in-language' || language !== undefined);
  const failed = obstacle === null ? made.length : made.indexOf(failedCheck(obstacle));
  return made.map((check, place) => {
    if (place === failed) return { check, state: 'failed' };
    return { check, state: place < failed ? 'passed' : 'not-reached' };
  });
}

function failedCheck(obstacle: Obstacle): Check {
  switch (obstacle.kind) {
    case 'retired':
    case 'void':
      return 'in-catalog';
    case 'not-licensed-there':
      return 'licensed-there';
    case 'taken-down':
      return 'not-taken-down';
    case 'not-for-device':
      return obstacle.offer === null ? 'licensed-for-device' : 'offer-fits';
    case 'not-in-language':
    case 'held-back':
      return 'in-language';
    case 'not-started':
    case 'ended':
      return 'license-runs';
    case 'no-offer':
    case 'not-assigned':
    case 'blocked':
      return 'offer-runs';
    case 'not-in-format':
      return 'offer-fits';
  }
}
