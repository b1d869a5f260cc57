import { describe, expect, it } from 'vitest';
import type { LicenseChange } from '../../../../../src/domain/license/license-change';
import type { OfferData } from '../../../../../src/domain/license/offer';
import { successor } from '../../../../../src/domain/license/conflict';
import { inverse } from '../../../../../src/domain/license/license-change';
import { days } from '../../../../builders/license-builders';
import { january, march, may, generation, withdrawal, replacement } from './support-conflict';

describe('what an offer has become', () => {
  const second = { ...march, name: 'SECOND' };
  const third = { ...march, window: may.window };
  const cutShort = { ...march, window: days('2026-03-01', '2026-03-10') };

  it.each<[string, LicenseChange[], OfferData | null]>([
    ['itself when nothing happened', [], march],
    ['itself when others changed', [generation(may), withdrawal(january)], march],
    ['its replacement', [replacement(march, second)], second],
    [
      'the last of its replacements',
      [replacement(march, second), replacement(second, third)],
      third,
    ],
    [
      'itself when it was changed back',
      [replacement(march, second), replacement(second, march)],
      march,
    ],
    ['nothing when it was withdrawn', [withdrawal(january, march)], null],
    [
      'nothing when its replacement was withdrawn',
      [replacement(march, second), withdrawal(second)],
      null,
    ],
    ['itself when it came back', [withdrawal(march), generation(march)], march],
    ['nothing when another came in its place', [withdrawal(march), generation(second)], null],
    ['what its license’s end left of it', [closing(march, cutShort)], cutShort],
    ['nothing when its license ended before it', [closing(null, null, march)], null],
    [
      'itself when that end was taken back',
      [closing(march, cutShort), reopening(march, cutShort)],
      march,
    ],
    [
      'itself when it went with its license, and came back',
      [closing(null, null, march), reopening(null, null, march)],
      march,
    ],
    [
      'its replacement when that went with its license, and came back',
      [replacement(march, second), closing(null, null, second), reopening(null, null, second)],
      second,
    ],
  ])('is %s', (_what, since, expected) => {
    expect(successor(march, since)).toEqual(expected);
  });
});

/** The end of a license, which cuts an offer and withdraws others. */
function closing(
  cut: OfferData | null,
  left: OfferData | null,
  ...offers: OfferData[]
): LicenseChange & { readonly kind: 'license-closed' } {
  return {
    kind: 'license-closed',
    closing: { kind: 'ended', reason: 'Rights reverted' },
    ...{ before: days('2026-01-01', '2026-12-31'), after: days('2026-01-01', '2026-03-10') },
    replaced: cut === null || left === null ? null : { before: cut, after: left },
    offers,
  };
}

function reopening(...effect: Parameters<typeof closing>): LicenseChange {
  const back = inverse(closing(...effect));
  if (back === null) throw new Error('A closing can be taken back.');
  return back;
}
